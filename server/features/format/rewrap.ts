/** Wraps the text of a paragraph again, and keeps what comes before it on its first line. */
import stringWidth from "string-width";
import type { TextEdit } from "vscode-languageserver";
import { type Line, lineJoiner, lineText } from "../../core/language/entry.ts";
import { isReadAsText } from "../../core/language/intent/readAsText.ts";
import { formatLine } from "./formatLine.ts";
import { wrapText } from "./wrap.ts";

/** Whether the text that begins on a line may be wrapped. Paths, addresses and listed values must stay on one line. */
export function canWrap({ scanned, owner }: Line): boolean {
  if (scanned.kind === "attribute")
    return /^(?:note|role|affiliation|x-.*)$/.test(scanned.raw.slice(scanned.key.start, scanned.key.end));
  if (scanned.kind === "entry") return scanned.head.form === "full" && scanned.head.keyword !== "import";
  return (
    scanned.kind === "text" && owner !== undefined && owner.head.form === "full" && owner.head.keyword !== "import"
  );
}

/** The number of consecutive lines, from `index` on, that form one paragraph of text. */
export function textLineCount(lines: readonly Line[], index: number): number {
  const line = lines[index];
  const isPart = (other: Line | undefined): boolean =>
    other?.scanned.kind === "text" &&
    other.owner !== undefined &&
    other.owner === line?.owner &&
    other.attribute === (line.scanned.kind === "attribute" ? line : line.attribute);
  let end = index + 1;
  while (isPart(lines[end])) end++;
  return end - index;
}

/** The edit that rewraps the lines of a paragraph; empty if nothing changes. */
export function rewrapEdits(
  textLines: readonly Line[],
  number: number,
  indent: string,
  continuationIndent: string,
  width: number,
): TextEdit[] {
  const [head] = textLines;
  if (head === undefined) return [];
  const formatted = formatLine(head);
  let linePrefix = indent + formatted.slice(0, formatted.length - lineText(head).length);
  const text = joinText(textLines);
  let { first, rest } = wrapText(text, width, stringWidth(linePrefix), continuationIndent);
  // The first line may now hold more words, and must still be read as text.
  if (head.scanned.kind === "text" && !head.scanned.isEscaped && !isReadAsText(first, continuationIndent)) {
    linePrefix += "\\";
    ({ first, rest } = wrapText(text, width, stringWidth(linePrefix), continuationIndent));
  }
  const lines = [linePrefix + first, ...rest.map((wrapped) => continuationIndent + wrapped)];
  const lineEnd = head.end || "\n";
  const last = textLines.at(-1);
  const isSame =
    lines.length === textLines.length && textLines.every((line, index) => line.scanned.raw === lines[index]);
  if (isSame || last === undefined) return [];
  return [
    {
      range: {
        start: { line: number, character: 0 },
        end: { line: number + textLines.length - 1, character: last.scanned.raw.length },
      },
      newText: lines.join(lineEnd),
    },
  ];
}

/** The text of a paragraph as one string, joined as the parser joins lines. */
function joinText(textLines: readonly Line[]): string {
  let text = "";
  for (const line of textLines) {
    const next = lineText(line);
    if (next === "") continue;
    text += text === "" ? next : lineJoiner(text, next) + next;
  }
  return text;
}
