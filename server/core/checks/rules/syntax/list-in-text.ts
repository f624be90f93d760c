import { otherToolOf } from "../../../language/intent/otherTools.ts";
import { isClaimLike, isStep } from "../../../language/vocabulary.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { listsOf } from "../../support/listsOf.ts";
import { ESCAPE_TEXT, otherToolMessage } from "../../support/messages.ts";
import type { EntryTextLine } from "../../support/textLines.ts";

/** Several lines of text with list marks, which are one text, although they look like separate points. */
export const listInText: EntryCheck = {
  code: "list-in-text",
  severity: "warning",
  title: "A list in the text of an entry",
  scope: "entry",
  *check(entry) {
    const { keyword, form } = entry.head;
    if (form !== "full" || !(isClaimLike(keyword) || isStep(keyword) || keyword === "question")) return;
    for (const run of listsOf(entry)) {
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined || run.length < 2) continue;
      const tool = otherToolOf(first.line.scanned.raw) ?? otherToolOf(last.line.scanned.raw);
      const spanOf = ({ line, start, words }: EntryTextLine) => ({ line, start, end: start + words.length });
      const span: Pick<CheckFinding, "at" | "to" | "entry"> = { at: spanOf(first), to: spanOf(last), entry };
      yield tool === undefined
        ? {
            ...span,
            message: `This list is one text of the ${keyword}. Make each point an entry of its own, such as a reason. ${ESCAPE_TEXT}`,
          }
        : { ...span, message: otherToolMessage(tool), isShownOnce: true };
    }
  },
};
