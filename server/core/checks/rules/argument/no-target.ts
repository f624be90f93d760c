import { keywordSpan } from "../../../language/problem.ts";
import { isStep, sideOf, stepKeywords } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";

/** A reason or objection at the left edge that does not name its target. */
export const noTarget: EntryCheck = {
  code: "no-target",
  severity: "error",
  title: "A reason or objection without a target",
  scope: "entry",
  keywords: stepKeywords,
  *check(entry) {
    const { keyword, clauses } = entry.head;
    // `inconsistent-indentation` reports an indented entry with nothing above it, `misplaced-clause` the wrong clause.
    if (!isStep(keyword) || entry.parent !== undefined || entry.indent !== "") return;
    if (clauses.some(({ word }) => word === "for" || word === "against")) return;
    yield {
      at: keywordSpan(entry),
      entry,
      message: `This ${keyword} has no target. Indent it under a claim, or name its target, as in “${keyword} ${sideOf(keyword)} name: …”.`,
    };
  },
};
