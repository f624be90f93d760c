/** Formatting of a file, of a range, and of the line above after Enter. */
import stringWidth from "string-width";
import type { Position, Range, TextEdit } from "vscode-languageserver";
import { type Line, lineText } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { indentOf } from "../../../core/language/parsing/nesting.ts";
import { byteOrderMark } from "../../../core/language/parsing/scanLine.ts";
import { commonPrefixLength, commonSuffixLength } from "../../../core/strings/commonEnds.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { formatLine } from "../../format/formatLine.ts";
import { createEntryDepths, depthOf, type EntryDepths, keepsOwners } from "../../format/indent.ts";
import { canWrap, rewrapEdits, textLineCount } from "../../format/rewrap.ts";

/** The LSP formatting options, and the line width from the settings. */
export interface FormatOptions {
  /** The maximum width of a line of text in columns; 0 turns wrapping off. */
  readonly lineWidth: number;
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/** Returns the indentation of a level: at least one space, or nothing would be under anything. */
const indentUnitOf = ({ insertSpaces, tabSize }: FormatOptions): string =>
  insertSpaces ? " ".repeat(Math.max(1, tabSize)) : "\t";

/** The characters that trigger `onTypeFormatting`. */
export const onTypeTriggers: readonly string[] = ["\n"];

/**
 * Returns the edits that format a file: each entry is indented one step deeper than its parent, spaces and blank lines are
 * reduced to one, and text is wrapped at the line width. Formatting never changes what the file means, and leaves lines
 * with syntax errors as they are.
 */
export function formatting(workspace: Workspace, uri: string, options: FormatOptions): TextEdit[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const { lines } = file.syntax;
  let last = lines.length;
  // Trailing blank lines are removed by `finalNewlineEdits`, so they need no other edits.
  if (options.trimFinalNewlines === true) while (last > 0 && lines.at(last - 1)?.scanned.kind === "blank") last--;
  return [...formatLines(file, 0, last, options), ...finalNewlineEdits(file, options)];
}

/** Returns the edits that format the lines of a range. Their indentation changes only if the lines around them can stay. */
export function rangeFormatting(
  workspace: Workspace,
  uri: string,
  { start, end }: Range,
  options: FormatOptions,
): TextEdit[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const { lines } = file.syntax;
  // A range that ends at the start of a line does not include that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const [from, to] = [Math.max(0, start.line), Math.min(last + 1, lines.length)];
  let first = from;
  while (first > 0 && !startsTopLevel(lines.at(first))) first--;
  let after = to;
  while (after < lines.length && !startsTopLevel(lines.at(after))) after++;
  return formatLines(file, first, after, options, { from, to });
}

/** Returns the edits that format the line above the cursor after Enter. Its indentation stays. */
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

/** The byte-order mark and the indentation of a line, as written. */
function leadingCharacters({ scanned }: Line): string {
  return byteOrderMark(scanned.raw) + ("indent" in scanned ? scanned.indent : "");
}

/** Whether a line is a heading or begins a top-level entry, so that its indentation does not depend on the lines above. */
const startsTopLevel = (line: Line | undefined): boolean =>
  line?.scanned.kind === "heading" || (line?.owner?.line === line && line?.owner?.parent === undefined);

/** Line numbers from `from` up to, but not including, `to`. */
interface LineInterval {
  readonly from: number;
  readonly to: number;
}

/**
 * The edits of the lines from number `from` up to, but not including, `to`.
 *
 * @param from the number of a line that starts at the top level, as the line at `to` does
 * @param requested limits the edits to these lines
 */
function formatLines(
  file: MapFile,
  from: number,
  to: number,
  options: FormatOptions,
  requested?: LineInterval,
): TextEdit[] {
  const entryDepths = createEntryDepths();
  const indentUnit = indentUnitOf(options);
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

/**
 * The new indentation of each line. Undefined if it would change the parent of an entry or the owner of a text, or would
 * move a line that was not requested.
 */
function newIndents(
  lines: readonly Line[],
  entryDepths: EntryDepths,
  indentUnit: string,
  restriction: { readonly first: number; readonly requested: LineInterval } | undefined,
): readonly string[] | undefined {
  if (!keepsOwners(lines, entryDepths)) return undefined;
  const indents: string[] = [];
  // Iterates from the last line up, because a comment is indented like the line after it.
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
      (textLine, offset) => stringWidth(formattedLine(textLine, indents?.[index + offset])) > options.lineWidth,
    );
    const isFullyRequested = textLines.every((_, offset) => isInInterval(number + offset, requested));
    if (
      options.lineWidth > 0 &&
      isWide &&
      isFullyRequested &&
      indents !== undefined &&
      canWrap(line) &&
      lineText(line) !== ""
    ) {
      const indentUnit = indentUnitOf(options);
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

/** The edits that apply `trimFinalNewlines` and `insertFinalNewline`. */
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

/** The edit of one line, without the common prefix and suffix of the old and the new text. Empty if they are the same. */
function minimalLineEdits(line: number, oldText: string, newText: string): TextEdit[] {
  if (oldText === newText) return [];
  const start = commonPrefixLength(oldText, newText);
  const suffixLength = commonSuffixLength(oldText, newText, start);
  return [
    {
      range: { start: { line, character: start }, end: { line, character: oldText.length - suffixLength } },
      newText: newText.slice(start, newText.length - suffixLength),
    },
  ];
}
