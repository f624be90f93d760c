/**
 * Removes running headers and footers of pages. A line counts as one if it is the same on many pages, except for a page number
 * that increases with the pages. Other numbers must be equal, because sentences of a list may differ only in a number.
 */

/** On fewer pages, a repetition may be part of the text. */
const MIN_PAGES = 3;
/** Headers and footers that browsers print: date and time, a URL, “page of pages”. These count from two pages on. */
const BROWSER_PRINT =
  /\d[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}|^(?:(?:https?|file):\/\/\S+|about:blank)$|(?:^|\s)\d+ ?(?:\/|of) ?\d+$/u;
/** The minimum share of pages. Left and right pages, and chapters, may have different headers. */
const MIN_SHARE = 1 / 3;
/** The minimum share for lines further inside: slides repeat lines of text from one page to the next. */
const MIN_SHARE_INSIDE = 1 / 2;
/** How many lines are examined from each edge inwards. */
const MAX_LINES = 4;

const NUMBER = String.raw`\d+|[ivxlc]+`;
/** Page numbers: at the beginning, at the end, before the number of pages, or after “page”. */
const PAGE_NUMBER_PATTERNS = [
  new RegExp(String.raw`^[^\p{L}\p{N}]*(${NUMBER})(?![\p{L}\p{N}.,])`, "du"),
  new RegExp(String.raw`(?<![\p{L}\p{N}.,])(${NUMBER})[^\p{L}\p{N}]*$`, "du"),
  /(?<![\p{L}\p{N}.,])(\d+) ?(?:\/|\p{L}+) ?\d+$/du,
  /(?<!\p{L})(?:page|pg\.|p\.) ?(\d+)(?![\p{L}\p{N}])/diu,
];
const SENTENCE = /\p{L}[^.!?…。！？]*[.!?…。！？]["”’»」』)）\]]*$/u;

/** A line with its distance from the bottom of the page. */
interface PositionedLine {
  readonly text: string;
  readonly y: number;
}

/**
 * Returns the lines of each page without running headers and footers, in their original order. The edges are determined by
 * the position on the page, because browsers write headers and footers last.
 */
export function removeRunningHeaders<T extends PositionedLine>(
  pages: readonly (readonly T[])[],
): readonly (readonly T[])[] {
  const remaining = pages.map((lines) => lines.toSorted((a, b) => b.y - a.y));
  const removed = new Set<T>();
  for (let depth = 0; depth < MAX_LINES; depth++) {
    const edges = remaining.map((lines) => new Set([...lines.slice(0, 1), ...lines.slice(-1)]));
    const headers = findRunningHeaders(edges, depth);
    if (headers.size === 0) break;
    for (const line of headers) removed.add(line);
    for (const lines of remaining) {
      if (lines[0] !== undefined && headers.has(lines[0])) lines.shift();
      const last = lines.at(-1);
      if (last !== undefined && headers.has(last)) lines.pop();
    }
  }
  return pages.map((lines) => lines.filter((line) => !removed.has(line)));
}

/**
 * Returns the running headers and footers among the first and last lines of the pages.
 *
 * @param depth how many lines have already been removed from the edges
 */
function findRunningHeaders<T extends PositionedLine>(edges: readonly ReadonlySet<T>[], depth: number): ReadonlySet<T> {
  // Further inside, a line counts only if it is at the same height on all pages, because it may be part of the text.
  const keysAt = ({ text, y }: PositionedLine, page: number): readonly string[] =>
    keysOf(text, page).map((key) => (depth === 0 ? key : `${Math.round(y)} ${key}`));
  const counts = new Map<string, number>();
  for (const [page, lines] of edges.entries()) {
    const keys = new Set([...lines].flatMap((line) => keysAt(line, page)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const minPages = Math.max(MIN_PAGES, edges.length * (depth === 0 ? MIN_SHARE : MIN_SHARE_INSIDE));
  const isRecurring = (line: T, page: number): boolean => {
    const required = edges.length === 2 && BROWSER_PRINT.test(line.text) ? 2 : minPages;
    return keysAt(line, page).some((key) => (counts.get(key) ?? 0) >= required);
  };
  return new Set(edges.flatMap((lines, page) => [...lines].filter((line) => isRecurring(line, page))));
}

/** Returns keys that the same header has on all pages: its text, and its text with the offset of its number from the page. */
function keysOf(text: string, page: number): readonly string[] {
  // Sentences with ascending numbers at the top of consecutive pages are not headers.
  if (SENTENCE.test(text)) return [text];
  const numbered = PAGE_NUMBER_PATTERNS.flatMap((pattern) => {
    const [from, to] = pattern.exec(text)?.indices?.[1] ?? [0, 0];
    const number = parsePageNumber(text.slice(from, to));
    return number === undefined ? [] : [`${text.slice(0, from)}\0${number - page}\0${text.slice(to)}`];
  });
  return [text, ...numbered];
}

const ROMAN = /^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Parses a number in digits, or in lower-case Roman numerals up to 99; undefined for anything else. */
function parsePageNumber(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === "" || !ROMAN.test(number)) return undefined;
  const digits = [...number].map((letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
