import { nearest } from "../../../strings/spelling.ts";
import type { CommentCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";

/** A comment that is meant to silence a problem that does not exist, or an error. */
export const unknownProblem: CommentCheck = {
  code: "unknown-problem",
  severity: "warning",
  title: "A comment that silences an unknown problem",
  scope: "comment",
  *check({ line, comment, ignorableCodes, errorCodes }) {
    for (const { text, start, end } of comment.codes) {
      if (ignorableCodes.has(text)) continue;
      const at = { line, start, end };
      if (errorCodes.has(text)) {
        yield { at, message: `“${text}” is an error, which no comment can silence. Fix it, and remove the code here.` };
        continue;
      }
      const suggestions = nearest(text.toLowerCase(), [...ignorableCodes]);
      const remedy =
        suggestions.length > 0 ? didYouMean(suggestions) : "Write the code that the editor shows beside the message.";
      yield { at, suggestions, message: `No problem is called “${text}”. ${remedy}` };
    }
  },
};
