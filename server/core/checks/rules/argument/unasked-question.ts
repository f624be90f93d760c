import { unaskedQuestions } from "../../../language/criticalQuestions.ts";
import { attributeOf } from "../../../language/entry.ts";
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
    if (scheme === undefined || !("textStart" in scheme.line.scanned) || !isStep(entry.head.keyword)) return;
    const unasked = unaskedQuestions(entry);
    const [first] = unasked;
    if (first === undefined) return;
    const { textStart, raw } = scheme.line.scanned;
    yield {
      at: { line: scheme.line, start: textStart, end: raw.trimEnd().length },
      entry,
      message: `${counted(unasked.length, "critical question")} of this scheme ${plural(unasked.length, "is", "are")} not asked, such as “${first.text}” Add ${plural(unasked.length, "it as a question", "them as questions")} under the step.`,
    };
  },
};
