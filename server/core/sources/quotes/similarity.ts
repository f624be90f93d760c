/** How like two stretches of words are. */
import { distance } from "fastest-levenshtein";
import type { Passage } from "../article.ts";
import { normalise } from "../text/normalise.ts";
import { textBlocks } from "../text/paragraphs.ts";

/** What counts for it: letters and digits, small or not. */
const lettersAndDigits = (text: string): string =>
  normalise(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const IN_BRACKETS = /\[[^\][]*\]/g;

/**
 * The share of letters that a passage and some words have in common, in order: 1 for the same words. What the passage has in
 * square brackets is put in, and counts only where the words have brackets too.
 *
 * @param surplusWeight what each letter counts that the passage has more; 1 as much as one that is another
 */
export function similarity(passage: string, words: string, surplusWeight = 1): number {
  const [one, other] = [
    lettersAndDigits(words.includes("[") ? passage : passage.replace(IN_BRACKETS, " ")),
    lettersAndDigits(words),
  ];
  const longer = Math.max(one.length, other.length);
  return longer === 0
    ? 1
    : 1 - (distance(one, other) - (1 - surplusWeight) * Math.max(0, one.length - other.length)) / longer;
}

/** There is no border without one of these. */
const BLOCK_SEPARATOR = /[\t\r\n]/;

/**
 * A passage without what lies beyond the end of a paragraph or of a cell of a table, where the words sought are no less like
 * the rest: they run on over it only where they do so themselves.
 */
export function trimToBlock(text: string, passage: Passage, words: string): Passage {
  if (!BLOCK_SEPARATOR.test(text.slice(passage.start, passage.end))) return passage;
  // A row is one of a table by the cells before and after the passage.
  const [first, last] = [text.lastIndexOf("\n", passage.start - 1) + 1, text.indexOf("\n", passage.end)];
  const blocks = textBlocks(text, { start: first, end: last < 0 ? text.length : last })
    .map(({ start, end }) => ({ start: Math.max(start, passage.start), end: Math.min(end, passage.end) }))
    .filter(({ start, end }) => start < end);
  if (blocks.length < 2) return passage;
  const similarityTo = (one: Passage): number => similarity(text.slice(one.start, one.end), words);
  let [best, bestSimilarity] = [passage, similarityTo(passage)];
  for (const block of blocks) {
    const now = similarityTo(block);
    if (now >= bestSimilarity) [best, bestSimilarity] = [block, now];
  }
  return best;
}
