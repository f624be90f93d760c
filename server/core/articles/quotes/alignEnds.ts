/** Aligns the start and end of an approximate match with the first and last word of a quote. */
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import type { Passage } from "../article.ts";
import { normalize } from "./normalize.ts";
import { similarity } from "./similarity.ts";

/** The word diff gives up beyond this many edits. */
const MAX_EDITS = 200;
/** Words are scanned in windows of this many UTF-16 units. */
const MAX_WORD_LENGTH = 80;

/** An editorial insertion in square brackets: a quote omits it or contains it whole. */
const IN_BRACKETS = /(?<!\S)\[[^\][]*\](?![\p{L}\p{N}])/gu;
/** A run without white space, including the continuation of a word hyphenated at a line end. `isWord` excludes lone punctuation. */
const WORD = /(?:\S*\p{L}[-‐‑]\s*[\r\n]\s*(?=\p{L}))*\S+/gu;
/** Words that `normalize` would not change. */
const PLAIN = /^[a-zA-Z0-9]+$/;
const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

const comparableWords = (text: string): string[] =>
  (text.match(WORD) ?? []).filter(isWord).map((word) => (PLAIN.test(word) ? word : normalize(word).text));

/**
 * Returns the passage with its ends moved so that it has as many words before and after the shared words as the query has.
 * Character edit distance places the ends of a match arbitrarily if the first or last word was replaced.
 */
export function alignEnds(text: string, passage: Passage, query: string): Passage {
  const passageText = text.slice(passage.start, passage.end);
  const changes = diffArrays(
    comparableWords(query),
    comparableWords(query.includes("[") ? passageText : passageText.replace(IN_BRACKETS, " ")),
    {
      maxEditLength: MAX_EDITS,
    },
  );
  const shared = (changes ?? []).flatMap(({ added, removed }, index) => (added || removed ? [] : [index]));
  const [first, last] = [shared[0], shared.at(-1)];
  // Without shared words, there is nothing to align.
  if (changes === undefined || first === undefined || last === undefined) return passage;
  const missingWordCount = (edgeChanges: typeof changes): number => {
    const expected = edgeChanges.flatMap(({ added, value }) => (added ? [] : value));
    const present = edgeChanges.flatMap(({ added, value }) => (added ? value : []));
    // The words may differ only in spacing: “per cent”, “percent”.
    const [a, b] = [expected.join(""), present.join("")];
    return distance(a, b) * 2 < Math.max(a.length, b.length) ? 0 : expected.length - present.length;
  };
  const start = moveBackward(text, passage.start, missingWordCount(changes.slice(0, first)));
  const end = moveForward(text, passage.end, missingWordCount(changes.slice(last + 1)));
  // Skip punctuation left over from the sentence before.
  const punctuation = /^[^\s\p{L}\p{N}]+\s+/u.exec(text.slice(start, start + MAX_WORD_LENGTH))?.[0].length ?? 0;
  const from = isInsideRun(text, start) ? start + punctuation : start;
  return from < end ? extendToSameEnds(text, { start: from, end }, query) : passage;
}

/** How many words may lie between the passage and the first or last word of the query. */
const MAX_SKIPPED = 3;

/** Extends a passage to the first and last word of the query if they are near and the similarity increases. */
function extendToSameEnds(text: string, passage: Passage, query: string): Passage {
  const [first, last] = [wordAfter(query, 0), wordBefore(query, query.length)];
  if (first === undefined || last === undefined) return passage;
  const normalized = (source: string, { start, end }: Passage): string => normalize(source.slice(start, end)).text;
  const isFirst = (word: Passage): boolean => normalized(text, word) === normalized(query, first);
  const isLast = (word: Passage): boolean => normalized(text, word) === normalized(query, last);
  let { start, end } = passage;
  let before = wordAfter(text, start);
  for (let left = MAX_SKIPPED; before && left >= 0 && !isFirst(before); left--) before = wordBefore(text, before.start);
  if (before && isFirst(before) && before.start < start) start = before.start;
  let after = wordBefore(text, end);
  for (let left = MAX_SKIPPED; after && left >= 0 && !isLast(after); left--) after = wordAfter(text, after.end);
  if (after && isLast(after) && after.end > end) end = after.end;
  if (start === passage.start && end === passage.end) return passage;
  const similarityOf = (candidate: Passage): number => similarity(text.slice(candidate.start, candidate.end), query);
  return [{ start, end }, { start, end: passage.end }, { start: passage.start, end }, passage].reduce(
    (best, candidate) => (similarityOf(candidate) > similarityOf(best) ? candidate : best),
  );
}

/** Moves the start of a passage back by a number of words, or forward if the number is negative. */
function moveBackward(text: string, start: number, words: number): number {
  let at = start;
  for (let more = words; more > 0; more--) at = wordBefore(text, at)?.start ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isInsideRun(text, at);
    const word = isWhole ? wordAfter(text, at) : undefined;
    at = wordAfter(text, word?.end ?? at)?.start ?? at;
  }
  return at;
}

/** Moves the end of a passage forward by a number of words, or back if the number is negative. */
function moveForward(text: string, end: number, words: number): number {
  let at = end;
  for (let more = words; more > 0; more--) at = wordAfter(text, at)?.end ?? at;
  for (let less = words; less < 0; less++) {
    const isWhole = !isInsideRun(text, at);
    const word = isWhole ? wordBefore(text, at) : undefined;
    at = wordBefore(text, word?.start ?? at)?.end ?? at;
  }
  return at;
}

/** Returns the first word that starts at or after an offset. */
function wordAfter(text: string, at: number): Passage | undefined {
  const from = isInsideRun(text, at) ? at + (/^\S*/.exec(text.slice(at, at + MAX_WORD_LENGTH))?.[0].length ?? 0) : at;
  for (const { 0: word, index } of maskBrackets(text.slice(from, from + 2 * MAX_WORD_LENGTH)).matchAll(WORD)) {
    if (isWord(word)) return trimPunctuation(word, from + index);
  }
  return undefined;
}

/** Returns the last word that ends at or before an offset. */
function wordBefore(text: string, at: number): Passage | undefined {
  const to = isInsideRun(text, at)
    ? at - (/\S*$/.exec(text.slice(Math.max(0, at - MAX_WORD_LENGTH), at))?.[0].length ?? 0)
    : at;
  const from = Math.max(0, to - 2 * MAX_WORD_LENGTH);
  const words = [...maskBrackets(text.slice(from, to)).matchAll(WORD)].filter(({ 0: word }) => isWord(word));
  const last = words.at(-1);
  return last && trimPunctuation(last[0], from + last.index);
}

/** Returns the range of a word without the punctuation around it. */
function trimPunctuation(word: string, at: number): Passage {
  const before = word.search(/[\p{L}\p{N}]/u);
  const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(word)?.[0].length ?? 0;
  return { start: at + before, end: at + word.length - after };
}

/** Replaces bracketed insertions with spaces, so that offsets stay valid. */
const maskBrackets = (text: string): string => text.replace(IN_BRACKETS, (insertion) => " ".repeat(insertion.length));

/** Whether there is white space on neither side of an offset. Unlike at a word boundary, punctuation belongs to the word. */
const isInsideRun = (text: string, at: number): boolean => /^\S\S$/.test(text.slice(Math.max(0, at - 1), at + 1));
