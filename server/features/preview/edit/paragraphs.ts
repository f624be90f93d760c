/** Text as the lines that say it. */
import { type Entry, type Line, lineText } from "../../../core/language/entry.ts";
import { isReadAsText } from "../../format/wrap.ts";
import { createLine, type NewLine } from "../../textEdits/newLines.ts";

/** What of a text is kept once it is read: paragraphs without white space at their ends, none of them empty. */
export const splitParagraphs = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** A paragraph on a line of its own, with a backslash where it would be taken for something else. */
export const textLine = (paragraph: string, indent: string): NewLine =>
  createLine(indent + (isReadAsText(paragraph, indent) ? paragraph : `\\${paragraph}`));

/** Paragraphs that go on with a text above them. */
export const paragraphLines = (paragraphs: readonly string[], indent: string): readonly NewLine[] =>
  paragraphs.flatMap((one) => [createLine(""), textLine(one, indent)]);

/** Words of a head, the colon included, with the first words of its text. */
export const joinHeadAndText = (head: string, paragraph: string | undefined): string =>
  paragraph === undefined ? head : `${head} ${paragraph}`;

/** A paragraph as it stands in a map. */
export interface Paragraph {
  /** Its lines; the first of an entry's may be that of the head. */
  readonly lines: Line[];
  text: string;
}

/** The paragraphs of an entry's text. What parts them is what parts them where they are read: see `settle`. */
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
