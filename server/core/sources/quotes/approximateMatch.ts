/** Finds the passages of a source that are most similar to a quote that it does not contain. */
import search from "approx-string-match";
import { bisectLeft } from "d3-array";
import { mergeOverlapping, type Passage } from "../article.ts";
import { alignEnds } from "./alignEnds.ts";
import { differencesOf, type WordDifference } from "./differences.ts";
import { expandPassage, expandToBrackets } from "./expandPassage.ts";
import { containsQuote, findPartOccurrences, findRun, groupIntoRuns, type SearchableText } from "./findQuote.ts";
import {
  collapseWhiteSpace,
  firstDashIndex,
  type NormalisedText,
  toOriginalRange,
  UNSPACED_CHARACTER,
} from "./normalise.ts";
import { type QuotePart, splitQuote } from "./quoteParts.ts";
import { similarity, trimToBlock } from "./similarity.ts";
import { rareCandidates } from "./substringIndex.ts";
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

/** What is known about the position of a quote, in the normalised text. */
export interface MatchContext {
  /** The text before the quote. */
  readonly prefix?: string;
  /** The text after the quote. */
  readonly suffix?: string;
  /** The expected offset. */
  readonly hint?: number | undefined;
}

/** A candidate passage. The score is 1 for the same text in the same context. */
export interface ScoredPassage extends Passage {
  readonly score: number;
}

/** The number of suggestions that a user would read. */
const MAX_SUGGESTIONS = 3;
/** No approximate match is searched for longer quotes. */
const MAX_QUOTE_LENGTH = 20_000;
/** For longer queries, only the first and last `END_LENGTH` characters are searched. */
const MAX_WHOLE_SEARCH_LENGTH = 320;
const END_LENGTH = 128;
/** The maximum edit distance of a match, as a share of the length of the query. */
const MAX_ERROR_RATE = 0.4;
/** A passage below this similarity is a different one that shares some words. */
const MIN_SIMILARITY = 0.6;
/** Short texts are more often similar by chance. */
const MIN_SIMILARITY_SHORT = 0.7;
const SHORT_QUOTE_LENGTH = 30;
/** Words that the quote omits count half, as omissions are a common mistake. */
const SURPLUS_WEIGHT = 0.5;
/** How much lower the similarity may be if the context matches completely. */
const CONTEXT_ALLOWANCE = 0.2;
/** Limits of the search, which runs while the user types. */
const MAX_VOTES = 2000;
const MAX_WINDOWS = 6;
const MAX_SEARCHES = 3;
/** The whole text is searched only if its length times the length of the query is at most this. */
const MAX_WORK = 500_000;
/** Shorter queries are too unlikely to share two consecutive blocks of the index with their passage. */
const MIN_INDEXED_LENGTH = 24;

/** Weights of the parts of a score, taken from the Hypothesis client, which anchors annotations by them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

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
 * Converts a match in the normalised text to a passage of the original text that consists of whole words and whole brackets,
 * with its ends aligned to those of the query.
 */
export function expandMatch(normal: NormalisedText, match: Passage, query: string): Passage {
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
 * @param match the offsets of the match in the normalised text
 * @param passage the text of the expanded match
 */
export function isSimilarEnough(
  source: SearchableText,
  match: Passage,
  passage: string,
  query: string,
  context: MatchContext,
): boolean {
  const { prefix = "", suffix = "" } = context;
  const { text } = source.normal;
  const contextSimilarity =
    prefix === "" && suffix === ""
      ? 0
      : (prefixSimilarity(text, match, prefix) + suffixSimilarity(text, match, suffix)) / 2;
  const minSimilarity = query.length < SHORT_QUOTE_LENGTH ? MIN_SIMILARITY_SHORT : MIN_SIMILARITY;
  return (
    passage !== "" &&
    similarity(passage, query, SURPLUS_WEIGHT) >= minSimilarity - CONTEXT_ALLOWANCE * contextSimilarity
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
    // The source contains the part, only not after the parts before it.
    if (part !== undefined && longestMatch > 0 && findPartOccurrences(source, part, 1).length > 0) return undefined;
    if (part !== undefined) return { part, after };
    const next = occurrences.find(({ start }) => start >= after);
    if (next === undefined) return undefined;
    after = next.end;
  }
  return undefined;
}

/** Converts an offset of the original text to an offset of the normalised text. */
export const normalOffsetOf = (offsets: Uint32Array, offset: number): number => bisectLeft(offsets, offset);

/** Returns disjoint passages of the normalised text that are similar to a normalised query, best first. */
export function rankedMatches(source: SearchableText, query: string, context: MatchContext): readonly ScoredPassage[] {
  const { text } = source.normal;
  const windows = candidateWindows(source, query);
  const matches = windows.flatMap((window) =>
    query.length > MAX_WHOLE_SEARCH_LENGTH ? matchesByEnds(text, window, query) : matchesInWindow(text, window, query),
  );
  const candidates = matches.map(({ start, end, errorRate }) => ({
    start,
    end,
    score: scoreOf(text, { start, end }, errorRate, context),
  }));
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const disjoint: ScoredPassage[] = [];
  for (const candidate of candidates) {
    if (disjoint.every(({ start, end }) => candidate.end <= start || end <= candidate.start)) disjoint.push(candidate);
  }
  return disjoint;
}

/** A match with its edit distance as a share of the length of the query. */
interface FuzzyMatch extends Passage {
  readonly errorRate: number;
}

const maxErrors = (query: string): number => Math.floor(query.length * MAX_ERROR_RATE);

function matchesInWindow(text: string, window: Passage, query: string): readonly FuzzyMatch[] {
  const errorLimit = maxErrors(query);
  const found: FuzzyMatch[] = [];
  const windows = [window];
  for (let searches = 0; searches < MAX_SEARCHES && windows.length > 0; searches++) {
    const { start, end } = windows.shift() ?? window;
    const matches = search(text.slice(start, end), query, errorLimit);
    for (const match of matches)
      found.push({ start: start + match.start, end: start + match.end, errorRate: match.errors / query.length });
    // The library reports only the best matches of a window; there may be others before and after them.
    const [first, last] = [matches[0], matches.at(-1)];
    if (first === undefined || last === undefined) continue;
    for (const rest of [
      { start, end: start + first.start },
      { start: start + last.end, end },
    ]) {
      if (rest.end - rest.start >= query.length - errorLimit) windows.push(rest);
    }
  }
  return found;
}

/** Searches only the beginning and the end of a long query, as the search takes time quadratic in its length. */
function matchesByEnds(text: string, window: Passage, query: string): readonly FuzzyMatch[] {
  const [head, tail] = [query.slice(0, END_LENGTH), query.slice(-END_LENGTH)];
  const slack = Math.max(END_LENGTH, Math.floor(query.length / 4));
  const first = bestMatchInWindow(text, window, head);
  const last = bestMatchInWindow(
    text,
    first === undefined
      ? window
      : { start: first.start + query.length - END_LENGTH - slack, end: first.start + query.length + slack },
    tail,
  );
  if (first === undefined && last === undefined) return [];
  const start = first?.start ?? Math.max(0, (last?.end ?? 0) - query.length);
  const end = last?.end ?? Math.min(text.length, start + query.length);
  return end <= start ? [] : [{ start, end, errorRate: ((first?.errorRate ?? 1) + (last?.errorRate ?? 1)) / 2 }];
}

function bestMatchInWindow(text: string, window: Passage, query: string): FuzzyMatch | undefined {
  const start = Math.max(0, window.start);
  const [match] = search(text.slice(start, Math.max(start, window.end)), query, maxErrors(query));
  return match && { start: start + match.start, end: start + match.end, errorRate: match.errors / query.length };
}

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

/**
 * Returns the windows of the text that are worth an approximate search. Each rare substring that a position shares with the
 * query votes for its window, with more weight the rarer it is.
 */
function candidateWindows(source: SearchableText, query: string): readonly Passage[] {
  const { text } = source.normal;
  const canSearchWholeText = text.length * query.length <= MAX_WORK;
  // A short query may share no indexed substring with its passage, and share one with another passage.
  if (canSearchWholeText && query.length < MIN_INDEXED_LENGTH) return [{ start: 0, end: text.length }];
  const votes = new Map<number, number>();
  const slack = Math.max(16, Math.ceil(query.length / 4));
  const width = 2 * slack;
  for (const positions of rareCandidates(source.index, query, MAX_VOTES)) {
    const weight = 1 / positions.length;
    for (const window of new Set(positions.map((at) => Math.floor(Math.max(0, at) / width))))
      votes.set(window, (votes.get(window) ?? 0) + weight);
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_WINDOWS);
  const minVotes = (likely[0]?.[1] ?? 0) / 4;
  const windows = likely.flatMap(([window, votes]): readonly Passage[] => {
    if (votes < minVotes) return [];
    const end = Math.min(text.length, (window + 1) * width + query.length + slack);
    return [{ start: Math.max(0, window * width - slack), end }];
  });
  // A query with typing errors throughout shares no block with its passage.
  if (windows.length === 0 && canSearchWholeText) return [{ start: 0, end: text.length }];
  return mergeOverlapping(windows);
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at)) && !UNSPACED_CHARACTER.test(text.charAt(at));

/** Whether an offset is inside a word or number, including one that is hyphenated at a line end. */
function isWithinWord(normal: NormalisedText, at: number): boolean {
  const { text, dashes } = normal;
  if (!isWordBoundary(normal, at)) return true;
  const dash = dashes[firstDashIndex(dashes, at)];
  return isLetter(text, at - 1) && isLetter(text, at) && (dash?.at !== at || dash.isSoft);
}
