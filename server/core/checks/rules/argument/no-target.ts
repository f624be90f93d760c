import { keywordSpan } from "../../../language/problem.ts";
import { isStep } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";

/** A reason for, or an objection against, nothing. */
export const noTarget: EntryCheck = {
  code: "no-target",
  severity: "error",
  title: "A reason or objection with nothing to bear on",
  scope: "entry",
  *check(entry) {
    const { keyword, clauses } = entry.head;
    // What is indented with nothing above it is told so by its indentation, a wrong clause by its word.
    if (!isStep(keyword) || entry.parent !== undefined || entry.indent !== "") return;
    if (clauses.some(({ word }) => word === "for" || word === "against")) return;
    const word = keyword === "reason" ? "for" : "against";
    yield {
      at: keywordSpan(entry),
      entry,
      message: `What is this ${keyword === "reason" ? "a reason for" : "an objection against"}? Indent it under that, or name it with “${word}”, as in “${keyword} ${word} name: …”.`,
    };
  },
};
