/**
 * Finds quotes in the texts of their sources. White space and the shapes of quotation marks and dashes do not matter,
 * nor what a printer does to words: soft hyphens and ligatures. Case does.
 */
import search from "approx-string-match";

/** A text in the form in which quotes are compared, that knows where each of its characters came from. */
export interface NormalText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the text it was made from; at the end that text's length. */
  readonly offsets: Uint32Array;
  readonly original: string;
}

/** A passage of a source, in offsets of the source's own text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** A passage that comes near a quote. */
export interface NearPassage extends Passage {
  /** Its words, on one line. */
  readonly passage: string;
  /** The quote with these words in the place of those that were not found. */
  readonly quote: string;
}

const LIGATURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" }),
);
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const SINGLE = /[‘’‚‛′ʼ`´‹›]/;
const DOUBLE = /[“”„‟″«»〝〞「」『』＂]/;
const DASH = /[-‐‑‒–—―−﹘﹣－]/;
const WHITE = /\s/;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** A character with its combining marks, or the letters of a Korean syllable; a surrogate that stands alone too. */
const CHARACTER = /[^\p{M}]?[\p{M}\u1160-\u11ff]*/suy;

/** Makes a text comparable. */
function normalise(original: string): NormalText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let last = "";
  let white = -1;
  for (let at = 0; at < original.length; ) {
    const start = at;
    const code = original.charCodeAt(at);
    let piece: string;
    if (code < 0x80 && !(original.charCodeAt(at + 1) >= 0x300)) {
      // Nearly all of most texts.
      at++;
      piece = code <= 32 ? " " : code === 0x60 ? "'" : original.charAt(start);
    } else {
      const character = characterAt(original, at);
      at += character.length;
      piece = WHITE.test(character) ? " " : shapeOf(character);
    }
    if (piece === " ") {
      if (white < 0) white = start;
      continue;
    }
    if (piece === "") continue;
    if (white >= 0 && last !== "" && !closesUp(last, piece)) {
      pieces.push(" ");
      offsets.push(white);
    }
    white = -1;
    // Two hyphens are a dash, and so are two dashes.
    if (piece === "-" && last === "-") continue;
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) offsets.push(start);
    last = piece;
  }
  offsets.push(original.length);
  return { text: pieces.join(""), offsets: Uint32Array.from(offsets), original };
}

function characterAt(text: string, at: number): string {
  CHARACTER.lastIndex = at;
  return CHARACTER.exec(text)?.[0] || text.charAt(at);
}

/** White space is one space, and none where it says nothing: beside dashes and beside Chinese. */
const closesUp = (before: string, after: string): boolean =>
  before === "-" || after === "-" || WITHOUT_SPACES.test(before) || WITHOUT_SPACES.test(after);

function shapeOf(character: string): string {
  if (character.search(INVISIBLE) === 0) return "";
  if (SINGLE.test(character)) return "'";
  if (DOUBLE.test(character)) return '"';
  if (DASH.test(character)) return "-";
  if (character === "…") return "...";
  return LIGATURES.get(character) ?? character.normalize("NFC");
}

/** Texts made comparable, the latest used last: an edit of a quote shall not walk through a whole book again. */
const known = new Map<string, NormalText>();
const MOST_KNOWN = 16;

/** A source's text in the form in which quotes are compared. */
export function normalText(text: string): NormalText {
  const normal = known.get(text) ?? normalise(text);
  known.delete(text);
  known.set(text, normal);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
  return normal;
}

/** Words that must stand together, and how far from those before: undefined where any distance is right. */
interface Part {
  /** As they are written. */
  readonly written: string;
  readonly text: string;
  readonly reach: number | undefined;
}

/** Words left out, and words put in: `…`, `...`, `[...]`, `[the]`. */
const GAP = /\[[^\][]*\]|…|\.\.\./g;
const LEFT_OUT = /^(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)$/;
const MARK_BEFORE = /^["'`‘’‚‛“”„‟«»‹›「『〝＂]+/;
const MARK_AFTER = /["'`‘’‛“”‟«»‹›」』〞〟＂]/;
/** How far the words around a bracketed insertion may be apart: it may stand for some words of the source, not for a page. */
const INSERTION_REACH = 80;
/** However many insertions follow each other. */
const MOST_REACH = 1000;

/** The parts of a quote that have to be found, in order. */
function partsOf(quote: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let reach: number | undefined;
  const add = (to: number): void => {
    let written = quote.slice(from, to).trim();
    // The marks around the whole are the quote's own; those inside are its source's.
    if (from === 0) written = written.replace(MARK_BEFORE, "").trimStart();
    if (to === quote.length) written = withoutMarksAfter(written).trimEnd();
    const { text } = normalise(written);
    if (text !== "") parts.push({ written, text, reach: parts.length === 0 ? undefined : reach });
    if (text !== "") reach = 0;
  };
  for (const gap of quote.matchAll(GAP)) {
    add(gap.index);
    from = gap.index + gap[0].length;
    if (LEFT_OUT.test(gap[0]) || reach === undefined) reach = undefined;
    else reach = Math.min(MOST_REACH, reach + INSERTION_REACH + gap[0].length);
  }
  add(quote.length);
  return parts;
}

function withoutMarksAfter(text: string): string {
  // Backwards by hand: an expression would begin anew at each of many marks that do not stand at the end.
  let end = text.length;
  while (end > 0 && MARK_AFTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Where the source has the words of a quote; undefined where it has not. */
export function findQuote(source: NormalText, quote: string): Passage | undefined {
  const found = placesOf(source.text, partsOf(quote));
  if (found.missing !== undefined) return undefined;
  // Words left out alone are found anywhere.
  return found.end === 0
    ? { start: 0, end: 0 }
    : { start: startOffset(source, found.start), end: endOffset(source, found.end) };
}

/** Where in `text` the parts of a quote stand, or the first of them that stands nowhere it could. */
function placesOf(
  text: string,
  parts: readonly Part[],
): { readonly start: number; readonly end: number; readonly missing: number | undefined } {
  let start = 0;
  let end = 0;
  for (let first = 0; first < parts.length; ) {
    // Parts up to the next words left out must be found near each other.
    let next = first + 1;
    while (next < parts.length && parts[next]?.reach !== undefined) next++;
    const run = parts.slice(first, next);
    const found = runFrom(text, run, end);
    if (typeof found === "number") return { start, end, missing: first + found };
    if (first === 0) start = found.start;
    end = found.end;
    first = next;
  }
  return { start, end, missing: undefined };
}

/** The first place from `from` on where the parts of a run follow each other; else how many of them do at best. */
function runFrom(text: string, run: readonly Part[], from: number): Passage | number {
  const [first, ...others] = run;
  if (first === undefined) return { start: from, end: from };
  let best = 0;
  for (let at = text.indexOf(first.text, from); at >= 0; at = text.indexOf(first.text, at + 1)) {
    let end = at + first.text.length;
    let found = 1;
    for (const { text: words, reach = 0 } of others) {
      // Only as far as it may stand: to look through the rest of a book each time would take long.
      const window = text.slice(end, end + reach + words.length);
      const within = window.indexOf(words);
      if (within < 0) break;
      end += within + words.length;
      found++;
    }
    if (found === run.length) return { start: at, end };
    best = Math.max(best, found);
  }
  return best;
}

const startOffset = ({ offsets }: NormalText, at: number): number => offsets[at] ?? 0;

/** The end in the source of what ends at `at`: white space, marks and what is invisible after it left out. */
function endOffset({ offsets, original }: NormalText, at: number): number {
  const last = offsets[at - 1];
  return last === undefined ? 0 : last + characterAt(original, last).length;
}

/**
 * The search for the nearest passage runs while one types, so it is kept short: a text is looked through whole only up to
 * this many characters, times those of the words sought.
 */
const MOST_WORK = 500_000;
const LONGEST_SOUGHT = 400;
const MOST_SEEDS = 40;
const MOST_PLACES = 200;
const MOST_WINDOWS = 6;

/** The passage of a source that comes nearest to the first part of a quote that is not in it. */
export function nearestPassage(source: NormalText, quote: string): NearPassage | undefined {
  const parts = partsOf(quote);
  const { missing } = placesOf(source.text, parts);
  const part = missing === undefined ? undefined : parts[missing];
  if (part === undefined || part.text.length > LONGEST_SOUGHT) return undefined;
  // It stands there, only not after what goes before it.
  if (source.text.includes(part.text)) return undefined;
  const near = nearestTo(source.text, part.text);
  if (near === undefined) return undefined;
  const { start, end } = wholeWords(source.text, near);
  const place = { start: startOffset(source, start), end: endOffset(source, end) };
  const passage = source.original.slice(place.start, place.end).replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  return { ...place, passage, quote: quote.replace(part.written, () => passage) };
}

function nearestTo(text: string, words: string): Passage | undefined {
  const most = Math.floor(words.length * 0.4);
  let best: { readonly start: number; readonly end: number; readonly errors: number } | undefined;
  for (const { start, end } of windowsFor(text, words)) {
    for (const match of search(text.slice(start, end), words, best?.errors ?? most)) {
      if (best !== undefined && match.errors >= best.errors) continue;
      best = { start: start + match.start, end: start + match.end, errors: match.errors };
    }
  }
  return best;
}

/**
 * Where it pays to look: the whole of a text that is short enough, else the surroundings of those places that share most
 * runs of letters with the words sought.
 */
function windowsFor(text: string, words: string): readonly Passage[] {
  if (text.length * words.length <= MOST_WORK) return [{ start: 0, end: text.length }];
  const votes = new Map<number, number>();
  // A few Chinese characters tell as much as many letters.
  const length = WITHOUT_SPACES.test(words) ? 4 : 8;
  const width = Math.max(256, words.length);
  for (let at = 0; at + length <= words.length; at += Math.max(2, Math.ceil(words.length / MOST_SEEDS))) {
    const seed = words.slice(at, at + length);
    const places: number[] = [];
    for (let place = text.indexOf(seed); place >= 0; place = text.indexOf(seed, place + length)) {
      places.push(place);
      if (places.length > MOST_PLACES) break;
    }
    // What is everywhere tells nothing.
    if (places.length > MOST_PLACES) continue;
    for (const window of new Set(places.map((place) => Math.floor(Math.max(0, place - at) / width)))) {
      votes.set(window, (votes.get(window) ?? 0) + 1);
    }
  }
  const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WINDOWS);
  return likely.map(([window]) => ({
    start: Math.max(0, window * width - words.length),
    end: Math.min(text.length, (window + 1) * width + 2 * words.length),
  }));
}

/** A passage with the words that it begins and ends in made whole. */
function wholeWords(text: string, { start, end }: Passage): Passage {
  const isLetter = (at: number): boolean =>
    /[\p{L}\p{N}]/u.test(text.charAt(at)) && !WITHOUT_SPACES.test(text.charAt(at));
  let from = start;
  let to = end;
  while (from > 0 && isLetter(from) && isLetter(from - 1)) from--;
  while (to < text.length && isLetter(to) && isLetter(to - 1)) to++;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
