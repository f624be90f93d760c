/** Where a passage that comes near some words begins and ends. */
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import type { Passage } from "../article.ts";
import { normalise } from "../text/normalise.ts";
import { similarity } from "./similarity.ts";

/** More words than these are compared no further. */
const MAX_EDITS = 200;
/** Longer words are taken piece by piece. */
const MAX_WORD_LENGTH = 80;

/** Words that the source has in square brackets are none of its text: a quote leaves them out, or has them whole. */
const IN_BRACKETS = /(?<!\S)\[[^\][]*\](?![\p{L}\p{N}])/gu;
/** Between white space, and over the end of a line where a hyphen parts it; a dash or mark that stands alone is none. */
const WORD = /(?:\S*\p{L}[-‐‑]\s*[\r\n]\s*(?=\p{Ll}))*\S+/gu;
/** What most words are: it is compared as it stands. */
const PLAIN = /^[a-zA-Z0-9]+$/;
const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

const comparableWords = (text: string): string[] =>
  (text.match(WORD) ?? []).filter(isWord).map((word) => (PLAIN.test(word) ? word : normalise(word).text));

/**
 * A passage with as many words before those that it shares with the words sought as these have there, and as many after
 * them: where a whole word is another, how many of its letters stand for which says nothing.
 */
export function alignEnds(text: string, passage: Passage, words: string): Passage {
  const there = text.slice(passage.start, passage.end);
  const changes = diffArrays(
    comparableWords(words),
    comparableWords(words.includes("[") ? there : there.replace(IN_BRACKETS, " ")),
    {
      maxEditLength: MAX_EDITS,
    },
  );
  const shared = (changes ?? []).flatMap(({ added, removed }, index) => (added || removed ? [] : [index]));
  const [first, last] = [shared[0], shared.at(-1)];
  // Where nothing is shared there is nothing to go by.
  if (changes === undefined || first === undefined || last === undefined) return passage;
  const missingWordCount = (some: typeof changes): number => {
    const [wanted, there] = [some.filter(({ added }) => !added), some.filter(({ added }) => added)].map((ones) =>
      ones.flatMap(({ value }) => value),
    );
    if (wanted === undefined || there === undefined) return 0;
    // The same letters may only be written apart: “per cent”.
    const [a, b] = [wanted.join(""), there.join("")];
    return distance(a, b) * 2 < Math.max(a.length, b.length) ? 0 : wanted.length - there.length;
  };
  const start = moveBackward(text, passage.start, missingWordCount(changes.slice(0, first)));
  const end = moveForward(text, passage.end, missingWordCount(changes.slice(last + 1)));
  // The full stop of the sentence before is no part of it.
  const stop = /^[^\s\p{L}\p{N}]+\s+/u.exec(text.slice(start, start + MAX_WORD_LENGTH))?.[0].length ?? 0;
  const from = isInsideWord(text, start) ? start + stop : start;
  return from < end ? extendToSameEnds(text, { start: from, end }, words) : passage;
}

/** As many words are left out at most where the first or last word sought stands a little before or after the passage. */
const MAX_SKIPPED = 3;

/** A passage that goes on to the first and the last word sought, where these stand near and that makes it no less like. */
function extendToSameEnds(text: string, passage: Passage, words: string): Passage {
  const [first, last] = [wordAfter(words, 0), wordBefore(words, words.length)];
  if (first === undefined || last === undefined) return passage;
  const normalised = (source: string, { start, end }: Passage): string => normalise(source.slice(start, end)).text;
  const isFirst = (one: Passage): boolean => normalised(text, one) === normalised(words, first);
  const isLast = (one: Passage): boolean => normalised(text, one) === normalised(words, last);
  let { start, end } = passage;
  let before = wordAfter(text, start);
  for (let left = MAX_SKIPPED; before && left >= 0 && !isFirst(before); left--) before = wordBefore(text, before.start);
  if (before && isFirst(before) && before.start < start) start = before.start;
  let after = wordBefore(text, end);
  for (let left = MAX_SKIPPED; after && left >= 0 && !isLast(after); left--) after = wordAfter(text, after.end);
  if (after && isLast(after) && after.end > end) end = after.end;
  if (start === passage.start && end === passage.end) return passage;
  const similarityTo = (one: Passage): number => similarity(text.slice(one.start, one.end), words);
  return [{ start, end }, { start, end: passage.end }, { start: passage.start, end }, passage].reduce((best, one) =>
    similarityTo(one) > similarityTo(best) ? one : best,
  );
}

/** Where a passage begins that has so many words more before it; fewer where that is negative. */
function moveBackward(text: string, start: number, words: number): number {
  let at = start;
  for (let more = words; more > 0; more--) at = wordBefore(text, at)?.start ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isInsideWord(text, at);
    const word = isWhole ? wordAfter(text, at) : undefined;
    at = wordAfter(text, word?.end ?? at)?.start ?? at;
  }
  return at;
}

/** Where a passage ends that has so many words more after it; fewer where that is negative. */
function moveForward(text: string, end: number, words: number): number {
  let at = end;
  for (let more = words; more > 0; more--) at = wordAfter(text, at)?.end ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isInsideWord(text, at);
    const word = isWhole ? wordBefore(text, at) : undefined;
    at = wordBefore(text, word?.start ?? at)?.end ?? at;
  }
  return at;
}

/** The next word that begins at or after an offset; of one that it stands in, nothing. */
function wordAfter(text: string, at: number): Passage | undefined {
  const from = isInsideWord(text, at) ? at + (/^\S*/.exec(text.slice(at, at + MAX_WORD_LENGTH))?.[0].length ?? 0) : at;
  for (const { 0: word, index } of maskBrackets(text.slice(from, from + 2 * MAX_WORD_LENGTH)).matchAll(WORD)) {
    if (isWord(word)) return trimPunctuation(word, from + index);
  }
  return undefined;
}

/** The last word that ends at or before an offset; of one that it stands in, nothing. */
function wordBefore(text: string, at: number): Passage | undefined {
  const to = isInsideWord(text, at)
    ? at - (/\S*$/.exec(text.slice(Math.max(0, at - MAX_WORD_LENGTH), at))?.[0].length ?? 0)
    : at;
  const from = Math.max(0, to - 2 * MAX_WORD_LENGTH);
  const words = [...maskBrackets(text.slice(from, to)).matchAll(WORD)].filter(({ 0: word }) => isWord(word));
  const last = words.at(-1);
  return last && trimPunctuation(last[0], from + last.index);
}

/** A word without the marks around it. */
function trimPunctuation(word: string, at: number): Passage {
  const before = word.search(/[\p{L}\p{N}]/u);
  const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(word)?.[0].length ?? 0;
  return { start: at + before, end: at + word.length - after };
}

/** A text without what stands in brackets, all else at its place. */
const maskBrackets = (text: string): string => text.replace(IN_BRACKETS, (words) => " ".repeat(words.length));

const isInsideWord = (text: string, at: number): boolean => /^\S\S$/.test(text.slice(Math.max(0, at - 1), at + 1));
