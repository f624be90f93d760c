/** Finds quotes in the texts of their sources. */
import type { Article, Passage } from "../article.ts";
import { dashFrom, inOriginal, type NormalText, normalise } from "../text/normalise.ts";
import { isBorder } from "../text/wordBoundaries.ts";
import { type Part, partsOf } from "./quoteParts.ts";
import { type BlockIndex, indexBlocks, occurrencesOf } from "./substringIndex.ts";

/** A text prepared for finding quotes in it. */
export interface Searchable {
  readonly normal: NormalText;
  readonly index: BlockIndex;
  /** What has been found, by the words of the quote. */
  readonly found: Map<string, readonly Place[]>;
}

/** A passage that has the words of a quote, in order. */
export interface Place extends Passage {
  /** The stretches of it that are quoted, where `…` leaves out words between them. */
  readonly parts?: readonly Passage[];
}

/** Of words that are everywhere, so many places are as good as all. */
const MOST_PLACES = 1000;
/** A map has no more quotes from one source; after that many edits of quotes, the old ones are forgotten. */
const MOST_FOUND = 5000;

const prepared = new WeakMap<Article, Searchable>();

/** Prepares a text. */
export function searchable(text: string): Searchable {
  const normal = normalise(text);
  return { normal, index: indexBlocks(normal.text), found: new Map() };
}

/** The text of an article, prepared once: an edit of a quote shall not walk through a whole book again. */
export function searchableArticle(article: Article): Searchable {
  const known = prepared.get(article) ?? searchable(article.text);
  prepared.set(article, known);
  return known;
}

/** Where a source has the words of a quote, in order; nothing where it has not, and where the quote has no words of a source. */
export function placesOf(source: Searchable, quote: string): readonly Place[] {
  const known = source.found.get(quote);
  if (known !== undefined) return known;
  const original = (passage: Passage): Passage => inOriginal(source.normal, passage);
  const places = placesOfParts(source, quote).map(
    (place): Place => (place.parts ? { ...original(place), parts: place.parts.map(original) } : original(place)),
  );
  if (source.found.size >= MOST_FOUND) source.found.clear();
  source.found.set(quote, places);
  return places;
}

/** Whether a source has the words of a quote. Keeps nothing: for what is only offered. */
export const standsIn = (source: Searchable, quote: string): boolean =>
  (source.found.get(quote) ?? placesOfParts(source, quote)).length > 0;

/** Brackets and ellipses that stand so in the source are its own; if that leads nowhere, they are the quote's. */
function placesOfParts(source: Searchable, quote: string): readonly Place[] {
  let isJoined = false;
  const literal = partsOf(quote, (part) => {
    const isThere = occurrencesOfPart(source, part, 1).length > 0;
    isJoined ||= isThere;
    return isThere;
  });
  const found = inOrder(placesOfRuns(source, literal));
  return found.length > 0 || !isJoined ? found : inOrder(placesOfRuns(source, partsOf(quote)));
}

/** Where each run of parts stands; nothing where one stands nowhere. */
function placesOfRuns(source: Searchable, parts: readonly Part[]): readonly (readonly Passage[])[] {
  const all: (readonly Passage[])[] = [];
  for (const run of runsOf(parts)) {
    const { places } = placesOfRun(source, run);
    if (places.length === 0) return [];
    all.push(places);
  }
  return all;
}

/** The parts of a quote between words left out: those of one run have to be found near each other. */
export function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  for (const part of parts) {
    if (part.reach === undefined) runs.push([part]);
    else runs.at(-1)?.push(part);
  }
  return runs;
}

/** Passages in which one place of each run follows the other, as close as they can. */
function inOrder([first = [], ...others]: readonly (readonly Passage[])[]): readonly Place[] {
  if (others.length === 0) return first;
  const found: Place[] = [];
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
export function placesOfRun(
  source: Searchable,
  run: readonly Part[],
): { readonly places: readonly Passage[]; readonly best: number } {
  const [first, ...others] = run;
  const places: Passage[] = [];
  if (first === undefined) return { places, best: 0 };
  let best = 0;
  for (const start of occurrencesOfPart(source, first, MOST_PLACES)) {
    let end = start + first.text.length;
    let found = 1;
    for (const part of others) {
      const at = nextOf(source.normal, part, end);
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
function nextOf(normal: NormalText, part: Part, from: number): number | undefined {
  const window = normal.text.slice(from, from + (part.reach ?? 0) + part.text.length);
  for (let at = window.indexOf(part.text); at >= 0; at = window.indexOf(part.text, at + 1)) {
    if (standsAt(normal, part, from + at)) return from + at;
  }
  return undefined;
}

/** Where a part stands in the normal text, in order; of what is everywhere only so many places as asked for. */
export const occurrencesOfPart = ({ index, normal }: Searchable, part: Part, most: number): readonly number[] =>
  occurrencesOf(index, part.text, most, (start) => standsAt(normal, part, start));

/** Whether a part, the letters of which are found at an offset, is of whole words there, and has the same dashes. */
export const standsAt = (normal: NormalText, part: Part, start: number): boolean =>
  (part.beginsWithin || isBorder(normal, start)) &&
  (part.endsWithin || isBorder(normal, start + part.text.length)) &&
  hasDashes(normal, part, start);

/** Whether a source has the dashes of a part that stands at `start`, and no others within it but those that part a word. */
function hasDashes({ dashes }: NormalText, { text, dashes: wanted }: Part, start: number): boolean {
  let next = dashFrom(dashes, start);
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
