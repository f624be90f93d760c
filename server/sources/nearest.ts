/** The passages of a source that come nearest to a quote that is not in it. */
import search from "approx-string-match";
import type { Passage } from "./article.ts";
import { occurrencesOf } from "./blocks.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { withEnds } from "./ends.ts";
import { placesOfRun, runsOf, type Searchable } from "./find.ts";
import { dashFrom, inOriginal, type NormalText, onOneLine, WITHOUT_SPACES } from "./normal.ts";
import { type Part, partsOf } from "./parts.ts";

/** A passage that comes near a quote, in offsets of the source's own text. */
export interface NearPassage extends Passage {
  /** Its words, on one line. */
  readonly passage: string;
  /** The quote with these words in the place of those that were not found. */
  readonly quote: string;
  /** In what its words differ from those of the quote that were not found; none where that is too much to be told. */
  readonly differences: readonly Difference[];
}

/** What is known of where a quote should stand, in the normal text. */
export interface Context {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number;
}

/** A place that comes near, and how near: 1 is the same words in the same surroundings. */
export interface Scored extends Passage {
  readonly score: number;
}

/** As many as one reads through. */
const MOST_OFFERED = 3;
/** Longer words are not looked for: the search runs while one types. */
const LONGEST_SOUGHT = 4000;
const MOST_ERRORS = 256;
const MOST_SEEDS = 40;
const MOST_PLACES = 200;
const MOST_WINDOWS = 8;
const MOST_SEARCHES = 16;
/** A text is looked through whole only up to this many characters, times those of the words sought. */
const MOST_WORK = 500_000;

/** What each part of a place counts for, as in the client of Hypothesis, which anchors its annotations by them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * The passages that come nearest to the first words of a quote that are not in the source, nearest first.
 *
 * @param hint the offset in the source's own text about which the quote should stand
 */
export function nearestPassages(source: Searchable, quote: string, hint?: number): readonly NearPassage[] {
  const { normal } = source;
  const missing = firstMissing(source, partsOf(quote));
  if (missing === undefined || missing.part.text.length > LONGEST_SOUGHT) return [];
  const { part, after } = missing;
  const expected = after > 0 ? after : hint === undefined ? undefined : unitAt(normal.offsets, hint);
  const offered: NearPassage[] = [];
  for (const near of nearestTo(source, part.text, expected === undefined ? {} : { hint: expected })) {
    const place = withEnds(normal.original, inOriginal(normal, wholeWords(normal, near)), part.written);
    const passage = onOneLine(normal.original.slice(place.start, place.end));
    if (passage === "" || offered.some((other) => other.passage === passage)) continue;
    const differences = differencesOf(onOneLine(part.written), passage) ?? [];
    offered.push({ ...place, passage, quote: quote.replace(part.written, () => passage), differences });
    if (offered.length === MOST_OFFERED) break;
  }
  return offered;
}

/**
 * The first part of a quote that stands nowhere, and the end of what was found before it. Undefined where each stands
 * somewhere, only not in this order.
 */
function firstMissing(
  source: Searchable,
  parts: readonly Part[],
): { readonly part: Part; readonly after: number } | undefined {
  let after = 0;
  for (const run of runsOf(parts)) {
    const { places, best } = placesOfRun(source, run);
    const part = run[best];
    // It stands there, only not with what is before it.
    if (part !== undefined && best > 0 && occurrencesOf(source.index, part.text, 1).length > 0) return undefined;
    if (part !== undefined) return { part, after };
    const next = places.find(({ start }) => start >= after);
    if (next === undefined) return undefined;
    after = next.end;
  }
  return undefined;
}

/** The unit of the normal text that was made from an offset. */
export function unitAt(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places in a text that come near some words, nearest first. */
export function nearestTo(source: Searchable, words: string, context: Context): readonly Scored[] {
  const { text } = source.normal;
  const most = Math.min(MOST_ERRORS, Math.floor(words.length * 0.4));
  const places: Scored[] = [];
  const windows = [...windowsFor(source, words)];
  for (let looked = 0; looked < MOST_SEARCHES && windows.length > 0; looked++) {
    const { start, end } = windows.shift() ?? { start: 0, end: 0 };
    const matches = search(text.slice(start, end), words, most);
    for (const match of matches) {
      const place = { start: start + match.start, end: start + match.end };
      places.push({ ...place, score: scoreOf(text, place, match.errors / words.length, context) });
    }
    // Only the best of a window are told; others may stand before and after them.
    const [first, last] = [matches[0], matches.at(-1)];
    if (first === undefined || last === undefined) continue;
    for (const rest of [
      { start, end: start + first.start },
      { start: start + last.end, end },
    ]) {
      if (rest.end - rest.start >= words.length - most) windows.push(rest);
    }
  }
  places.sort((a, b) => b.score - a.score || a.start - b.start);
  const apart: Scored[] = [];
  for (const place of places) {
    if (apart.every(({ start, end }) => place.end <= start || end <= place.start)) apart.push(place);
  }
  return apart;
}

/** How well a place fits, from 0 to 1. @param errors the share of its characters that are others */
export function scoreOf(text: string, { start, end }: Passage, errors: number, context: Context): number {
  const { prefix = "", suffix = "", hint } = context;
  const likeness = (there: string, wanted: string): number => {
    if (wanted === "") return 1;
    if (there === "") return 0;
    return there.includes(wanted)
      ? 1
      : 1 - (search(there, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
  };
  const { quote, prefix: before, suffix: after, position } = WEIGHTS;
  const score =
    quote * (1 - errors) +
    before * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
    after * likeness(text.slice(end, end + suffix.length), suffix) +
    position * (hint === undefined ? 1 : 1 - Math.abs(start - hint) / Math.max(1, text.length));
  return score / (quote + before + after + position);
}

/** Where it pays to look: the surroundings of those places that share most runs of letters with the words sought. */
function windowsFor(source: Searchable, words: string): readonly Passage[] {
  const { text } = source.normal;
  const votes = new Map<number, number>();
  // A few Chinese characters tell as much as many letters.
  const length = WITHOUT_SPACES.test(words) ? 4 : 8;
  const width = Math.max(64, words.length);
  for (let at = 0; at + length <= words.length; at += Math.max(2, Math.ceil(words.length / MOST_SEEDS))) {
    const places = occurrencesOf(source.index, words.slice(at, at + length), MOST_PLACES);
    // What is everywhere tells nothing.
    if (places.length === MOST_PLACES) continue;
    for (const window of new Set(places.map((place) => Math.floor(Math.max(0, place - at) / width)))) {
      votes.set(window, (votes.get(window) ?? 0) + 1);
    }
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WINDOWS);
  const windows: { readonly start: number; end: number }[] = [];
  for (const window of likely.map(([one]) => one).sort((a, b) => a - b)) {
    const start = Math.max(0, window * width - words.length);
    const end = Math.min(text.length, (window + 1) * width + 2 * words.length);
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  // Words with a slip of the pen everywhere share no run with their passage.
  if (windows.length === 0 && text.length * words.length <= MOST_WORK) return [{ start: 0, end: text.length }];
  return windows;
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at)) && !WITHOUT_SPACES.test(text.charAt(at));

/** Whether a word goes on from the unit before to this one, be it over the end of a line. */
function isWithinWord({ text, dashes }: NormalText, at: number): boolean {
  const dash = dashes[dashFrom(dashes, at)];
  return isLetter(text, at - 1) && isLetter(text, at) && (dash?.at !== at || dash.isSoft);
}

/** A passage with the words that it begins and ends in made whole. */
function wholeWords(normal: NormalText, { start, end }: Passage): Passage {
  const { text } = normal;
  let from = start;
  let to = end;
  while (from > 0 && isWithinWord(normal, from)) from--;
  while (to < text.length && isWithinWord(normal, to)) to++;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
