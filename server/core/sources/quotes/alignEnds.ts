/** Where a passage that comes near some words begins and ends. */
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import type { Passage } from "../article.ts";
import { normalise } from "../text/normalise.ts";
import { likeness } from "./similarity.ts";

/** More words than these are compared no further. */
const MOST_EDITS = 200;
/** Longer words are taken piece by piece. */
const LONGEST_WORD = 80;

/** Words that the source has in square brackets are none of its text: a quote leaves them out, or has them whole. */
const IN_BRACKETS = /(?<!\S)\[[^\][]*\](?![\p{L}\p{N}])/gu;
/** Between white space, and over the end of a line where a hyphen parts it; a dash or mark that stands alone is none. */
const WORD = /(?:\S*\p{L}[-‐‑]\s*[\r\n]\s*(?=\p{Ll}))*\S+/gu;
/** What most words are: it is compared as it stands. */
const PLAIN = /^[a-zA-Z0-9]+$/;
const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

const wordsOf = (text: string): string[] =>
  (text.match(WORD) ?? []).filter(isWord).map((word) => (PLAIN.test(word) ? word : normalise(word).text));

/**
 * A passage with as many words before those that it shares with the words sought as these have there, and as many after
 * them: where a whole word is another, how many of its letters stand for which says nothing.
 */
export function withEnds(text: string, passage: Passage, words: string): Passage {
  const there = text.slice(passage.start, passage.end);
  const changes = diffArrays(wordsOf(words), wordsOf(words.includes("[") ? there : there.replace(IN_BRACKETS, " ")), {
    maxEditLength: MOST_EDITS,
  });
  const shared = (changes ?? []).flatMap(({ added, removed }, index) => (added || removed ? [] : [index]));
  const [first, last] = [shared[0], shared.at(-1)];
  // Where nothing is shared there is nothing to go by.
  if (changes === undefined || first === undefined || last === undefined) return passage;
  const surplus = (some: typeof changes): number => {
    const [wanted, there] = [some.filter(({ added }) => !added), some.filter(({ added }) => added)].map((ones) =>
      ones.flatMap(({ value }) => value),
    );
    if (wanted === undefined || there === undefined) return 0;
    // The same letters may only be written apart: “per cent”.
    const [a, b] = [wanted.join(""), there.join("")];
    return distance(a, b) * 2 < Math.max(a.length, b.length) ? 0 : wanted.length - there.length;
  };
  const start = movedBack(text, passage.start, surplus(changes.slice(0, first)));
  const end = movedOn(text, passage.end, surplus(changes.slice(last + 1)));
  // The full stop of the sentence before is no part of it.
  const stop = /^[^\s\p{L}\p{N}]+\s+/u.exec(text.slice(start, start + LONGEST_WORD))?.[0].length ?? 0;
  const from = isWithin(text, start) ? start + stop : start;
  return from < end ? toSameEnds(text, { start: from, end }, words) : passage;
}

/** As many words are left out at most where the first or last word sought stands a little before or after the passage. */
const MOST_LEFT_OUT = 3;

/** A passage that goes on to the first and the last word sought, where these stand near and that makes it no less like. */
function toSameEnds(text: string, passage: Passage, words: string): Passage {
  const [first, last] = [wordAfter(words, 0), wordBefore(words, words.length)];
  if (first === undefined || last === undefined) return passage;
  const said = (source: string, { start, end }: Passage): string => normalise(source.slice(start, end)).text;
  const isFirst = (one: Passage): boolean => said(text, one) === said(words, first);
  const isLast = (one: Passage): boolean => said(text, one) === said(words, last);
  let { start, end } = passage;
  let before = wordAfter(text, start);
  for (let left = MOST_LEFT_OUT; before && left >= 0 && !isFirst(before); left--)
    before = wordBefore(text, before.start);
  if (before && isFirst(before) && before.start < start) start = before.start;
  let after = wordBefore(text, end);
  for (let left = MOST_LEFT_OUT; after && left >= 0 && !isLast(after); left--) after = wordAfter(text, after.end);
  if (after && isLast(after) && after.end > end) end = after.end;
  if (start === passage.start && end === passage.end) return passage;
  const like = (one: Passage): number => likeness(text.slice(one.start, one.end), words);
  return [{ start, end }, { start, end: passage.end }, { start: passage.start, end }, passage].reduce((best, one) =>
    like(one) > like(best) ? one : best,
  );
}

/** Where a passage begins that has so many words more before it; fewer where that is negative. */
function movedBack(text: string, start: number, words: number): number {
  let at = start;
  for (let more = words; more > 0; more--) at = wordBefore(text, at)?.start ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isWithin(text, at);
    const word = isWhole ? wordAfter(text, at) : undefined;
    at = wordAfter(text, word?.end ?? at)?.start ?? at;
  }
  return at;
}

/** Where a passage ends that has so many words more after it; fewer where that is negative. */
function movedOn(text: string, end: number, words: number): number {
  let at = end;
  for (let more = words; more > 0; more--) at = wordAfter(text, at)?.end ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isWithin(text, at);
    const word = isWhole ? wordBefore(text, at) : undefined;
    at = wordBefore(text, word?.start ?? at)?.end ?? at;
  }
  return at;
}

/** The next word that begins at or after an offset; of one that it stands in, nothing. */
function wordAfter(text: string, at: number): Passage | undefined {
  const from = isWithin(text, at) ? at + (/^\S*/.exec(text.slice(at, at + LONGEST_WORD))?.[0].length ?? 0) : at;
  for (const { 0: word, index } of veiled(text.slice(from, from + 2 * LONGEST_WORD)).matchAll(WORD)) {
    if (isWord(word)) return bare(word, from + index);
  }
  return undefined;
}

/** The last word that ends at or before an offset; of one that it stands in, nothing. */
function wordBefore(text: string, at: number): Passage | undefined {
  const to = isWithin(text, at)
    ? at - (/\S*$/.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0].length ?? 0)
    : at;
  const from = Math.max(0, to - 2 * LONGEST_WORD);
  const words = [...veiled(text.slice(from, to)).matchAll(WORD)].filter(({ 0: word }) => isWord(word));
  const last = words.at(-1);
  return last && bare(last[0], from + last.index);
}

/** A word without the marks around it. */
function bare(word: string, at: number): Passage {
  const before = word.search(/[\p{L}\p{N}]/u);
  const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(word)?.[0].length ?? 0;
  return { start: at + before, end: at + word.length - after };
}

/** A text without what stands in brackets, all else at its place. */
const veiled = (text: string): string => text.replace(IN_BRACKETS, (words) => " ".repeat(words.length));

const isWithin = (text: string, at: number): boolean => /^\S\S$/.test(text.slice(Math.max(0, at - 1), at + 1));
