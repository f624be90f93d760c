/** Converts between the text of an entry and its lines. */
import { type Entry, type Line, lineText } from "../../../core/language/entry.ts";
import { isReadAsText } from "../../../core/language/intent/readAsText.ts";
import type { MapFile } from "../../../core/language/map.ts";
import type { LineChange, NewLine } from "../../textEdits/model.ts";
import { createLine } from "../../textEdits/newLines.ts";

/** Returns the paragraphs of a text that the user entered, one per line, trimmed, without empty ones. */
export const splitParagraphs = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Returns the line for a paragraph, with a backslash if it would be parsed as something other than text. */
export const textLine = (paragraph: string, indent: string): NewLine =>
  createLine(indent + (isReadAsText(paragraph, indent) ? paragraph : `\\${paragraph}`));

/** Returns the lines for paragraphs that continue a text, each after a blank line. */
export const paragraphLines = (paragraphs: readonly string[], indent: string): readonly NewLine[] =>
  paragraphs.flatMap((one) => [createLine(""), textLine(one, indent)]);

/** Returns the line of a head, which ends with the colon, and its first paragraph. */
export const joinHeadAndText = (head: string, paragraph: string | undefined): string =>
  paragraph === undefined ? head : `${head} ${paragraph}`;

/** A paragraph in a map. */
export interface Paragraph {
  /** The first line may be that of the head. */
  readonly lines: Line[];
  text: string;
}

/** Returns the paragraphs of an entry, separated as `recomputeText` in `entry.ts` separates them. */
export function paragraphsIn(entry: Entry): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const texts = entry.text.split("\n\n");
  let isAfterBlank = false;
  for (const line of entry.lines) {
    const { kind } = line.scanned;
    if (kind === "blank") isAfterBlank = true;
    const part = kind === "comment" ? "" : lineText(line);
    if (part === "") continue;
    if (kind !== "attribute" && line.attribute === undefined) {
      const last = paragraphs.at(-1);
      if (last === undefined || isAfterBlank) paragraphs.push({ lines: [line], text: texts[paragraphs.length] ?? "" });
      else last.lines.push(line);
    }
    isAfterBlank = false;
  }
  return paragraphs;
}

/** Returns the changes that remove lines, and the blank lines between two of them if there is nothing else between. */
export function removeTextLines(file: MapFile, removedLines: readonly Line[]): readonly LineChange[] {
  const { lines } = file.syntax;
  const numbers = removedLines.map((line) => lines.numberOf(line));
  return numbers.flatMap((number, index) => {
    const above = numbers[index - 1];
    const between = above === undefined ? [] : lines.slice(above + 1, number);
    const isGap = between.every(({ scanned }) => scanned.kind === "blank");
    return [{ first: isGap ? number - between.length : number, after: number + 1, newLines: [] }];
  });
}
