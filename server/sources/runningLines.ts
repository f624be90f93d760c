/**
 * Running heads and feet of pages. A line is one if it is the very same on many pages, or the same but for a number at its
 * beginning or end that goes up with the pages. That other figures differ says nothing: sentences of a list do that too.
 */

/** On fewer pages it may be meant. */
const LEAST_PAGES = 3;
/** Left and right pages, and those of a chapter, have heads of their own. */
const LEAST_PART = 1 / 3;

const NUMBER = String.raw`\d+|[ivxlc]+`;
/** The number of a page: at the beginning, at the end, or before how many there are. */
const NUMBERED = [
  new RegExp(String.raw`^[^\p{L}\p{N}]*(${NUMBER})(?![\p{L}\p{N}.,])`, "du"),
  new RegExp(String.raw`(?<![\p{L}\p{N}.,])(${NUMBER})[^\p{L}\p{N}]*$`, "du"),
  /(?<![\p{L}\p{N}.,])(\d+) ?(?:\/|\p{L}+) ?\d+$/du,
];
const SENTENCE = /\p{L}[^.!?…。！？]*[.!?…。！？]["”’»」』)）\]]*$/u;

type Text = string | undefined;

/** @param edges the first and last line of each page */
export function runningLines(edges: readonly (readonly Text[])[]): (text: Text, page: number) => boolean {
  const counts = new Map<string, number>();
  for (const [page, texts] of edges.entries()) {
    for (const key of new Set(texts.flatMap((text) => keysOf(text, page)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(LEAST_PAGES, edges.length * LEAST_PART);
  return (text, page) => keysOf(text, page).some((key) => (counts.get(key) ?? 0) >= least);
}

/** What running lines have in common: their words, and by how much their number is ahead of the count of pages. */
function keysOf(text: Text, page: number): readonly string[] {
  if (text === undefined) return [];
  // Three sentences that count something, one at the top of each page, are no heads.
  if (SENTENCE.test(text)) return [text];
  const numbered = NUMBERED.flatMap((pattern) => {
    const [from, to] = pattern.exec(text)?.indices?.[1] ?? [0, 0];
    const number = counted(text.slice(from, to));
    return number === undefined ? [] : [`${text.slice(0, from)}\0${number - page}\0${text.slice(to)}`];
  });
  return [text, ...numbered];
}

const ROMAN = /^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** What a number in figures or small Roman letters comes to, these up to 99; undefined for all else. */
function counted(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === "" || !ROMAN.test(number)) return undefined;
  const digits = [...number].map((letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
