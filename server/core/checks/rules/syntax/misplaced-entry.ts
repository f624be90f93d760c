import type { Entry } from "../../../language/entry.ts";
import { inDocumentOrder, isWellPlaced } from "../../../language/graph.ts";
import { keywordSpan, type RelatedEntry } from "../../../language/problem.ts";
import { isStep, type Keyword, keywordRules, withArticle } from "../../../language/vocabulary.ts";
import type { CheckContext, CheckFinding, EntryCheck } from "../../check.ts";
import { capitalise, joinList } from "../../support/messages.ts";
import { indentationFindings } from "./inconsistent-indentation.ts";

/** An entry where its keyword may not stand. */
export const misplacedEntry: EntryCheck = {
  code: "misplaced-entry",
  severity: "error",
  title: "An entry in the wrong place",
  scope: "entry",
  *check(entry, context) {
    const { head, parent, indent } = entry;
    const titleFinding = head.keyword === "map" && parent === undefined ? titleError(entry, context) : undefined;
    if (titleFinding !== undefined) yield { at: keywordSpan(entry), entry, ...titleFinding };
    // What is indented with nothing above it is told so by its indentation.
    if (parent === undefined && indent === "" && !isWellPlaced(entry)) yield misplacedFinding(entry);
    // Told by the entry around, as wrong indentation is: where that is the fault, it alone is told.
    const misplaced = entry.children.filter((child) => !isWellPlaced(child));
    if (misplaced.length === 0) return;
    const wronglyIndented = new Set([...indentationFindings(entry)].map((finding) => finding.entry));
    for (const child of misplaced) if (!wronglyIndented.has(child)) yield misplacedFinding(child);
  },
};

function misplacedFinding(entry: Entry): CheckFinding {
  const { head, parent } = entry;
  const suggestions = head.form === "bare" ? [] : alternativeKeywords(head.keyword, parent?.head.keyword);
  const [offer] = suggestions;
  const here = parent === undefined ? "under nothing" : `under ${withArticle(parent.head.keyword)}`;
  const alternative = offer === undefined ? "" : ` Here it would be ${withArticle(offer)}.`;
  const message = `${allowedPlaces(head.keyword)}; this one stands ${here}.${alternative}`;
  return { at: keywordSpan(entry), entry, suggestions, message };
}

/** What is wrong with where the title of the map stands. */
function titleError(
  entry: Entry,
  { file, files }: CheckContext,
): { readonly message: string; readonly related: readonly RelatedEntry[] } | undefined {
  const isTitle = (one: Entry): boolean => one.parent === undefined && one.head.form !== "broken";
  const [title] = inDocumentOrder([...file.entriesOf("map")].filter(isTitle), files);
  if (title !== undefined && title !== entry) {
    const related = [{ entry: title, message: "The title is here" }];
    return { message: "A file has one “map” line. Make one title of the two.", related };
  }
  const first = file.syntax.roots.find((root) => root.head.form !== "broken");
  if (first === undefined || first === entry) return undefined;
  const related = [{ entry: first, message: "The first entry is here" }];
  return { message: "The “map” line comes before all other entries. Move it to the top.", related };
}

/** “A premise stands under a reason or an objection” */
function allowedPlaces(keyword: Keyword): string {
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  const places = allowedParents.length === 0 ? [] : [`under ${joinList(allowedParents.map(withArticle), "or")}`];
  if (canBeTopLevel) places.unshift("at the left edge");
  return `${capitalise(withArticle(keyword))} stands ${places.join(", or ")}`;
}

/** The keywords that say much the same and may stand there. */
function alternativeKeywords(keyword: Keyword, above: Keyword | undefined): readonly Keyword[] {
  if (above === undefined) return keyword === "premise" || keyword === "assumption" ? ["claim"] : [];
  if (keyword === "claim" && isStep(above)) return ["premise"];
  if (keyword === "premise" && keywordRules.reason.allowedParents.includes(above)) return ["reason"];
  if (keyword === "premise" && above === "question") return ["claim"];
  return [];
}
