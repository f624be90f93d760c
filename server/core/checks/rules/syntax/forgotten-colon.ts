import { targetOf } from "../../../language/graph.ts";
import { referencesOf } from "../../../language/map.ts";
import { withArticle } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { entryWithoutColon } from "../../support/entryLikeText.ts";
import { ESCAPE_TEXT } from "../../support/messages.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** Text that would be an entry if it had a colon. */
export const forgottenColon: EntryCheck = {
  code: "forgotten-colon",
  severity: "warning",
  title: "Text that looks like an entry without its colon",
  scope: "entry",
  *check(entry) {
    const { head } = entry;
    if (head.form === "bare" && entry.text !== "") {
      const at = { line: entry.line, start: head.start, end: head.end };
      const written = entry.line.scanned.raw.slice(head.start, head.end);
      // A name that is already defined cannot be the name of a new premise.
      const isDefined = referencesOf(entry).some((one) => one.name.prefix !== undefined || targetOf(one) !== undefined);
      const replacement = isDefined ? "premise:" : `${written}:`;
      const message = `“${written}” uses a claim that is defined elsewhere, so it takes no text. Write “${replacement}” to start a new premise, or move the text.`;
      yield { at, entry, suggestions: [replacement], message };
    }
    for (const text of textLinesOf(entry)) {
      const found = entryWithoutColon(text);
      if (found === undefined) continue;
      const { line, start, words } = text;
      const { keyword, hasFullWidthColon, end } = found;
      const head = words.slice(0, end);
      yield hasFullWidthColon
        ? {
            at: { line, start: start + end, end: start + end + 1 },
            entry,
            suggestions: [":"],
            message: `This looks like ${withArticle(keyword)} with a full-width colon. Write “:” instead of “：”. ${ESCAPE_TEXT}`,
          }
        : {
            at: { line, start, end: start + end },
            entry,
            suggestions: [`${head}:`],
            message: `This looks like ${withArticle(keyword)} without its colon. Put a colon after “${head}”. ${ESCAPE_TEXT}`,
          };
    }
  },
};
