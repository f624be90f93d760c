import stringWidth from "string-width";
import type { Position, Range, TextEdit } from "vscode-languageserver";
import { type Line, lineJoiner, lineText } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { indentOf } from "../../core/language/nesting.ts";
import { byteOrderMark } from "../../core/language/scanLine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { formatLine } from "../format/formatLine.ts";
import { createEntryDepths, depthOf, type EntryDepths, keepsOwners } from "../format/indent.ts";
import { isReadAsText, wrapText } from "../format/wrap.ts";

/** How to write a map. The names are those of LSP, but for the width. */
export interface FormatOptions {
  /** Lines of text that are wider are broken; 0: none is. */
  readonly lineWidth: number;
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/** After what is typed a line is tidied. */
export const onTypeTriggers: readonly string[] = ["\n"];

/**
 * What makes a file tidy: each entry one step deeper than what it stands under, one space where one belongs, no more than
 * one blank line, text broken at the line width. What is read stays the same, and what cannot be read stays as it is.
 */
export function formatting(workspace: Workspace, uri: string, options: FormatOptions): TextEdit[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const { lines } = file.syntax;
  let last = lines.length;
  // What is taken away at the end need not be tidied.
  if (options.trimFinalNewlines === true) while (last > 0 && lines.at(last - 1)?.scanned.kind === "blank") last--;
  return [...formatLines(file, 0, last, options), ...finalNewlineEdits(file, options)];
}

/** The same for the lines of a range. They are moved only where the lines around them stand as they should. */
export function rangeFormatting(
  workspace: Workspace,
  uri: string,
  { start, end }: Range,
  options: FormatOptions,
): TextEdit[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const { lines } = file.syntax;
  // A range that ends where a line begins does not take that line in.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const [from, to] = [Math.max(0, start.line), Math.min(last + 1, lines.length)];
  let first = from;
  while (first > 0 && !startsTopLevel(lines.at(first))) first--;
  let after = to;
  while (after < lines.length && !startsTopLevel(lines.at(after))) after++;
  return formatLines(file, first, after, options, { from, to });
}

/** Tidies the line that was just left by a new one. */
export function onTypeFormatting(
  workspace: Workspace,
  uri: string,
  position: Position,
  ch: string,
  _options: FormatOptions,
): TextEdit[] {
  const file = workspace.get(uri)?.file;
  const number = position.line - 1;
  const line = file?.syntax.lines.at(number);
  if (ch !== "\n" || line === undefined || line.scanned.kind === "blank") return [];
  return minimalLineEdits(number, line.scanned.raw, leadingCharacters(line) + formatLine(line));
}

/** A byte-order mark, and the white space before what a line says, as they are. */
function leadingCharacters({ scanned }: Line): string {
  return byteOrderMark(scanned.raw) + ("indent" in scanned ? scanned.indent : "");
}

/** Whether a line begins what stands by itself: a top-level entry or a heading. */
const startsTopLevel = (line: Line | undefined): boolean =>
  line?.scanned.kind === "heading" || (line?.owner?.line === line && line?.owner?.parent === undefined);

interface LineInterval {
  readonly from: number;
  readonly to: number;
}

/** The edits of the lines from number `from` to `to`, which begin and end at the top level, or of those among them only. */
function formatLines(
  file: MapFile,
  from: number,
  to: number,
  options: FormatOptions,
  requested?: LineInterval,
): TextEdit[] {
  const entryDepths = createEntryDepths();
  const indentUnit = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
  const all: TextEdit[] = [];
  for (let first = from; first < to; ) {
    let end = first + 1;
    while (end < to && !startsTopLevel(file.syntax.lines.at(end))) end++;
    const lines = file.syntax.lines.slice(first, end);
    const indents = newIndents(
      lines,
      entryDepths,
      indentUnit,
      requested === undefined ? undefined : { first, requested },
    );
    all.push(...lineEdits(lines, first, indents, options, requested ?? { from, to }));
    first = end;
  }
  return all;
}

/** What is to stand before each line; undefined for all where that would change what is read, or move what is not asked for. */
function newIndents(
  lines: readonly Line[],
  entryDepths: EntryDepths,
  indentUnit: string,
  restriction: { readonly first: number; readonly requested: LineInterval } | undefined,
): readonly string[] | undefined {
  if (!keepsOwners(lines, entryDepths)) return undefined;
  const indents: string[] = [];
  // From below, as a comment stands as what follows it.
  let indentBelow: string | undefined;
  for (const line of lines.toReversed()) {
    const depth = depthOf(line, entryDepths);
    const ownIndent = depth === undefined ? undefined : indentUnit.repeat(depth);
    if (ownIndent !== undefined) indentBelow = ownIndent;
    indents.push(ownIndent ?? (line.scanned.kind === "comment" ? (indentBelow ?? indentOf(line)) : indentOf(line)));
  }
  indents.reverse();
  const isMoved = (line: Line, index: number): boolean =>
    line.scanned.kind !== "blank" && line.scanned.kind !== "comment" && indentOf(line) !== indents[index];
  if (restriction === undefined) return indents;
  const { first, requested } = restriction;
  const movesOtherLines = lines.some((line, index) => !isInInterval(first + index, requested) && isMoved(line, index));
  return movesOtherLines ? undefined : indents;
}

const isInInterval = (number: number, { from, to }: LineInterval): boolean => from <= number && number < to;

function lineEdits(
  lines: readonly Line[],
  first: number,
  indents: readonly string[] | undefined,
  options: FormatOptions,
  requested: LineInterval,
): TextEdit[] {
  const all: TextEdit[] = [];
  let blankCount = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const number = first + index;
    if (line === undefined || !isInInterval(number, requested)) continue;
    blankCount = line.scanned.kind === "blank" ? blankCount + 1 : 0;
    if (blankCount > 1 && line.end !== "") {
      all.push({
        range: { start: { line: number, character: 0 }, end: { line: number + 1, character: 0 } },
        newText: "",
      });
      continue;
    }
    const bom = byteOrderMark(line.scanned.raw);
    const indent = bom + (indents?.[index] ?? indentOf(line));
    const text = line.scanned.kind === "blank" ? bom : indent + formatLine(line);
    const lineCount = options.lineWidth > 0 && indents !== undefined ? textLineCount(lines, index) : 1;
    const textLines = lines.slice(index, index + lineCount);
    const isWide = textLines.some(
      (one, at) => stringWidth(formattedLine(one, indents?.[index + at])) > options.lineWidth,
    );
    const isFullyRequested = textLines.every((_, at) => isInInterval(number + at, requested));
    if (
      options.lineWidth > 0 &&
      isWide &&
      isFullyRequested &&
      indents !== undefined &&
      canWrap(line) &&
      lineText(line) !== ""
    ) {
      const indentUnit = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
      const continuationIndent = line.scanned.kind === "text" ? indent : indent.replace("\uFEFF", "") + indentUnit;
      all.push(...rewrapEdits(textLines, number, indent, continuationIndent, options.lineWidth));
      index += lineCount - 1;
      continue;
    }
    all.push(...minimalLineEdits(number, line.scanned.raw, text));
  }
  return all;
}

const formattedLine = (line: Line, indent: string | undefined): string => (indent ?? indentOf(line)) + formatLine(line);

/** Whether the text that begins on a line may go on over several: not a path, an address or a value from a list. */
function canWrap({ scanned, owner }: Line): boolean {
  if (scanned.kind === "attribute")
    return /^(?:note|role|affiliation|x-.*)$/.test(scanned.raw.slice(scanned.key.start, scanned.key.end));
  if (scanned.kind === "entry") return scanned.head.form === "full" && scanned.head.keyword !== "import";
  return (
    scanned.kind === "text" && owner !== undefined && owner.head.form === "full" && owner.head.keyword !== "import"
  );
}

/** How many lines from one on are one text, without a blank line or a comment among them. */
function textLineCount(lines: readonly Line[], index: number): number {
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

/** The lines of one text, broken anew. */
function rewrapEdits(
  textLines: readonly Line[],
  number: number,
  indent: string,
  continuationIndent: string,
  width: number,
): TextEdit[] {
  const [head] = textLines;
  if (head === undefined) return [];
  const formatted = formatLine(head);
  const piece = lineText(head);
  let linePrefix = indent + formatted.slice(0, formatted.length - piece.length);
  const text = joinText(textLines);
  let { first, rest } = wrapText(text, width, stringWidth(linePrefix), continuationIndent);
  // More stands on the first line of a text now: that too must not be taken for something else.
  if (head.scanned.kind === "text" && !head.scanned.isEscaped && !isReadAsText(first, continuationIndent)) {
    linePrefix += "\\";
    ({ first, rest } = wrapText(text, width, stringWidth(linePrefix), continuationIndent));
  }
  const lines = [linePrefix + first, ...rest.map((one) => continuationIndent + one)];
  const end = head.end || "\n";
  const last = textLines.at(-1);
  const isSame = lines.length === textLines.length && textLines.every((line, at) => line.scanned.raw === lines[at]);
  if (isSame || last === undefined) return [];
  return [
    {
      range: {
        start: { line: number, character: 0 },
        end: { line: number + textLines.length - 1, character: last.scanned.raw.length },
      },
      newText: lines.join(end),
    },
  ];
}

/** What lines of one text say together, joined as the reader joins them. */
function joinText(textLines: readonly Line[]): string {
  let text = "";
  for (const line of textLines) {
    const piece = lineText(line);
    if (piece === "") continue;
    text += text === "" ? piece : lineJoiner(text, piece) + piece;
  }
  return text;
}

/** Blank lines at the end of a file, and a line end there, as the editor wants them. */
function finalNewlineEdits(file: MapFile, { trimFinalNewlines, insertFinalNewline }: FormatOptions): TextEdit[] {
  const { lines } = file.syntax;
  let lastTextLine = lines.length - 1;
  while (lastTextLine > 0 && lines.at(lastTextLine)?.scanned.kind === "blank") lastTextLine--;
  const line = lines.at(lastTextLine);
  if (line === undefined || line.scanned.kind === "blank") return [];
  const lineStart = (number: number) => ({ line: number, character: 0 });
  const finalLine = lines.length - 1;
  if (trimFinalNewlines === true && lastTextLine + 1 < finalLine) {
    return [{ range: { start: lineStart(lastTextLine + 1), end: lineStart(finalLine) }, newText: "" }];
  }
  if (insertFinalNewline === true && lastTextLine === finalLine && line.end === "") {
    const end = { line: lastTextLine, character: line.scanned.raw.length };
    return [{ range: { start: end, end }, newText: lines.at(0)?.end || "\n" }];
  }
  return [];
}

/** The edit of one line that leaves alone what stays the same at its beginning and its end. */
function minimalLineEdits(line: number, oldText: string, newText: string): TextEdit[] {
  if (oldText === newText) return [];
  const shorterLength = Math.min(oldText.length, newText.length);
  let start = 0;
  while (start < shorterLength && oldText[start] === newText[start]) start++;
  let commonSuffix = 0;
  while (
    commonSuffix < shorterLength - start &&
    oldText[oldText.length - 1 - commonSuffix] === newText[newText.length - 1 - commonSuffix]
  )
    commonSuffix++;
  return [
    {
      range: { start: { line, character: start }, end: { line, character: oldText.length - commonSuffix } },
      newText: newText.slice(start, newText.length - commonSuffix),
    },
  ];
}
