/**
 * Running heads and feet of pages. A line is one if it is the very same on many pages, or the same but for a number that is
 * set apart and goes up with the pages. That other figures differ says nothing: sentences of a list do that too.
 */

/** On fewer pages it may be meant. */
const MIN_PAGES = 3;
/** What a browser prints above and below pages is not: a day with its time, an address alone, how many pages there are. */
const BROWSER_PRINT =
  /\d[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}|^(?:(?:https?|file):\/\/\S+|about:blank)$|(?:^|\s)\d+ ?(?:\/|of) ?\d+$/u;
/** Left and right pages, and those of a chapter, have heads of their own. */
const MIN_SHARE = 1 / 3;
/** Further inside are the lines of the text, which slides repeat from one to the next. */
const MIN_SHARE_INSIDE = 1 / 2;
/** So many lines are looked at from each edge inwards. */
const MAX_LINES = 4;

const NUMBER = String.raw`\d+|[ivxlc]+`;
/** The number of a page: at the beginning, at the end, before how many there are, or called one. */
const PAGE_NUMBER_PATTERNS = [
  new RegExp(String.raw`^[^\p{L}\p{N}]*(${NUMBER})(?![\p{L}\p{N}.,])`, "du"),
  new RegExp(String.raw`(?<![\p{L}\p{N}.,])(${NUMBER})[^\p{L}\p{N}]*$`, "du"),
  /(?<![\p{L}\p{N}.,])(\d+) ?(?:\/|\p{L}+) ?\d+$/du,
  /(?<!\p{L})(?:page|pg\.|p\.) ?(\d+)(?![\p{L}\p{N}])/diu,
];
const SENTENCE = /\p{L}[^.!?…。！？]*[.!?…。！？]["”’»」』)）\]]*$/u;

/** What is asked of a line: its words, and how high on the page it stands. */
interface PositionedLine {
  readonly text: string;
  readonly y: number;
}

/**
 * The lines of each page without those of running heads and feet, in the order in which they came. Which are at an edge says
 * their place on the page: a browser draws heads and feet last.
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

/** Those of the first and last lines of pages that are running lines; `depth` says how many were outside of them. */
function findRunningHeaders<T extends PositionedLine>(edges: readonly ReadonlySet<T>[], depth: number): ReadonlySet<T> {
  // Further inside a line may be of the text: a head stands equally high on all pages.
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

/** What running lines have in common: their words, and by how much their number is ahead of the count of pages. */
function keysOf(text: string, page: number): readonly string[] {
  // Three sentences that count something, one at the top of each page, are no heads.
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

/** What a number in figures or small Roman letters comes to, these up to 99; undefined for all else. */
function parsePageNumber(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === "" || !ROMAN.test(number)) return undefined;
  const digits = [...number].map((letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
