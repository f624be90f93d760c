import { unaskedQuestions } from "../../../language/attributes/unaskedQuestions.ts";
import { attributeOf } from "../../../language/entry.ts";
import { lineTextSpan } from "../../../language/problem.ts";
import { isStep } from "../../../language/vocabulary.ts";
import { counted, plural } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";

/** A step with a scheme some of whose critical questions are not asked under it. */
export const unaskedQuestion: EntryCheck = {
  code: "unasked-question",
  severity: "hint",
  offByDefault: true,
  title: "A scheme whose critical questions are not all asked",
  scope: "entry",
  *check(entry) {
    const scheme = attributeOf(entry, "scheme");
    const at = scheme && lineTextSpan(scheme.line);
    if (at === undefined || !isStep(entry.head.keyword)) return;
    const unasked = unaskedQuestions(entry);
    const [first] = unasked;
    if (first === undefined) return;
    yield {
      at,
      entry,
      message: `${counted(unasked.length, "critical question")} of this scheme ${plural(unasked.length, "is", "are")} not asked, such as “${first.text}” Add ${plural(unasked.length, "it as a question", "them as questions")} under the step.`,
    };
  },
};
