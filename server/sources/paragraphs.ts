/** Texts cut into paragraphs. */
import type { Passage } from "./article.ts";

/** Nobody breaks lines by hand as late as this: what ends so long a line ends a paragraph, blank line or not. */
const LONG_LINE = 200;

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

/** What a table parts: its cells, and its rows. */
const CELL = /\t|(?<=\t[^\r\n]*)[\r\n]+|[\r\n]+(?=[^\r\n]*\t)/;

/** The paragraphs of a text, in order, white space at their ends left out. Blank lines part them. */
export function paragraphsOf(text: string): readonly Passage[] {
  const paragraphs: Passage[] = [];
  let open: { readonly start: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push(open);
    open = undefined;
  };
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const words = line.trim();
    if (words === "") {
      close();
      continue;
    }
    const start = index + line.indexOf(words);
    const end = start + words.length;
    if (open === undefined) open = { start, end };
    else open.end = end;
    if (words.length > LONG_LINE) close();
  }
  close();
  return paragraphs;
}

/** The paragraphs of a passage, in order, and of those that are tables the cells. */
export const piecesOf = (text: string, { start, end }: Passage = { start: 0, end: text.length }): readonly Passage[] =>
  paragraphsOf(text.slice(start, end)).flatMap((one) =>
    cellsOf(text, { start: start + one.start, end: start + one.end }),
  );

function cellsOf(text: string, { start, end }: Passage): readonly Passage[] {
  const words = text.slice(start, end);
  if (!words.includes("\t")) return [{ start, end }];
  const cells: Passage[] = [];
  let at = start;
  for (const cell of words.split(CELL)) {
    const from = text.indexOf(cell, at);
    cells.push({ start: from, end: from + cell.length });
    at = from + cell.length;
  }
  return cells;
}
