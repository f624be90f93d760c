/** Scores a match of a quote by its similarity, its context and its position. */
import search from "approx-string-match";
import type { Passage } from "../article.ts";

/** The known constraints on the position of a quote in the normalized text. */
export interface MatchContext {
  /** The text before the quote. */
  readonly prefix?: string;
  /** The text after the quote. */
  readonly suffix?: string;
  /** The expected offset. */
  readonly hint?: number | undefined;
}

/** Weights of the parts of a score, taken from the Hypothesis client, which anchors annotations by them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * Returns the score of a match, from 0 to 1.
 *
 * @param errorRate the edit distance as a share of the length of the query
 */
export function scoreOf(text: string, { start, end }: Passage, errorRate: number, context: MatchContext): number {
  const { prefix = "", suffix = "", hint } = context;
  const { quote, prefix: before, suffix: after, position } = WEIGHTS;
  const score =
    quote * (1 - errorRate) +
    before * prefixSimilarity(text, { start, end }, prefix) +
    after * suffixSimilarity(text, { start, end }, suffix) +
    position * (hint === undefined ? 1 : 1 - Math.abs(start - hint) / Math.max(1, text.length));
  return score / (quote + before + after + position);
}

const prefixSimilarity = (text: string, { start }: Passage, prefix: string): number =>
  matchedShare(text.slice(Math.max(0, start - prefix.length), start), prefix);
const suffixSimilarity = (text: string, { end }: Passage, suffix: string): number =>
  matchedShare(text.slice(end, end + suffix.length), suffix);

/** Returns the share of the expected text that an actual text contains. */
function matchedShare(actual: string, expected: string): number {
  if (expected === "" || actual.includes(expected)) return 1;
  if (actual === "") return 0;
  return 1 - (search(actual, expected, expected.length)[0]?.errors ?? expected.length) / expected.length;
}

/** Returns how similar the texts around a match are to its context, from 0 to 1; 0 if the context has no text. */
export function contextSimilarity(text: string, match: Passage, { prefix = "", suffix = "" }: MatchContext): number {
  if (prefix === "" && suffix === "") return 0;
  return (prefixSimilarity(text, match, prefix) + suffixSimilarity(text, match, suffix)) / 2;
}
