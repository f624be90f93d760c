/** Texts cut into paragraphs. */
import type { Passage } from "../article.ts";

/** Nobody breaks lines by hand as late as this: what ends so long a line ends a paragraph, blank line or not. */
const MAX_WRAPPED_LENGTH = 200;

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

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
    if (words.length > MAX_WRAPPED_LENGTH) close();
  }
  close();
  return paragraphs;
}

/** The paragraphs of a passage, in order, and of those that are tables the cells. */
export const textBlocks = (
  text: string,
  { start, end }: Passage = { start: 0, end: text.length },
): readonly Passage[] =>
  paragraphsOf(text.slice(start, end)).flatMap((one) =>
    cellsOf(text, { start: start + one.start, end: start + one.end }),
  );

/** A line with a tab is a row of a table; lines without one that follow each other stand together. */
function cellsOf(text: string, { start, end }: Passage): readonly Passage[] {
  const words = text.slice(start, end);
  if (!words.includes("\t")) return [{ start, end }];
  const cells: Passage[] = [];
  let openBlock: { readonly start: number; end: number } | undefined;
  for (const { 0: line, index } of words.matchAll(LINE)) {
    const row = line.replace(/[\r\n]+$/, "");
    let at = start + index;
    if (row.includes("\t")) {
      openBlock = undefined;
      for (const cell of row.split("\t")) {
        if (cell !== "") cells.push({ start: at, end: at + cell.length });
        at += cell.length + 1;
      }
    } else if (openBlock !== undefined && row !== "") openBlock.end = at + row.length;
    else if (row !== "") {
      openBlock = { start: at, end: at + row.length };
      cells.push(openBlock);
    }
  }
  return cells;
}
