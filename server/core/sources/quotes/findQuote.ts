/** Finds quotes in the texts of their sources. */
import type { Article, Passage } from "../article.ts";
import { firstDashIndex, type NormalisedText, normalise, toOriginalRange } from "../text/normalise.ts";
import { isWordBoundary } from "../text/wordBoundaries.ts";
import { type QuotePart, splitQuote } from "./quoteParts.ts";
import { buildSubstringIndex, findOccurrences, type SubstringIndex } from "./substringIndex.ts";

/** A text prepared for finding quotes in it. */
export interface SearchableText {
  readonly normal: NormalisedText;
  readonly index: SubstringIndex;
  /** What has been found, by the words of the quote. */
  readonly matchCache: Map<string, readonly QuoteMatch[]>;
}

/** A passage that has the words of a quote, in order. */
export interface QuoteMatch extends Passage {
  /** The stretches of it that are quoted, where `…` leaves out words between them. */
  readonly parts?: readonly Passage[];
}

/** Of words that are everywhere, so many places are as good as all. */
const MAX_MATCHES = 1000;
/** A map has no more quotes from one source; after that many edits of quotes, the old ones are forgotten. */
const MAX_CACHED_QUOTES = 5000;

const searchableCache = new WeakMap<Article, SearchableText>();

/** Prepares a text. */
export function createSearchableText(text: string): SearchableText {
  const normal = normalise(text);
  return { normal, index: buildSubstringIndex(normal.text), matchCache: new Map() };
}

/** The text of an article, prepared once: an edit of a quote shall not walk through a whole book again. */
export function searchableArticle(article: Article): SearchableText {
  const searchable = searchableCache.get(article) ?? createSearchableText(article.text);
  searchableCache.set(article, searchable);
  return searchable;
}

/** Where a source has the words of a quote, in order; nothing where it has not, and where the quote has no words of a source. */
export function findQuote(source: SearchableText, quote: string): readonly QuoteMatch[] {
  const cached = source.matchCache.get(quote);
  if (cached !== undefined) return cached;
  const toOriginal = (passage: Passage): Passage => toOriginalRange(source.normal, passage);
  const places = findParts(source, quote).map(
    (place): QuoteMatch =>
      place.parts ? { ...toOriginal(place), parts: place.parts.map(toOriginal) } : toOriginal(place),
  );
  if (source.matchCache.size >= MAX_CACHED_QUOTES) source.matchCache.clear();
  source.matchCache.set(quote, places);
  return places;
}

/** Whether a source has the words of a quote. Keeps nothing: for what is only offered. */
export const containsQuote = (source: SearchableText, quote: string): boolean =>
  (source.matchCache.get(quote) ?? findParts(source, quote)).length > 0;

/** Brackets and ellipses that stand so in the source are its own; if that leads nowhere, they are the quote's. */
function findParts(source: SearchableText, quote: string): readonly QuoteMatch[] {
  let isJoined = false;
  const literal = splitQuote(quote, (part) => {
    const isThere = findPartOccurrences(source, part, 1).length > 0;
    isJoined ||= isThere;
    return isThere;
  });
  const found = inSequence(findRuns(source, literal));
  return found.length > 0 || !isJoined ? found : inSequence(findRuns(source, splitQuote(quote)));
}

/** Where each run of parts stands; nothing where one stands nowhere. */
function findRuns(source: SearchableText, parts: readonly QuotePart[]): readonly (readonly Passage[])[] {
  const all: (readonly Passage[])[] = [];
  for (const run of groupIntoRuns(parts)) {
    const { places } = findRun(source, run);
    if (places.length === 0) return [];
    all.push(places);
  }
  return all;
}

/** The parts of a quote between words left out: those of one run have to be found near each other. */
export function groupIntoRuns(parts: readonly QuotePart[]): readonly (readonly QuotePart[])[] {
  const runs: QuotePart[][] = [];
  for (const part of parts) {
    if (part.maxGap === undefined) runs.push([part]);
    else runs.at(-1)?.push(part);
  }
  return runs;
}

/** Passages in which one place of each run follows the other, as close as they can. */
function inSequence([first = [], ...others]: readonly (readonly Passage[])[]): readonly QuoteMatch[] {
  if (others.length === 0) return first;
  const found: QuoteMatch[] = [];
  // What follows is never before what followed an earlier place, so each list is walked once.
  const at = others.map(() => 0);
  for (const beginning of first) {
    const parts = [beginning];
    let { end } = beginning;
    for (const [list, places] of others.entries()) {
      let next = at[list] ?? 0;
      while (next < places.length && (places[next]?.start ?? 0) < end) next++;
      at[list] = next;
      const place = places[next];
      if (place === undefined) return found;
      parts.push(place);
      end = place.end;
    }
    // The same end from a later start is the closer passage.
    if (found.at(-1)?.end === end) found.pop();
    found.push({ start: beginning.start, end, parts });
  }
  return found;
}

/** Where the parts of a run stand in the normal text; and how many of them follow each other at best. */
export function findRun(
  source: SearchableText,
  run: readonly QuotePart[],
): { readonly places: readonly Passage[]; readonly best: number } {
  const [first, ...others] = run;
  const places: Passage[] = [];
  if (first === undefined) return { places, best: 0 };
  let best = 0;
  for (const start of findPartOccurrences(source, first, MAX_MATCHES)) {
    let end = start + first.text.length;
    let found = 1;
    for (const part of others) {
      const at = nextOccurrence(source.normal, part, end);
      if (at === undefined) break;
      end = at + part.text.length;
      found++;
    }
    best = Math.max(best, found);
    if (found < run.length) continue;
    // The same end from a later start is the closer passage.
    if (places.at(-1)?.end === end) places.pop();
    places.push({ start, end });
  }
  return { places, best };
}

/** Where a part begins the next time from an offset on, only as far as it may stand: to look through the rest of a book each time would take long. */
function nextOccurrence(normal: NormalisedText, part: QuotePart, from: number): number | undefined {
  const window = normal.text.slice(from, from + (part.maxGap ?? 0) + part.text.length);
  for (let at = window.indexOf(part.text); at >= 0; at = window.indexOf(part.text, at + 1)) {
    if (matchesAt(normal, part, from + at)) return from + at;
  }
  return undefined;
}

/** Where a part stands in the normal text, in order; of what is everywhere only so many places as asked for. */
export const findPartOccurrences = (
  { index, normal }: SearchableText,
  part: QuotePart,
  limit: number,
): readonly number[] => findOccurrences(index, part.text, limit, (start) => matchesAt(normal, part, start));

/** Whether a part, the letters of which are found at an offset, is of whole words there, and has the same dashes. */
export const matchesAt = (normal: NormalisedText, part: QuotePart, start: number): boolean =>
  (part.canStartInsideWord || isWordBoundary(normal, start)) &&
  (part.canEndInsideWord || isWordBoundary(normal, start + part.text.length)) &&
  hasDashes(normal, part, start);

/** Whether a source has the dashes of a part that stands at `start`, and no others within it but those that part a word. */
function hasDashes({ dashes }: NormalisedText, { text, dashes: wanted }: QuotePart, start: number): boolean {
  let next = firstDashIndex(dashes, start);
  // What stands at the ends belongs to what is around, unless the quote has it.
  if (dashes[next]?.at === start && wanted[0]?.at !== 0) next++;
  for (const { at } of wanted) {
    while (dashes[next]?.isSoft && (dashes[next]?.at ?? 0) < start + at) next++;
    if (dashes[next]?.at !== start + at) return false;
    next++;
  }
  for (let dash = dashes[next]; dash !== undefined && dash.at < start + text.length; dash = dashes[++next]) {
    if (!dash.isSoft) return false;
  }
  return true;
}
