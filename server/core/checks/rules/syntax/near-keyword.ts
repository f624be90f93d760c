import type { EntryCheck } from "../../check.ts";
import { entryWithMisspeltKeyword } from "../../support/entryLikeText.ts";
import { ESCAPE_TEXT } from "../../support/messages.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** Text that would be an entry if its first word were a keyword: `Reason: …`, `reasn air by roy: …`. */
export const nearKeyword: EntryCheck = {
  code: "near-keyword",
  severity: "warning",
  title: "Text that starts with a misspelt keyword",
  scope: "entry",
  *check(entry) {
    for (const text of textLinesOf(entry)) {
      const found = entryWithMisspeltKeyword(text);
      if (found === undefined) continue;
      const { line, start } = text;
      yield {
        at: { line, start, end: start + found.word.length },
        entry,
        suggestions: [found.keyword],
        message: `Did you mean “${found.keyword}”? ${ESCAPE_TEXT}`,
      };
    }
  },
};
