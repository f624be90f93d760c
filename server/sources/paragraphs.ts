/** Texts cut into paragraphs. */
import type { Passage } from "./article.ts";

/** Nobody breaks lines by hand as late as this: what ends so long a line ends a paragraph, blank line or not. */
const LONG_LINE = 200;

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
    if (words.length > LONG_LINE) close();
  }
  close();
  return paragraphs;
}
