import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, isWellPlaced } from "../../../language/graph.ts";
import { alternativeKeywords } from "../../../language/intent/nearKeyword.ts";
import { keywordSpan, type RelatedEntry } from "../../../language/problem.ts";
import { isClaimLike, keywordRules } from "../../../language/vocabulary.ts";
import { withArticle } from "../../../strings/english.ts";
import type { CheckContext, CheckFinding, EntryCheck } from "../../check.ts";
import { allowedPlaces } from "../../support/allowedPlaces.ts";
import { indentationErrors } from "../../support/indentation.ts";

/** An entry where its keyword is not allowed. */
export const misplacedEntry: EntryCheck = {
  code: "misplaced-entry",
  severity: "error",
  title: "An entry in the wrong place",
  scope: "entry",
  *check(entry, context) {
    const { head, parent, indent } = entry;
    const titleFinding = head.keyword === "map" && parent === undefined ? titleError(entry, context) : undefined;
    if (titleFinding !== undefined) yield { at: keywordSpan(entry), entry, ...titleFinding };
    // `inconsistent-indentation` reports an entry that is indented with nothing above it.
    if (parent === undefined && indent === "" && !isWellPlaced(entry)) yield misplacedFinding(entry);
    // Found at the parent, as wrong indentation is: if that is the cause, only the indentation is reported.
    const misplaced = entry.children.filter((child) => !isWellPlaced(child));
    if (misplaced.length === 0) return;
    const wronglyIndented = new Set(
      [...indentationErrors(entry)].flatMap(({ kind, child }) => (kind === "under-attribute" ? [] : [child])),
    );
    for (const child of misplaced) if (!wronglyIndented.has(child)) yield misplacedFinding(child);
  },
};

function misplacedFinding(entry: Entry): CheckFinding {
  const { head, parent } = entry;
  const suggestions =
    head.form === "bare"
      ? []
      : alternativeKeywords(head.keyword, parent?.head.keyword).filter((other) =>
          head.clauses.every(({ word }) => keywordRules[other].clauses.includes(word)),
        );
  const [suggestion] = suggestions;
  if (isCitation(entry)) {
    const message = `${allowedPlaces("source")}, not under ${withArticle(parent?.head.keyword ?? "")}. Move it there, and quote it here.`;
    const isAttribute = head.name === undefined && entry.children.length + entry.attributes.length === 0;
    return { at: keywordSpan(entry), entry, suggestions: isAttribute ? ["x-source"] : [], message };
  }
  const here = parent === undefined ? "at the left edge" : `under ${withArticle(parent.head.keyword)}`;
  const remedy = suggestion === undefined ? "Move it there." : `Make it ${withArticle(suggestion)}, or move it.`;
  const isClaimUnderClaim = head.keyword === "claim" && parent !== undefined && isClaimLike(parent.head.keyword);
  const rule = isClaimUnderClaim
    ? `A claim cannot be ${here}: under a reason it would be a premise, under a question an answer`
    : `${allowedPlaces(head.keyword)}, not ${here}`;
  const message = `${rule}. ${remedy}`;
  return { at: keywordSpan(entry), entry, suggestions, message };
}

/** Whether an entry is a source under an entry that could quote it. */
export const isCitation = ({ head, parent }: Entry): boolean =>
  head.keyword === "source" &&
  head.form === "full" &&
  keywordRules.quote.allowedParents.some((one) => one === parent?.head.keyword);

/** Returns the error in the position of a `map` line, if any. */
function titleError(
  entry: Entry,
  { file, files }: CheckContext,
): { readonly message: string; readonly related: readonly RelatedEntry[] } | undefined {
  const isTitle = (one: Entry): boolean => one.parent === undefined && one.head.form !== "broken";
  const [title] = inDocumentOrder([...file.entriesOf("map")].filter(isTitle), files);
  if (title !== undefined && title !== entry) {
    const related = [{ entry: title, message: "The first “map” line is here" }];
    return { message: "A file can have only one “map” line. Remove this one.", related };
  }
  const first = file.syntax.roots.find((root) => root.head.form !== "broken");
  if (first === undefined || first === entry) return undefined;
  const related = [{ entry: first, message: "The first entry is here" }];
  return { message: "The “map” line must come before all other entries. Move it to the top.", related };
}
