/** The passages of a source that come nearest to a quote that is not in it. */
import search from "approx-string-match";
import { bisectLeft } from "d3-array";
import { joined, type Passage } from "../article.ts";
import { wholeBrackets } from "../text/brackets.ts";
import { dashFrom, inOriginal, type NormalText, onOneLine, WITHOUT_SPACES } from "../text/normalise.ts";
import { isBorder } from "../text/wordBoundaries.ts";
import { withEnds } from "./alignEnds.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { occurrencesOfPart, placesOfRun, runsOf, type Searchable, standsIn } from "./findQuote.ts";
import { type Part, partsOf } from "./quoteParts.ts";
import { likeness, withinBorders } from "./similarity.ts";
import { rarePlacesOf } from "./substringIndex.ts";

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
  readonly hint?: number | undefined;
}

/** A place that comes near, and how near: 1 is the same words in the same surroundings. */
export interface Scored extends Passage {
  readonly score: number;
}

/** As many as one reads through. */
const MOST_OFFERED = 3;
/** What is longer than this is no quote that anybody would mend. */
const LONGEST_SOUGHT = 20_000;
/** Longer words are sought by their ends, of so many characters. */
const LONGEST_WHOLE = 320;
const END = 128;
/** The share of the characters sought that may be others. */
const MOST_ERRORS = 0.4;
/** Less like than this by its letters, a passage is another one that shares some words. */
const LEAST_LIKENESS = 0.6;
/** Few letters are like many others by chance. */
const LEAST_LIKENESS_SHORT = 0.7;
const SHORT_WORDS = 30;
/** Words that a quote leaves out make it less like by half. */
const LEFT_OUT = 0.5;
/** In the very surroundings that a quote had, it may be less by so much. */
const LEAST_FOR_PLACE = 0.2;
/** So many places of stretches of the words sought are looked at. The search runs while one types. */
const MOST_VOTES = 2000;
const MOST_WINDOWS = 6;
const MOST_SEARCHES = 3;
/** A text is looked through whole only up to this many characters, times those of the words sought. */
const MOST_WORK = 500_000;
/** Of fewer characters two blocks of the index stand in a row only where they happen to be cut so. */
const SHORT = 24;

/** What each part of a place counts for, as in the client of Hypothesis, which anchors its annotations by them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * The passages that come nearest to the first words of a quote that are not in the source, nearest first.
 *
 * @param hint the offset in the source's own text about which the quote should stand
 * @param last what is known of where it stood before the source changed; it counts for more
 */
export function nearestPassages(
  source: Searchable,
  quote: string,
  hint?: number,
  last?: Context,
): readonly NearPassage[] {
  const { normal } = source;
  const missing = firstMissing(source, partsOf(quote));
  if (missing === undefined || missing.part.text.length > LONGEST_SOUGHT) return [];
  const { part, after } = missing;
  const expected = after > 0 ? after : hint === undefined ? undefined : unitAt(normal.offsets, hint);
  const offered: NearPassage[] = [];
  // What stood around the whole says nothing of one of several parts.
  const context =
    last !== undefined && after === 0 && part.written.length * 2 > quote.length ? last : { hint: expected };
  for (const near of nearestTo(source, part.text, context)) {
    const place = readable(normal, near, part.written);
    const passage = onOneLine(normal.original.slice(place.start, place.end));
    if (!isLike(source, near, passage, part.written, context) || !standsIn(source, passage)) continue;
    if (offered.some((other) => other.passage === passage)) continue;
    const differences = differencesOf(onOneLine(part.written), passage) ?? [];
    offered.push({ ...place, passage, quote: quote.replace(part.written, () => passage), differences });
    if (offered.length === MOST_OFFERED) break;
  }
  return offered;
}

/** Whether each part of a quote that is not in a source stands there somewhere, only not in this order. */
export const standsApart = (source: Searchable, quote: string): boolean =>
  firstMissing(source, partsOf(quote)) === undefined;

/** A place that comes near some words, in the text's own offsets: with as many words as these, whole words and whole brackets. */
export function readable(normal: NormalText, near: Passage, words: string): Passage {
  const { original } = normal;
  const whole = wholeBrackets(original, inOriginal(normal, wholeWords(normal, near)));
  return withinBorders(original, wholeBrackets(original, withEnds(original, whole, words)), words);
}

/** Whether a place says about what is sought. In the surroundings that it had, more of it may be others. */
export function isLike(source: Searchable, near: Passage, passage: string, words: string, context: Context): boolean {
  const { prefix = "", suffix = "" } = context;
  const { text } = source.normal;
  const around =
    prefix === "" && suffix === "" ? 0 : (likeBefore(text, near, prefix) + likeAfter(text, near, suffix)) / 2;
  const least = words.length < SHORT_WORDS ? LEAST_LIKENESS_SHORT : LEAST_LIKENESS;
  return passage !== "" && likeness(passage, words, LEFT_OUT) >= least - LEAST_FOR_PLACE * around;
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
    if (part !== undefined && best > 0 && occurrencesOfPart(source, part, 1).length > 0) return undefined;
    if (part !== undefined) return { part, after };
    const next = places.find(({ start }) => start >= after);
    if (next === undefined) return undefined;
    after = next.end;
  }
  return undefined;
}

/** The unit of the normal text that was made from an offset. */
export const unitAt = (offsets: Uint32Array, offset: number): number => bisectLeft(offsets, offset);

/** Places in a text that come near some words, nearest first. */
export function nearestTo(source: Searchable, words: string, context: Context): readonly Scored[] {
  const { text } = source.normal;
  const windows = windowsFor(source, words);
  const near = windows.flatMap((window) =>
    words.length > LONGEST_WHOLE ? nearByEnds(text, window, words) : nearIn(text, window, words),
  );
  const places = near.map(({ start, end, errors }) => ({
    start,
    end,
    score: scoreOf(text, { start, end }, errors, context),
  }));
  places.sort((a, b) => b.score - a.score || a.start - b.start);
  const apart: Scored[] = [];
  for (const place of places) {
    if (apart.every(({ start, end }) => place.end <= start || end <= place.start)) apart.push(place);
  }
  return apart;
}

/** A place with the share of its characters that are others. */
interface Near extends Passage {
  readonly errors: number;
}

const mostErrors = (words: string): number => Math.floor(words.length * MOST_ERRORS);

function nearIn(text: string, window: Passage, words: string): readonly Near[] {
  const most = mostErrors(words);
  const places: Near[] = [];
  const windows = [window];
  for (let looked = 0; looked < MOST_SEARCHES && windows.length > 0; looked++) {
    const { start, end } = windows.shift() ?? window;
    const matches = search(text.slice(start, end), words, most);
    for (const match of matches)
      places.push({ start: start + match.start, end: start + match.end, errors: match.errors / words.length });
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
  return places;
}

/** Of long words only the beginning and the end are sought: what a search takes grows with the square of their length. */
function nearByEnds(text: string, window: Passage, words: string): readonly Near[] {
  const [head, tail] = [words.slice(0, END), words.slice(-END)];
  const slack = Math.max(END, Math.floor(words.length / 4));
  const first = bestIn(text, window, head);
  const last = bestIn(
    text,
    first === undefined
      ? window
      : { start: first.start + words.length - END - slack, end: first.start + words.length + slack },
    tail,
  );
  if (first === undefined && last === undefined) return [];
  const start = first?.start ?? Math.max(0, (last?.end ?? 0) - words.length);
  const end = last?.end ?? Math.min(text.length, start + words.length);
  return end <= start ? [] : [{ start, end, errors: ((first?.errors ?? 1) + (last?.errors ?? 1)) / 2 }];
}

function bestIn(text: string, window: Passage, words: string): Near | undefined {
  const start = Math.max(0, window.start);
  const [match] = search(text.slice(start, Math.max(start, window.end)), words, mostErrors(words));
  return match && { start: start + match.start, end: start + match.end, errors: match.errors / words.length };
}

/** How well a place fits, from 0 to 1. @param errors the share of its characters that are others */
export function scoreOf(text: string, { start, end }: Passage, errors: number, context: Context): number {
  const { prefix = "", suffix = "", hint } = context;
  const { quote, prefix: before, suffix: after, position } = WEIGHTS;
  const score =
    quote * (1 - errors) +
    before * likeBefore(text, { start, end }, prefix) +
    after * likeAfter(text, { start, end }, suffix) +
    position * (hint === undefined ? 1 : 1 - Math.abs(start - hint) / Math.max(1, text.length));
  return score / (quote + before + after + position);
}

const likeBefore = (text: string, { start }: Passage, prefix: string): number =>
  shareOf(text.slice(Math.max(0, start - prefix.length), start), prefix);
const likeAfter = (text: string, { end }: Passage, suffix: string): number =>
  shareOf(text.slice(end, end + suffix.length), suffix);

/** How much of some words stands in others. */
function shareOf(there: string, wanted: string): number {
  if (wanted === "" || there.includes(wanted)) return 1;
  if (there === "") return 0;
  return 1 - (search(there, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
}

/** Where it pays to look: about the places that share most of the rarest stretches with the words sought, the rarer the more. */
function windowsFor(source: Searchable, words: string): readonly Passage[] {
  const { text } = source.normal;
  const canReadAll = text.length * words.length <= MOST_WORK;
  // Short words share hardly any stretch with their passage, and may share one with another.
  if (canReadAll && words.length < SHORT) return [{ start: 0, end: text.length }];
  const votes = new Map<number, number>();
  const slack = Math.max(16, Math.ceil(words.length / 4));
  const width = 2 * slack;
  for (const places of rarePlacesOf(source.index, words, MOST_VOTES)) {
    const weight = 1 / places.length;
    for (const window of new Set(places.map((at) => Math.floor(Math.max(0, at) / width))))
      votes.set(window, (votes.get(window) ?? 0) + weight);
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WINDOWS);
  const least = (likely[0]?.[1] ?? 0) / 4;
  const windows = likely.flatMap(([window, votes]): readonly Passage[] => {
    if (votes < least) return [];
    const end = Math.min(text.length, (window + 1) * width + words.length + slack);
    return [{ start: Math.max(0, window * width - slack), end }];
  });
  // Words with a slip of the pen everywhere share no block with their passage.
  if (windows.length === 0 && canReadAll) return [{ start: 0, end: text.length }];
  return joined(windows);
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at)) && !WITHOUT_SPACES.test(text.charAt(at));

/** Whether a word or number goes on from the unit before to this one, be it over the end of a line. */
function isWithinWord(normal: NormalText, at: number): boolean {
  const { text, dashes } = normal;
  if (!isBorder(normal, at)) return true;
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
