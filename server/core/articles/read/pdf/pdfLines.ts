/** Assembles the text items of a PDF into lines, and the lines of its pages into text. */
import { lineTextReader } from "./bidiOrder.ts";
import { removeRaisedMarks } from "./raisedMarks.ts";
import { removeRunningHeaders } from "./runningHeaders.ts";

/** A text item as pdf.js returns it. */
interface TextItem {
  readonly str: string;
  /** `rtl` for text that runs from right to left. */
  readonly dir: string;
  /** The last two numbers are the position on the page. */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  /** The distance of the baseline from the bottom of the page, in units of the page. */
  readonly y: number;
  readonly height: number;
}

/** Returns the non-empty lines of a page, in the order of the file and without the marks of footnotes. */
export function linesOf(items: readonly TextItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  const textOf = lineTextReader(items);
  let line: TextItem[] = [];
  const end = (): void => {
    // On a line from right to left, the items may be in either order.
    const kept = line.some(({ dir }) => dir === "rtl") ? line : removeRaisedMarks(line);
    const words = kept.filter(({ str }) => str.trim() !== "");
    const height = words.reduce((most, item) => Math.max(most, item.height), 0);
    const text = textOf(kept).trim();
    if (text !== "") lines.push({ text, y: words[0]?.transform[5] ?? 0, height });
    line = [];
  };
  for (const item of items) {
    line.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

/** A distance between lines of more than this many line heights separates paragraphs. */
const PARAGRAPH_SPACING = 1.8;

/** Returns the text of each page without its running headers and footers; see `runningHeaders.ts`. */
export const pageTexts = (pages: readonly (readonly PdfLine[])[]): readonly string[] =>
  removeRunningHeaders(pages).map(joinLines);

function joinLines(lines: readonly PdfLine[]): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      const height = Math.max(before.height, line.height);
      text += height > 0 && Math.abs(before.y - line.y) > PARAGRAPH_SPACING * height ? "\n\n" : "\n";
    }
    text += line.text;
  }
  return text;
}
