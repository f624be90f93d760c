/** The lines of pages, as a PDF gives them, made into text. */
import { lineTextReader } from "./bidiOrder.ts";
import { removeRunningHeaders } from "./runningHeaders.ts";

/** A stretch of text as a PDF sets it. */
interface TextItem {
  readonly str: string;
  /** `rtl` where it runs from right to left. */
  readonly dir: string;
  /** Its place on the page is in the last two numbers. */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page, and how far it stands above the next line before it. */
export interface PdfLine {
  readonly text: string;
  /** From the bottom of the page, in units of the page. */
  readonly y: number;
  readonly height: number;
}

/** The lines of a page, in the order of the file. */
export function linesOf(pieces: readonly TextItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  const textOf = lineTextReader(pieces);
  let [line, y, height]: [TextItem[], number, number] = [[], 0, 0];
  const end = (): void => {
    const text = textOf(line).trim();
    if (text !== "") lines.push({ text, y, height });
    [line, height] = [[], 0];
  };
  for (const piece of pieces) {
    const { str, transform, height: tall, hasEOL } = piece;
    if (str.trim() !== "") {
      if (height === 0) y = transform[5] ?? 0;
      height = Math.max(height, tall);
    }
    line.push(piece);
    if (hasEOL) end();
  }
  end();
  return lines;
}

/** Space between lines that is so many times their height parts paragraphs. */
const PARAGRAPH_SPACING = 1.8;

/** The text of each page, without what is no part of what runs on from page to page: see `runningLines.ts`. */
export const pageTexts = (pages: readonly (readonly PdfLine[])[]): readonly string[] =>
  removeRunningHeaders(pages).map(joinLines);

function joinLines(lines: readonly PdfLine[]): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      const tall = Math.max(before.height, line.height);
      text += tall > 0 && Math.abs(before.y - line.y) > PARAGRAPH_SPACING * tall ? "\n\n" : "\n";
    }
    text += line.text;
  }
  return text;
}
