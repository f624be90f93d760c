/** The similarity of two texts by edit distance. */
import { distance } from "fastest-levenshtein";
import type { Passage } from "../article.ts";
import { textBlocks } from "../paragraphs.ts";
import { normalize } from "./normalize.ts";

/** The characters that are compared: letters and digits, ignoring case. */
const lettersAndDigits = (text: string): string =>
  normalize(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const IN_BRACKETS = /\[[^\][]*\]/g;

/**
 * Returns the similarity of a passage and a query: 1 minus the edit distance divided by the longer length, so 1 for equal
 * texts. Text in square brackets in the passage is ignored unless the query has brackets too.
 *
 * @param surplusWeight the cost of each character by which the passage is longer than the query; 1 for a full edit
 */
export function similarity(passage: string, query: string, surplusWeight = 1): number {
  const a = lettersAndDigits(query.includes("[") ? passage : passage.replace(IN_BRACKETS, ""));
  const b = lettersAndDigits(query);
  const maxLength = Math.max(a.length, b.length);
  return maxLength === 0
    ? 1
    : 1 - (distance(a, b) - (1 - surplusWeight) * Math.max(0, a.length - b.length)) / maxLength;
}

/** Blocks are always separated by at least one of these. */
const BLOCK_SEPARATOR = /[\t\r\n]/;

/**
 * Trims a passage to one of the paragraphs or table cells that it spans, if that part is at least as similar to the query
 * as the whole passage.
 */
export function trimToBlock(text: string, passage: Passage, query: string): Passage {
  if (!BLOCK_SEPARATOR.test(text.slice(passage.start, passage.end))) return passage;
  // Whole lines are needed to recognize a table row, whose tabs may lie outside the passage.
  const [first, last] = [text.lastIndexOf("\n", passage.start - 1) + 1, text.indexOf("\n", passage.end)];
  const blocks = textBlocks(text, { start: first, end: last < 0 ? text.length : last })
    .map(({ start, end }) => ({ start: Math.max(start, passage.start), end: Math.min(end, passage.end) }))
    .filter(({ start, end }) => start < end);
  if (blocks.length < 2) return passage;
  const similarityOf = (candidate: Passage): number => similarity(text.slice(candidate.start, candidate.end), query);
  let [best, bestSimilarity] = [passage, similarityOf(passage)];
  for (const block of blocks) {
    const blockSimilarity = similarityOf(block);
    if (blockSimilarity >= bestSimilarity) [best, bestSimilarity] = [block, blockSimilarity];
  }
  return best;
}
