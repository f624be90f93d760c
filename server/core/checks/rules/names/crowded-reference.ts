import { isName } from "../../../language/characters.ts";
import { splitHead, type Word } from "../../../language/head.ts";
import { isClauseWord, isStep } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { headWordCount, isPlainName, isSentenceEnd, nearKeyword } from "../../support/headLike.ts";
import { textLinesOf } from "../../support/textLines.ts";

/** `premise a by lind`, `premise a, b`, `premis a`: without a colon only `premise` and a single name use a claim again; this is text. */
export const crowdedReference: EntryCheck = {
  code: "crowded-reference",
  severity: "warning",
  title: "Text that looks like a premise by name, with more than a name",
  scope: "entry",
  *check(entry) {
    if (!isStep(entry.head.keyword)) return;
    for (const { line, start, words, before } of textLinesOf(entry)) {
      const headWords = splitHead(words, 0, words.length).words;
      const name = headWords[1]?.text;
      if (name === undefined || line.attribute !== undefined || !isSentenceEnd(before)) continue;
      const at = { line, start, end: start + words.length };
      const nameWithinMarks = headWords.length === 2 ? nameWithoutMarks(headWords) : undefined;
      if (nameWithinMarks !== undefined) {
        const message = `Is this meant to use “${nameWithinMarks}” again? Then write “premise ${nameWithinMarks}” and no more. If it is text, put a backslash before it.`;
        yield { at, entry, suggestions: [`premise ${nameWithinMarks}`], message };
      }
      if (headWords[0]?.text !== "premise") continue;
      if (isClauseWord(headWords[2]?.text ?? "") && headWordCount(headWords, true) === headWords.length) {
        const message = `Is this meant to use “${name}” again? Then write “premise ${name}” and no more: what else there is to say of it is said where it is written out. If it is text, put a backslash before it.`;
        yield { at, entry, suggestions: [`premise ${name}`], message };
      } else if (countListedNames(words, headWords) > 1) {
        const message =
          "Are these meant to be used again? Then write “premise” and one name on a line of its own for each. If it is text, put a backslash before it.";
        yield { at, entry, message };
      }
    }
  },
};

/** `premis keep`, `premise “keep”`, `premise keep.`: the name, where all that is too much are marks around it, or a slip. */
function nameWithoutMarks([keyword, name]: readonly Word[]): string | undefined {
  if (keyword === undefined || name === undefined) return undefined;
  const text = name.text.replaceAll(/^[\p{Pi}\p{Ps}"'#@]+|[\p{Pf}\p{Pe}"'.;]+$/gu, "");
  const isSlip = keyword.text !== "premise";
  if (isSlip ? nearKeyword(keyword.text) !== "premise" : text === name.text) return undefined;
  return text.split(".").length <= 2 && text.split(".").every((part) => isPlainName({ ...name, text: part }))
    ? text
    : undefined;
}

/** How many names with a comma after each but the last follow the keyword, where nothing else does. */
function countListedNames(words: string, headWords: readonly Word[]): number {
  const isListed = headWords
    .slice(1, -1)
    .every(({ end }, index) => words.slice(end, headWords[index + 2]?.start).includes(","));
  const startsWithName = !words.slice(0, headWords[1]?.start).includes(",");
  return startsWithName && isListed && headWords.slice(1).every(isListedName) ? headWords.length - 1 : 0;
}

/** Whether a word between commas is a name, with a prefix or without. A single letter is no word of a sentence there. */
const isListedName = ({ text, start, end }: Word): boolean =>
  text.split(".").length <= 2 &&
  text.split(".").every((part) => (part.length === 1 ? isName(part) : isPlainName({ text: part, start, end })));
