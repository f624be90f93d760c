/** The lines of pages, as a PDF gives them, made into text. */

/** A stretch of text as a PDF sets it. */
interface Piece {
  readonly str: string;
  /** Its place on the page is in the last two numbers. */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page, and how far it stands above the next line before it. */
export interface Line {
  readonly text: string;
  /** From the bottom of the page, in units of the page. */
  readonly y: number;
  readonly height: number;
}

/** The lines of a page, in the order of the file. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let [text, y, height] = ["", 0, 0];
  const end = (): void => {
    if (text.trim() !== "") lines.push({ text: text.trim(), y, height });
    [text, height] = ["", 0];
  };
  for (const { str, transform, height: tall, hasEOL } of pieces) {
    if (str.trim() !== "") {
      if (height === 0) y = transform[5] ?? 0;
      height = Math.max(height, tall);
    }
    text += str;
    if (hasEOL) end();
  }
  end();
  return lines;
}

/** Space between lines that is so many times their height parts paragraphs. */
const PARAGRAPH = 1.8;
/** A line at the edge of so many pages is no part of what runs on from page to page. */
const LEAST_PAGES = 3;

/** The text of each page. What stands at the top or bottom of most of them, numbers aside, is left out. */
export function pageText(pages: readonly (readonly Line[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set([lines[0], lines.at(-1)].map(withoutNumbers)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const recurs = (line: Line | undefined): boolean =>
    line !== undefined && (counts.get(withoutNumbers(line)) ?? 0) >= Math.max(LEAST_PAGES, pages.length / 3);
  return pages.map((lines) => {
    const from = recurs(lines[0]) ? 1 : 0;
    const to = lines.length > from && recurs(lines.at(-1)) ? lines.length - 1 : lines.length;
    return joined(lines.slice(from, to));
  });
}

const withoutNumbers = (line: Line | undefined): string => line?.text.replace(/\d+|\b[ivxlc]+\b/g, "#") ?? "";

function joined(lines: readonly Line[]): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      const tall = Math.max(before.height, line.height);
      text += tall > 0 && Math.abs(before.y - line.y) > PARAGRAPH * tall ? "\n\n" : "\n";
    }
    text += line.text;
  }
  return text;
}
