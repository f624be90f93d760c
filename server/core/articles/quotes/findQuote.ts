/** Finds quotes in the text of their source. */
import type { Article, Passage } from "../article.ts";
import { hideFootnoteMarks, removeFootnoteMarks } from "./footnotes.ts";
import { firstDashIndex, type NormalizedText, normalize, toOriginalRange } from "./normalize.ts";
import { type QuotePart, splitQuote } from "./quoteParts.ts";
import { buildSubstringIndex, findOccurrences, type SubstringIndex } from "./substringIndex.ts";
import { isWordBoundary } from "./wordBoundaries.ts";

/** A text prepared for finding quotes in it. */
export interface SearchableText {
  readonly normal: NormalizedText;
  readonly index: SubstringIndex;
  /** Results of `findQuote`, by the text of the quote. */
  readonly matchCache: Map<string, readonly QuoteMatch[]>;
}

/** A passage that contains the words of a quote, in order. */
export interface QuoteMatch extends Passage {
  /** The quoted parts of the passage, if the quote omits words between them with `…`. */
  readonly parts?: readonly Passage[];
}

/** Further occurrences of a very common text are ignored. */
const MAX_MATCHES = 1000;
/** The cache is cleared when it reaches this size. No map has as many quotes from one source, but edits of quotes add up. */
const MAX_CACHED_QUOTES = 5000;

const searchableCache = new WeakMap<Article, SearchableText>();

/** Normalizes and indexes a text for finding quotes in it. */
export function createSearchableText(text: string): SearchableText {
  const normal = normalize(text);
  return { normal, index: buildSubstringIndex(normal.text), matchCache: new Map() };
}

/** Returns the searchable text of an article. Cached, so that an edit of a quote does not index the whole article again. */
export function searchableArticle(article: Article): SearchableText {
  const searchable = searchableCache.get(article) ?? createSearchableText(article.text);
  searchableCache.set(article, searchable);
  return searchable;
}

/**
 * Returns the passages of a source that match a quote, in order and in offsets of the original text. Empty if there are none,
 * or if the quote consists only of ellipses and insertions. Cached.
 */
export function findQuote(source: SearchableText, quote: string): readonly QuoteMatch[] {
  const cached = source.matchCache.get(quote);
  if (cached !== undefined) return cached;
  const exact = matchesIn(source, quote);
  const matches = exact.length > 0 ? exact : findWithoutFootnotes(source, quote);
  if (source.matchCache.size >= MAX_CACHED_QUOTES) source.matchCache.clear();
  source.matchCache.set(quote, matches);
  return matches;
}

/** Whether a source contains a quote. Does not fill the cache, so it suits candidates that may never be used. */
export const containsQuote = (source: SearchableText, quote: string): boolean =>
  (source.matchCache.get(quote) ?? findParts(source, quote)).length > 0 ||
  findWithoutFootnotes(source, quote).length > 0;

/** Returns the matches of a quote in offsets of the original text. */
function matchesIn(source: SearchableText, quote: string): readonly QuoteMatch[] {
  const toOriginal = (passage: Passage): Passage => toOriginalRange(source.normal, passage);
  return findParts(source, quote).map(
    (match): QuoteMatch =>
      match.parts ? { ...toOriginal(match), parts: match.parts.map(toOriginal) } : toOriginal(match),
  );
}

/** Returns the matches of a quote if the marks of footnotes are no part of the source, and then of the quote. */
function findWithoutFootnotes(source: SearchableText, quote: string): readonly QuoteMatch[] {
  const bare = withoutFootnotes(source);
  const matches = bare === source ? [] : matchesIn(bare, quote);
  if (matches.length > 0) return matches;
  const bareQuote = removeFootnoteMarks(quote);
  return bareQuote === quote ? [] : matchesIn(bare, bareQuote);
}

const bareCache = new WeakMap<SearchableText, SearchableText>();

/** Returns a source without the marks of footnotes, with the same offsets; the same source if it has none. */
function withoutFootnotes(source: SearchableText): SearchableText {
  const cached = bareCache.get(source);
  if (cached !== undefined) return cached;
  const hidden = hideFootnoteMarks(source.normal.original);
  const bare = hidden === undefined ? source : createSearchableText(hidden);
  bareCache.set(source, bare);
  return bare;
}

/**
 * Finds a quote in the normalized text. Brackets and ellipses that the source contains literally are taken as text of the
 * source first, and as marks of the quote if that finds nothing.
 */
function findParts(source: SearchableText, quote: string): readonly QuoteMatch[] {
  let hasLiteralMarks = false;
  const literalParts = splitQuote(quote, (part) => {
    const isInSource = findPartOccurrences(source, part, 1).length > 0;
    hasLiteralMarks ||= isInSource;
    return isInSource;
  });
  const matches = inSequence(findRuns(source, literalParts));
  return matches.length > 0 || !hasLiteralMarks ? matches : inSequence(findRuns(source, splitQuote(quote)));
}

/** Returns the occurrences of each run of parts; empty if one run has none. */
function findRuns(source: SearchableText, parts: readonly QuotePart[]): readonly (readonly Passage[])[] {
  const occurrencesByRun: (readonly Passage[])[] = [];
  for (const run of groupIntoRuns(parts)) {
    const { occurrences } = findRun(source, run);
    if (occurrences.length === 0) return [];
    occurrencesByRun.push(occurrences);
  }
  return occurrencesByRun;
}

/** Groups the parts of a quote into runs, which are separated by ellipses. The parts of one run must be near each other. */
export function groupIntoRuns(parts: readonly QuotePart[]): readonly (readonly QuotePart[])[] {
  const runs: QuotePart[][] = [];
  for (const part of parts) {
    if (part.maxGap === undefined) runs.push([part]);
    else runs.at(-1)?.push(part);
  }
  return runs;
}

/** Returns the passages that contain an occurrence of each run in order, as short as possible. */
function inSequence([first = [], ...others]: readonly (readonly Passage[])[]): readonly QuoteMatch[] {
  if (others.length === 0) return first;
  const matches: QuoteMatch[] = [];
  // The successors of a later start are never before those of an earlier one, so each list is scanned once.
  const nextIndexes = others.map(() => 0);
  for (const firstPart of first) {
    const parts = [firstPart];
    let { end } = firstPart;
    for (const [run, occurrences] of others.entries()) {
      let next = nextIndexes[run] ?? 0;
      while (next < occurrences.length && (occurrences[next]?.start ?? 0) < end) next++;
      nextIndexes[run] = next;
      const occurrence = occurrences[next];
      if (occurrence === undefined) return matches;
      parts.push(occurrence);
      end = occurrence.end;
    }
    // Of two passages with the same end, the one that starts later is shorter.
    if (matches.at(-1)?.end === end) matches.pop();
    matches.push({ start: firstPart.start, end, parts });
  }
  return matches;
}

/**
 * Returns the passages of the normalized text that match a run of parts, and the largest number of leading parts that were
 * found in sequence.
 */
export function findRun(
  source: SearchableText,
  run: readonly QuotePart[],
): { readonly occurrences: readonly Passage[]; readonly longestMatch: number } {
  const [first, ...others] = run;
  const occurrences: Passage[] = [];
  if (first === undefined) return { occurrences, longestMatch: 0 };
  let longestMatch = 0;
  for (const start of findPartOccurrences(source, first, MAX_MATCHES)) {
    let end = start + first.text.length;
    let matchedParts = 1;
    for (const part of others) {
      const at = nextOccurrence(source.normal, part, end);
      if (at === undefined) break;
      end = at + part.text.length;
      matchedParts++;
    }
    longestMatch = Math.max(longestMatch, matchedParts);
    if (matchedParts < run.length) continue;
    // Of two passages with the same end, the one that starts later is shorter.
    if (occurrences.at(-1)?.end === end) occurrences.pop();
    occurrences.push({ start, end });
  }
  return { occurrences, longestMatch };
}

/** Returns the next offset of a part. Searches only as far as its maximum gap allows, not the rest of the text. */
function nextOccurrence(normal: NormalizedText, part: QuotePart, from: number): number | undefined {
  const window = normal.text.slice(from, from + (part.maxGap ?? 0) + part.text.length);
  for (let at = window.indexOf(part.text); at >= 0; at = window.indexOf(part.text, at + 1)) {
    if (matchesAt(normal, part, from + at)) return from + at;
  }
  return undefined;
}

/** Returns at most `limit` offsets of a part in the normalized text, in order. */
export const findPartOccurrences = (
  { index, normal }: SearchableText,
  part: QuotePart,
  limit: number,
): readonly number[] => findOccurrences(index, part.text, limit, (start) => matchesAt(normal, part, start));

/** Whether a part, whose text occurs at an offset, consists of whole words there and has the same dashes. */
export const matchesAt = (normal: NormalizedText, part: QuotePart, start: number): boolean =>
  (part.canStartInsideWord || isWordBoundary(normal, start)) &&
  (part.canEndInsideWord || isWordBoundary(normal, start + part.text.length)) &&
  hasDashes(normal, part, start);

/** Whether the source and a part have the same dashes at `start`, except for line-end hyphens of either. */
function hasDashes({ dashes }: NormalizedText, { text, dashes: wanted }: QuotePart, start: number): boolean {
  let next = firstDashIndex(dashes, start);
  // A dash at the start belongs to the text before, unless the quote starts with one.
  if (dashes[next]?.at === start && wanted[0]?.at !== 0) next++;
  for (const { at, isSoft } of wanted) {
    while (dashes[next]?.isSoft && (dashes[next]?.at ?? 0) < start + at) next++;
    if (dashes[next]?.at === start + at) next++;
    else if (!isSoft) return false;
  }
  for (let dash = dashes[next]; dash !== undefined && dash.at < start + text.length; dash = dashes[++next]) {
    if (!dash.isSoft) return false;
  }
  return true;
}
