import type { Entry } from "../../../language/entry.ts";
import { inOrder, isInPlace } from "../../../language/graph.ts";
import { keywordSpan, type Related } from "../../../language/problem.ts";
import { isStep, type Keyword, rules, withArticle } from "../../../language/vocabulary.ts";
import type { Context, EntryCheck, Finding } from "../../check.ts";
import { listed, sentence } from "../../support/messages.ts";
import { indentationFaults } from "./inconsistent-indentation.ts";

/** An entry where its keyword may not stand. */
export const misplacedEntry: EntryCheck = {
  code: "misplaced-entry",
  severity: "error",
  title: "An entry in the wrong place",
  scope: "entry",
  *check(entry, context) {
    const { head, parent, indent } = entry;
    const title = head.keyword === "map" && parent === undefined ? titleFault(entry, context) : undefined;
    if (title !== undefined) yield { at: keywordSpan(entry), entry, ...title };
    // What is indented with nothing above it is told so by its indentation.
    if (parent === undefined && indent === "" && !isInPlace(entry)) yield told(entry);
    // Told by the entry around, as wrong indentation is: where that is the fault, it alone is told.
    const misplaced = entry.children.filter((child) => !isInPlace(child));
    if (misplaced.length === 0) return;
    const wronglyIndented = new Set([...indentationFaults(entry)].map((fault) => fault.entry));
    for (const child of misplaced) if (!wronglyIndented.has(child)) yield told(child);
  },
};

function told(entry: Entry): Finding {
  const { head, parent } = entry;
  const offers = head.form === "bare" ? [] : insteadOf(head.keyword, parent?.head.keyword);
  const [offer] = offers;
  const here = parent === undefined ? "under nothing" : `under ${withArticle(parent.head.keyword)}`;
  const instead = offer === undefined ? "" : ` Here it would be ${withArticle(offer)}.`;
  const message = `${placesOf(head.keyword)}; this one stands ${here}.${instead}`;
  return { at: keywordSpan(entry), entry, offers, message };
}

/** What is wrong with where the title of the map stands. */
function titleFault(
  entry: Entry,
  { file, files }: Context,
): { readonly message: string; readonly related: readonly Related[] } | undefined {
  const isTitle = (one: Entry): boolean => one.parent === undefined && one.head.form !== "broken";
  const [title] = inOrder([...file.entriesOf("map")].filter(isTitle), files);
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
function placesOf(keyword: Keyword): string {
  const { top, under } = rules[keyword];
  const places = under.length === 0 ? [] : [`under ${listed(under.map(withArticle), "or")}`];
  if (top) places.unshift("at the left edge");
  return `${sentence(withArticle(keyword))} stands ${places.join(", or ")}`;
}

/** The keywords that say much the same and may stand there. */
function insteadOf(keyword: Keyword, above: Keyword | undefined): readonly Keyword[] {
  if (above === undefined) return keyword === "premise" || keyword === "assumption" ? ["claim"] : [];
  if (keyword === "claim" && isStep(above)) return ["premise"];
  if (keyword === "premise" && rules.reason.under.includes(above)) return ["reason"];
  if (keyword === "premise" && above === "question") return ["claim"];
  return [];
}
