import { attributeOf, type Entry } from "../../../language/entry.ts";
import { hasPremises, isWellPlaced, sourcesOf } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { isStep } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";

const quotableKeywords: ReadonlySet<string> = new Set(["claim", "premise", "reason", "objection"]);

/**
 * Whether an entry says something that words of a source could bear out: no assumption, which nobody has stated, and no step
 * that leaves what it says to its premises.
 */
export const isQuotable = (entry: Entry): boolean =>
  quotableKeywords.has(entry.head.keyword) &&
  entry.head.form === "full" &&
  entry.text !== "" &&
  isWellPlaced(entry) &&
  !(isStep(entry.head.keyword) && hasPremises(entry));

/** Whether such an entry rests on no words of a source. */
export const isUnquoted = (entry: Entry): boolean =>
  isQuotable(entry) && !entry.children.some(({ head }) => head.keyword === "quote");

/** An entry that rests on no words, in a map whose sources can be quoted. */
export const unquotedEntry: EntryCheck = {
  code: "unquoted-entry",
  severity: "hint",
  offByDefault: true,
  title: "An entry without a quote",
  scope: "entry",
  *check(entry, { files }) {
    if (!isUnquoted(entry) || !sourcesOf(files).some((source) => attributeOf(source, "file") !== undefined)) return;
    yield { at: headSpan(entry), entry, message: "No words of a source are quoted for this. Indent a quote under it." };
  },
};
