/** Finds the passages of a source that are most similar to a quote that it does not contain. */
import type { Passage } from "../article.ts";
import { alignEnds } from "./alignEnds.ts";
import { differencesOf, type WordDifference } from "./differences.ts";
import { expandPassage, expandToBrackets } from "./expandPassage.ts";
import { containsQuote, findPartOccurrences, findRun, groupIntoRuns, type SearchableText } from "./findQuote.ts";
import { rankedMatches } from "./fuzzySearch.ts";
import { contextSimilarity, type MatchContext } from "./matchScore.ts";
import {
  collapseWhiteSpace,
  firstDashIndex,
  type NormalizedText,
  normalOffsetOf,
  toOriginalRange,
  UNSPACED_CHARACTER,
} from "./normalize.ts";
import { type QuotePart, splitQuote } from "./quoteParts.ts";
import { similarity, trimToBlock } from "./similarity.ts";
import { isWordBoundary } from "./wordBoundaries.ts";

/** A passage similar to a quote, in offsets of the source's original text. */
export interface ApproximateMatch extends Passage {
  /** The text of the passage, on one line. */
  readonly passage: string;
  /** The quote, with its missing part replaced by the passage. */
  readonly quote: string;
  /** The differences between the missing part of the quote and the passage; empty if there are too many to list. */
  readonly differences: readonly WordDifference[];
}

/** The number of suggestions that a user would read. */
const MAX_SUGGESTIONS = 3;
/** No approximate match is searched for longer quotes. */
const MAX_QUOTE_LENGTH = 20_000;
/** A passage below this similarity is a different one that shares some words. */
const MIN_SIMILARITY = 0.6;
/** Short texts are more often similar by chance. */
const MIN_SIMILARITY_SHORT = 0.7;
const SHORT_QUOTE_LENGTH = 30;
/** Words that the quote omits count half, as omissions are a common mistake. */
const SURPLUS_WEIGHT = 0.5;
/** How much lower the similarity may be if the context matches completely. */
const CONTEXT_ALLOWANCE = 0.2;
/**
 * Returns the passages that are most similar to the first part of a quote that the source does not contain, best first.
 *
 * @param hint the expected offset of the quote in the source's original text
 * @param previousContext the context of the quote before the source changed; takes precedence over `hint`
 */
export function approximateMatches(
  source: SearchableText,
  quote: string,
  hint?: number,
  previousContext?: MatchContext,
): readonly ApproximateMatch[] {
  const { normal } = source;
  const missing = firstMissingPart(source, splitQuote(quote));
  if (missing === undefined || missing.part.text.length > MAX_QUOTE_LENGTH) return [];
  const { part, after } = missing;
  const expected = after > 0 ? after : hint === undefined ? undefined : normalOffsetOf(normal.offsets, hint);
  const matches: ApproximateMatch[] = [];
  // The context surrounded the whole quote, so it applies only if the missing part is most of the quote.
  const context =
    previousContext !== undefined && after === 0 && part.original.length * 2 > quote.length
      ? previousContext
      : { hint: expected };
  for (const candidate of rankedMatches(source, part.text, context)) {
    const expanded = expandMatch(normal, candidate, part.original);
    const passage = collapseWhiteSpace(normal.original.slice(expanded.start, expanded.end));
    if (!isSimilarEnough(source, candidate, passage, part.original, context) || !containsQuote(source, passage))
      continue;
    if (matches.some((other) => other.passage === passage)) continue;
    const differences = differencesOf(collapseWhiteSpace(part.original), passage) ?? [];
    matches.push({ ...expanded, passage, quote: quote.replace(part.original, () => passage), differences });
    if (matches.length === MAX_SUGGESTIONS) break;
  }
  return matches;
}

/** Whether a source contains every part of a quote, only not in this order. */
export const hasPartsOutOfOrder = (source: SearchableText, quote: string): boolean =>
  firstMissingPart(source, splitQuote(quote)) === undefined;

/**
 * Converts a match in the normalized text to a passage of the original text that consists of whole words and whole brackets,
 * with its ends aligned to those of the query.
 */
export function expandMatch(normal: NormalizedText, match: Passage, query: string): Passage {
  const { original } = normal;
  const whole = expandToBrackets(
    original,
    toOriginalRange(
      normal,
      expandPassage(normal.text, match, (at) => isWithinWord(normal, at)),
    ),
  );
  return trimToBlock(original, expandToBrackets(original, alignEnds(original, whole, query)), query);
}

/**
 * Whether a passage is similar enough to the query to be suggested. A matching context lowers the threshold.
 *
 * @param match the offsets of the match in the normalized text
 * @param passage the text of the expanded match
 */
export function isSimilarEnough(
  source: SearchableText,
  match: Passage,
  passage: string,
  query: string,
  context: MatchContext,
): boolean {
  const minSimilarity = query.length < SHORT_QUOTE_LENGTH ? MIN_SIMILARITY_SHORT : MIN_SIMILARITY;
  return (
    passage !== "" &&
    similarity(passage, query, SURPLUS_WEIGHT) >=
      minSimilarity - CONTEXT_ALLOWANCE * contextSimilarity(source.normal.text, match, context)
  );
}

/**
 * Returns the first part of a quote that the source does not contain, and the end of the match of the parts before it.
 * Undefined if the source contains every part, only not in this order.
 */
function firstMissingPart(
  source: SearchableText,
  parts: readonly QuotePart[],
): { readonly part: QuotePart; readonly after: number } | undefined {
  let after = 0;
  for (const run of groupIntoRuns(parts)) {
    const { occurrences, longestMatch } = findRun(source, run);
    const part = run[longestMatch];
    // The source may contain the part, only not after the parts before it.
    if (part !== undefined) return findPartOccurrences(source, part, 1).length > 0 ? undefined : { part, after };
    const next = occurrences.find(({ start }) => start >= after);
    if (next === undefined) return undefined;
    after = next.end;
  }
  return undefined;
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at)) && !UNSPACED_CHARACTER.test(text.charAt(at));

/** Whether an offset is inside a word or number, including one that is hyphenated at a line end. */
function isWithinWord(normal: NormalizedText, at: number): boolean {
  const { text, dashes } = normal;
  if (!isWordBoundary(normal, at)) return true;
  const dash = dashes[firstDashIndex(dashes, at)];
  return isLetter(text, at - 1) && isLetter(text, at) && (dash?.at !== at || dash.isSoft);
}
