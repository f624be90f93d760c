import { hasPremises } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { stepKeywords } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";

/** A step with neither text nor premises. */
export const emptyStep: EntryCheck = {
  code: "empty-step",
  severity: "error",
  title: "A reason or objection with neither text nor premises",
  noFix: "Only the writer knows what the step says.",
  scope: "entry",
  keywords: stepKeywords,
  *check(entry) {
    const { keyword } = entry.head;
    if (entry.text !== "" || hasPremises(entry)) return;
    const message = `This ${keyword} is empty. Write text after the colon, or indent a premise under it.`;
    yield { at: headSpan(entry), entry, message };
  },
};
