/** The passages of a source that come nearest to a quote that is not in it. */
import search from "approx-string-match";
import { bisectLeft } from "d3-array";
import { mergeOverlapping, type Passage } from "../article.ts";
import { expandToBrackets } from "../text/brackets.ts";
import {
  collapseWhiteSpace,
  firstDashIndex,
  type NormalisedText,
  toOriginalRange,
  UNSPACED_CHARACTER,
} from "../text/normalise.ts";
import { isWordBoundary } from "../text/wordBoundaries.ts";
import { alignEnds } from "./alignEnds.ts";
import { differencesOf, type WordDifference } from "./differences.ts";
import { containsQuote, findPartOccurrences, findRun, groupIntoRuns, type SearchableText } from "./findQuote.ts";
import { type QuotePart, splitQuote } from "./quoteParts.ts";
import { similarity, trimToBlock } from "./similarity.ts";
import { rareCandidates } from "./substringIndex.ts";

/** A passage that comes near a quote, in offsets of the source's own text. */
export interface ApproximateMatch extends Passage {
  /** Its words, on one line. */
  readonly passage: string;
  /** The quote with these words in the place of those that were not found. */
  readonly quote: string;
  /** In what its words differ from those of the quote that were not found; none where that is too much to be told. */
  readonly differences: readonly WordDifference[];
}

/** What is known of where a quote should stand, in the normal text. */
export interface MatchContext {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number | undefined;
}

/** A place that comes near, and how near: 1 is the same words in the same surroundings. */
export interface ScoredPassage extends Passage {
  readonly score: number;
}

/** As many as one reads through. */
const MAX_SUGGESTIONS = 3;
/** What is longer than this is no quote that anybody would mend. */
const MAX_QUOTE_LENGTH = 20_000;
/** Longer words are sought by their ends, of so many characters. */
const MAX_WHOLE_SEARCH_LENGTH = 320;
const END_LENGTH = 128;
/** The share of the characters sought that may be others. */
const MAX_ERROR_RATE = 0.4;
/** Less like than this by its letters, a passage is another one that shares some words. */
const MIN_SIMILARITY = 0.6;
/** Few letters are like many others by chance. */
const MIN_SIMILARITY_SHORT = 0.7;
const SHORT_QUOTE_LENGTH = 30;
/** Words that a quote leaves out make it less like by half. */
const SURPLUS_WEIGHT = 0.5;
/** In the very surroundings that a quote had, it may be less by so much. */
const CONTEXT_ALLOWANCE = 0.2;
/** So many places of stretches of the words sought are looked at. The search runs while one types. */
const MAX_VOTES = 2000;
const MAX_WINDOWS = 6;
const MAX_SEARCHES = 3;
/** A text is looked through whole only up to this many characters, times those of the words sought. */
const MAX_WORK = 500_000;
/** Of fewer characters two blocks of the index stand in a row only where they happen to be cut so. */
const MIN_INDEXED_LENGTH = 24;

/** What each part of a place counts for, as in the client of Hypothesis, which anchors its annotations by them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * The passages that come nearest to the first words of a quote that are not in the source, nearest first.
 *
 * @param hint the offset in the source's own text about which the quote should stand
 * @param previousContext what is known of where it stood before the source changed; it counts for more
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
  // What stood around the whole says nothing of one of several parts.
  const context =
    previousContext !== undefined && after === 0 && part.original.length * 2 > quote.length
      ? previousContext
      : { hint: expected };
  for (const near of rankedMatches(source, part.text, context)) {
    const expanded = expandMatch(normal, near, part.original);
    const passage = collapseWhiteSpace(normal.original.slice(expanded.start, expanded.end));
    if (!isSimilarEnough(source, near, passage, part.original, context) || !containsQuote(source, passage)) continue;
    if (matches.some((other) => other.passage === passage)) continue;
    const differences = differencesOf(collapseWhiteSpace(part.original), passage) ?? [];
    matches.push({ ...expanded, passage, quote: quote.replace(part.original, () => passage), differences });
    if (matches.length === MAX_SUGGESTIONS) break;
  }
  return matches;
}

/** Whether each part of a quote that is not in a source stands there somewhere, only not in this order. */
export const hasPartsOutOfOrder = (source: SearchableText, quote: string): boolean =>
  firstMissingPart(source, splitQuote(quote)) === undefined;

/** A place that comes near some words, in the text's own offsets: with as many words as these, whole words and whole brackets. */
export function expandMatch(normal: NormalisedText, near: Passage, words: string): Passage {
  const { original } = normal;
  const whole = expandToBrackets(original, toOriginalRange(normal, expandToWords(normal, near)));
  return trimToBlock(original, expandToBrackets(original, alignEnds(original, whole, words)), words);
}

/** Whether a place says about what is sought. In the surroundings that it had, more of it may be others. */
export function isSimilarEnough(
  source: SearchableText,
  near: Passage,
  passage: string,
  words: string,
  context: MatchContext,
): boolean {
  const { prefix = "", suffix = "" } = context;
  const { text } = source.normal;
  const contextSimilarity =
    prefix === "" && suffix === ""
      ? 0
      : (prefixSimilarity(text, near, prefix) + suffixSimilarity(text, near, suffix)) / 2;
  const minSimilarity = words.length < SHORT_QUOTE_LENGTH ? MIN_SIMILARITY_SHORT : MIN_SIMILARITY;
  return (
    passage !== "" &&
    similarity(passage, words, SURPLUS_WEIGHT) >= minSimilarity - CONTEXT_ALLOWANCE * contextSimilarity
  );
}

/**
 * The first part of a quote that stands nowhere, and the end of what was found before it. Undefined where each stands
 * somewhere, only not in this order.
 */
function firstMissingPart(
  source: SearchableText,
  parts: readonly QuotePart[],
): { readonly part: QuotePart; readonly after: number } | undefined {
  let after = 0;
  for (const run of groupIntoRuns(parts)) {
    const { places, best } = findRun(source, run);
    const part = run[best];
    // It stands there, only not with what is before it.
    if (part !== undefined && best > 0 && findPartOccurrences(source, part, 1).length > 0) return undefined;
    if (part !== undefined) return { part, after };
    const next = places.find(({ start }) => start >= after);
    if (next === undefined) return undefined;
    after = next.end;
  }
  return undefined;
}

/** The unit of the normal text that was made from an offset. */
export const normalOffsetOf = (offsets: Uint32Array, offset: number): number => bisectLeft(offsets, offset);

/** Places in a text that come near some words, nearest first. */
export function rankedMatches(source: SearchableText, words: string, context: MatchContext): readonly ScoredPassage[] {
  const { text } = source.normal;
  const windows = candidateWindows(source, words);
  const near = windows.flatMap((window) =>
    words.length > MAX_WHOLE_SEARCH_LENGTH ? matchesByEnds(text, window, words) : matchesInWindow(text, window, words),
  );
  const places = near.map(({ start, end, errors }) => ({
    start,
    end,
    score: scoreOf(text, { start, end }, errors, context),
  }));
  places.sort((a, b) => b.score - a.score || a.start - b.start);
  const disjoint: ScoredPassage[] = [];
  for (const place of places) {
    if (disjoint.every(({ start, end }) => place.end <= start || end <= place.start)) disjoint.push(place);
  }
  return disjoint;
}

/** A place with the share of its characters that are others. */
interface FuzzyMatch extends Passage {
  readonly errors: number;
}

const maxErrors = (words: string): number => Math.floor(words.length * MAX_ERROR_RATE);

function matchesInWindow(text: string, window: Passage, words: string): readonly FuzzyMatch[] {
  const errorLimit = maxErrors(words);
  const places: FuzzyMatch[] = [];
  const windows = [window];
  for (let searches = 0; searches < MAX_SEARCHES && windows.length > 0; searches++) {
    const { start, end } = windows.shift() ?? window;
    const matches = search(text.slice(start, end), words, errorLimit);
    for (const match of matches)
      places.push({ start: start + match.start, end: start + match.end, errors: match.errors / words.length });
    // Only the best of a window are told; others may stand before and after them.
    const [first, last] = [matches[0], matches.at(-1)];
    if (first === undefined || last === undefined) continue;
    for (const rest of [
      { start, end: start + first.start },
      { start: start + last.end, end },
    ]) {
      if (rest.end - rest.start >= words.length - errorLimit) windows.push(rest);
    }
  }
  return places;
}

/** Of long words only the beginning and the end are sought: what a search takes grows with the square of their length. */
function matchesByEnds(text: string, window: Passage, words: string): readonly FuzzyMatch[] {
  const [head, tail] = [words.slice(0, END_LENGTH), words.slice(-END_LENGTH)];
  const slack = Math.max(END_LENGTH, Math.floor(words.length / 4));
  const first = bestMatchInWindow(text, window, head);
  const last = bestMatchInWindow(
    text,
    first === undefined
      ? window
      : { start: first.start + words.length - END_LENGTH - slack, end: first.start + words.length + slack },
    tail,
  );
  if (first === undefined && last === undefined) return [];
  const start = first?.start ?? Math.max(0, (last?.end ?? 0) - words.length);
  const end = last?.end ?? Math.min(text.length, start + words.length);
  return end <= start ? [] : [{ start, end, errors: ((first?.errors ?? 1) + (last?.errors ?? 1)) / 2 }];
}

function bestMatchInWindow(text: string, window: Passage, words: string): FuzzyMatch | undefined {
  const start = Math.max(0, window.start);
  const [match] = search(text.slice(start, Math.max(start, window.end)), words, maxErrors(words));
  return match && { start: start + match.start, end: start + match.end, errors: match.errors / words.length };
}

/** How well a place fits, from 0 to 1. @param errors the share of its characters that are others */
export function scoreOf(text: string, { start, end }: Passage, errors: number, context: MatchContext): number {
  const { prefix = "", suffix = "", hint } = context;
  const { quote, prefix: before, suffix: after, position } = WEIGHTS;
  const score =
    quote * (1 - errors) +
    before * prefixSimilarity(text, { start, end }, prefix) +
    after * suffixSimilarity(text, { start, end }, suffix) +
    position * (hint === undefined ? 1 : 1 - Math.abs(start - hint) / Math.max(1, text.length));
  return score / (quote + before + after + position);
}

const prefixSimilarity = (text: string, { start }: Passage, prefix: string): number =>
  matchedShare(text.slice(Math.max(0, start - prefix.length), start), prefix);
const suffixSimilarity = (text: string, { end }: Passage, suffix: string): number =>
  matchedShare(text.slice(end, end + suffix.length), suffix);

/** How much of some words stands in others. */
function matchedShare(there: string, wanted: string): number {
  if (wanted === "" || there.includes(wanted)) return 1;
  if (there === "") return 0;
  return 1 - (search(there, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
}

/** Where it pays to look: about the places that share most of the rarest stretches with the words sought, the rarer the more. */
function candidateWindows(source: SearchableText, words: string): readonly Passage[] {
  const { text } = source.normal;
  const canSearchWholeText = text.length * words.length <= MAX_WORK;
  // Short words share hardly any stretch with their passage, and may share one with another.
  if (canSearchWholeText && words.length < MIN_INDEXED_LENGTH) return [{ start: 0, end: text.length }];
  const votes = new Map<number, number>();
  const slack = Math.max(16, Math.ceil(words.length / 4));
  const width = 2 * slack;
  for (const places of rareCandidates(source.index, words, MAX_VOTES)) {
    const weight = 1 / places.length;
    for (const window of new Set(places.map((at) => Math.floor(Math.max(0, at) / width))))
      votes.set(window, (votes.get(window) ?? 0) + weight);
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_WINDOWS);
  const minVotes = (likely[0]?.[1] ?? 0) / 4;
  const windows = likely.flatMap(([window, votes]): readonly Passage[] => {
    if (votes < minVotes) return [];
    const end = Math.min(text.length, (window + 1) * width + words.length + slack);
    return [{ start: Math.max(0, window * width - slack), end }];
  });
  // Words with a slip of the pen everywhere share no block with their passage.
  if (windows.length === 0 && canSearchWholeText) return [{ start: 0, end: text.length }];
  return mergeOverlapping(windows);
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at)) && !UNSPACED_CHARACTER.test(text.charAt(at));

/** Whether a word or number goes on from the unit before to this one, be it over the end of a line. */
function isWithinWord(normal: NormalisedText, at: number): boolean {
  const { text, dashes } = normal;
  if (!isWordBoundary(normal, at)) return true;
  const dash = dashes[firstDashIndex(dashes, at)];
  return isLetter(text, at - 1) && isLetter(text, at) && (dash?.at !== at || dash.isSoft);
}

/** A passage with the words that it begins and ends in made whole. */
function expandToWords(normal: NormalisedText, { start, end }: Passage): Passage {
  const { text } = normal;
  let from = start;
  let to = end;
  while (from > 0 && isWithinWord(normal, from)) from--;
  while (to < text.length && isWithinWord(normal, to)) to++;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
