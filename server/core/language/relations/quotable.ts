/** The entries that can be supported by a quote. */
import type { Entry } from "../entry.ts";
import { hasPremises, isWellPlaced } from "../graph.ts";
import { isStep } from "../vocabulary.ts";

const quotableKeywords: ReadonlySet<string> = new Set(["claim", "premise", "reason", "objection"]);

/**
 * Whether a source could support the text of an entry. That excludes assumptions, which nobody has stated, and steps with
 * premises, which need the support instead.
 */
export const isQuotable = (entry: Entry): boolean =>
  quotableKeywords.has(entry.head.keyword) &&
  entry.head.form === "full" &&
  entry.text !== "" &&
  isWellPlaced(entry) &&
  !(isStep(entry.head.keyword) && hasPremises(entry));

/** Whether an entry is quotable but has no quote. */
export const isUnquoted = (entry: Entry): boolean =>
  isQuotable(entry) && !entry.children.some(({ head }) => head.keyword === "quote");
