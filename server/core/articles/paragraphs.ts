/** Splits texts into paragraphs and table cells. */
import type { Passage } from "./article.ts";

/** No text is wrapped at lines as long as this, so a longer line is a paragraph even without a blank line after it. */
const MAX_WRAPPED_LENGTH = 200;

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

/** Returns the paragraphs of a text, in order and trimmed. Blank lines separate them. */
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

/** Returns the paragraphs of a passage, in order, with tables split into cells. */
export const textBlocks = (
  text: string,
  { start, end }: Passage = { start: 0, end: text.length },
): readonly Passage[] =>
  paragraphsOf(text.slice(start, end)).flatMap((one) =>
    cellsOf(text, { start: start + one.start, end: start + one.end }),
  );

/** Returns the cells of a paragraph. A line with a tab is a table row; consecutive lines without tabs form one block. */
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
