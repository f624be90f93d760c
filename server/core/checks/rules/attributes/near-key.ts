import { isClauseWord, keywordRules } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { ESCAPE_TEXT } from "../../support/messages.ts";
import { editDistance } from "../../support/spelling.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** English words within one or two edits of a key. */
const ORDINARY_WORDS = new Set(
  (
    "age bags cage care conference data dare fate file's fill film fire five gate hate hole late liability life line " +
    "livelihood mate mile mole mote node none nose not pace pale pane pole rage rags rate rode rope rose rule sage sate " +
    "schemer sole tabs taps vote wage wags"
  ).split(" "),
);

/** Text that would be an attribute if its first word were a key (`auhtor: …`), or a clause if it were in the head (`by: lind`). */
export const nearKey: EntryCheck = {
  code: "near-key",
  severity: "hint",
  title: "Text that starts with a misspelt attribute",
  scope: "entry",
  *check(entry) {
    const keys = entry.head.form === "bare" ? [] : keywordRules[entry.head.keyword].attributes;
    for (const { line, start, words } of textLinesOf(entry)) {
      const word = /^[a-z]+(?:-[a-z]+)?(?=:(?:\s|$))/.exec(words)?.[0];
      if (word === undefined || ORDINARY_WORDS.has(word)) continue;
      if (isClauseWord(word) && entry.head.form === "full" && keywordRules[entry.head.keyword].clauses.includes(word)) {
        yield {
          at: { line, start, end: start + word.length },
          entry,
          message: `“${word}” belongs in the head of the ${entry.head.keyword}. Move it before the colon. ${ESCAPE_TEXT}`,
        };
        continue;
      }
      const key = keys.find((one) => editDistance(word, one) <= maxKeyDistance(one));
      if (key === undefined) continue;
      yield {
        at: { line, start, end: start + word.length },
        entry,
        suggestions: [key],
        message: `Did you mean “${key}”? ${ESCAPE_TEXT}`,
      };
    }
  },
};

/** In a short key every letter matters, but a long one may contain two typing errors. */
const maxKeyDistance = (key: string): number => (key.length < 4 ? 0 : key.length < 8 ? 1 : 2);
