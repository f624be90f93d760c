import { isClauseWord, keywordRules } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { editDistance } from "../../support/spelling.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** Words of English that differ from a key by one letter and are none. */
const ORDINARY_WORDS = new Set(
  (
    "age bags cage care conference data dare fate file's fill film fire five gate hate hole late liability life line " +
    "livelihood mate mile mole mote node none nose not pace pale pane pole rage rags rate rode rope rose rule sage sate " +
    "schemer sole tabs taps vote wage wags"
  ).split(" "),
);

/** Text that would be an attribute, were its first word a key: `auhtor: …`; or a clause, were it in the head: `by: lind`. */
export const nearKey: EntryCheck = {
  code: "near-key",
  severity: "hint",
  title: "Text that begins with what is nearly an attribute",
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
          message: `“${word}” stands in the head of its ${entry.head.keyword}, before the colon: write it there. If this is text, put a backslash before it.`,
        };
        continue;
      }
      const key = keys.find((one) => editDistance(word, one) <= maxKeyDistance(one));
      if (key === undefined) continue;
      yield {
        at: { line, start, end: start + word.length },
        entry,
        suggestions: [key],
        message: `Is this meant as the attribute “${key}”? Then write it so. If it is text, put a backslash before it to say so.`,
      };
    }
  },
};

/** In a short key one letter makes the difference, in a long one two may be slips. */
const maxKeyDistance = (key: string): number => (key.length < 4 ? 0 : key.length < 8 ? 1 : 2);
