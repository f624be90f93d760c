import type { CommentCheck } from "../../check.ts";
import { inQuotes } from "../../support/messages.ts";

/** A comment that silences nothing. */
export const unusedIgnore: CommentCheck = {
  code: "unused-ignore",
  severity: "hint",
  title: "A comment that silences no problem",
  scope: "comment",
  *check({ line, comment, hasTarget, silences, hasRun, ignorableCodes }) {
    if (comment.scope === "entry" && !hasTarget) {
      const message =
        "This comment silences nothing, because no entry is below it. Move it directly above one, or remove it.";
      yield { at: { line, start: comment.start, end: comment.end }, message };
      return;
    }
    if (comment.codes.length === 0) {
      const message =
        "This comment silences nothing, because it names no problem. Write the code of a problem, or remove the comment.";
      yield { at: { line, start: comment.start, end: comment.end }, message };
    }
    for (const { text, start, end } of comment.codes) {
      // `unknown-problem` reports other codes.
      if (!ignorableCodes.has(text) || silences(text) || !hasRun(text)) continue;
      const where = comment.scope === "file" ? "This file" : "The entry below";
      yield {
        at: { line, start, end },
        message: `${where} has no problem ${inQuotes(text)}. Remove it from the comment.`,
      };
    }
  },
};
