import { isName } from "../../../language/characters.ts";
import { splitHead, type Word } from "../../../language/head.ts";
import { isClauseWord, isStep } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { headWordCount, isPlainName, isSentenceEnd, similarKeyword } from "../../support/headLike.ts";
import { ESCAPE_TEXT } from "../../support/messages.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** Text that looks like the use of a claim but is not exactly `premise name`: `premise a by lind`, `premise a, b`, `premis a`. */
export const crowdedReference: EntryCheck = {
  code: "crowded-reference",
  severity: "warning",
  title: "Text that looks like the use of a claim, with more than its name",
  scope: "entry",
  *check(entry) {
    if (!isStep(entry.head.keyword)) return;
    for (const { line, start, words, before } of textLinesOf(entry)) {
      const headWords = splitHead(words, 0, words.length).words;
      const name = headWords[1]?.text;
      if (name === undefined || line.attribute !== undefined || !isSentenceEnd(before)) continue;
      const at = { line, start, end: start + words.length };
      const correctedName = headWords.length === 2 ? nameWithoutPunctuation(headWords) : undefined;
      if (correctedName !== undefined) {
        const message = `This looks like a use of “${correctedName}”. Write just “premise ${correctedName}”. ${ESCAPE_TEXT}`;
        yield { at, entry, suggestions: [`premise ${correctedName}`], message };
      }
      if (headWords[0]?.text !== "premise") continue;
      if (isClauseWord(headWords[2]?.text ?? "") && headWordCount(headWords, true) === headWords.length) {
        const message = `This looks like a use of “${name}”, but such a line takes no clauses. Write just “premise ${name}”. ${ESCAPE_TEXT}`;
        yield { at, entry, suggestions: [`premise ${name}`], message };
      } else if (countListedNames(words, headWords) > 1) {
        const message = `This looks like a use of several claims. Write a separate “premise” line for each. ${ESCAPE_TEXT}`;
        yield { at, entry, message };
      }
    }
  },
};

/** Returns the name in `premis keep`, `premise “keep”` or `premise keep.`; undefined if nothing needs correction. */
function nameWithoutPunctuation([keyword, name]: readonly Word[]): string | undefined {
  if (keyword === undefined || name === undefined) return undefined;
  const text = name.text.replaceAll(/^[\p{Pi}\p{Ps}"'#@]+|[\p{Pf}\p{Pe}"'.;]+$/gu, "");
  const isMisspelt = keyword.text !== "premise";
  if (isMisspelt ? similarKeyword(keyword.text) !== "premise" : text === name.text) return undefined;
  return text.split(".").length <= 2 && text.split(".").every((part) => isPlainName({ ...name, text: part }))
    ? text
    : undefined;
}

/** Returns the number of names after the keyword, if they are separated by commas and nothing else follows; 0 otherwise. */
function countListedNames(words: string, headWords: readonly Word[]): number {
  const isListed = headWords
    .slice(1, -1)
    .every(({ end }, index) => words.slice(end, headWords[index + 2]?.start).includes(","));
  const startsWithName = !words.slice(0, headWords[1]?.start).includes(",");
  return startsWithName && isListed && headWords.slice(1).every(isListedName) ? headWords.length - 1 : 0;
}

/** Whether a word between commas is a name, with or without a prefix. A single letter there is not part of a sentence. */
const isListedName = ({ text, start, end }: Word): boolean =>
  text.split(".").length <= 2 &&
  text.split(".").every((part) => (part.length === 1 ? isName(part) : isPlainName({ text: part, start, end })));
