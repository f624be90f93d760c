import stringWidth from "string-width";
import type { Position, Range, TextEdit } from "vscode-languageserver";
import { between, pieceOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { indentOf } from "../../core/language/nesting.ts";
import { markOf } from "../../core/language/scanLine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { tidied } from "../format/formatLine.ts";
import { depthOf, type Indentation, indentation, keepsOwners } from "../format/indent.ts";
import { readsAs, wrapped } from "../format/wrap.ts";

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
  if (options.trimFinalNewlines === true) while (last > 0 && lines.at(last - 1)?.reading.kind === "blank") last--;
  return [...edits(file, 0, last, options), ...atTheEnd(file, options)];
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
  while (first > 0 && !isTop(lines.at(first))) first--;
  let after = to;
  while (after < lines.length && !isTop(lines.at(after))) after++;
  return edits(file, first, after, options, { from, to });
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
  if (ch !== "\n" || line === undefined || line.reading.kind === "blank") return [];
  return replaced(number, line.reading.raw, lead(line) + tidied(line));
}

/** A byte-order mark, and the white space before what a line says, as they are. */
function lead({ reading }: Line): string {
  return markOf(reading.raw) + ("indent" in reading ? reading.indent : "");
}

/** Whether a line begins what stands by itself: a top-level entry or a heading. */
const isTop = (line: Line | undefined): boolean =>
  line?.reading.kind === "heading" || (line?.owner?.line === line && line?.owner?.parent === undefined);

interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The edits of the lines from number `from` to `to`, which begin and end at the top level, or of those among them only. */
function edits(file: MapFile, from: number, to: number, options: FormatOptions, among?: Lines): TextEdit[] {
  const depths = indentation();
  const step = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
  const all: TextEdit[] = [];
  for (let first = from; first < to; ) {
    let end = first + 1;
    while (end < to && !isTop(file.syntax.lines.at(end))) end++;
    const lines = file.syntax.lines.slice(first, end);
    const indents = indentsOf(lines, depths, step, among === undefined ? undefined : { first, among });
    all.push(...editsOf(lines, first, indents, options, among ?? { from, to }));
    first = end;
  }
  return all;
}

/** What is to stand before each line; undefined for all where that would change what is read, or move what is not asked for. */
function indentsOf(
  lines: readonly Line[],
  depths: Indentation,
  step: string,
  asked: { readonly first: number; readonly among: Lines } | undefined,
): readonly string[] | undefined {
  if (!keepsOwners(lines, depths)) return undefined;
  const indents: string[] = [];
  // From below, as a comment stands as what follows it.
  let below: string | undefined;
  for (const line of lines.toReversed()) {
    const depth = depthOf(line, depths);
    const own = depth === undefined ? undefined : step.repeat(depth);
    if (own !== undefined) below = own;
    indents.push(own ?? (line.reading.kind === "comment" ? (below ?? indentOf(line)) : indentOf(line)));
  }
  indents.reverse();
  const isMoved = (line: Line, index: number): boolean =>
    line.reading.kind !== "blank" && line.reading.kind !== "comment" && indentOf(line) !== indents[index];
  if (asked === undefined) return indents;
  const { first, among } = asked;
  const moves = lines.some((line, index) => !isIn(first + index, among) && isMoved(line, index));
  return moves ? undefined : indents;
}

const isIn = (number: number, { from, to }: Lines): boolean => from <= number && number < to;

function editsOf(
  lines: readonly Line[],
  first: number,
  indents: readonly string[] | undefined,
  options: FormatOptions,
  among: Lines,
): TextEdit[] {
  const all: TextEdit[] = [];
  let blanks = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const number = first + index;
    if (line === undefined || !isIn(number, among)) continue;
    blanks = line.reading.kind === "blank" ? blanks + 1 : 0;
    if (blanks > 1 && line.end !== "") {
      all.push({
        range: { start: { line: number, character: 0 }, end: { line: number + 1, character: 0 } },
        newText: "",
      });
      continue;
    }
    const mark = markOf(line.reading.raw);
    const indent = mark + (indents?.[index] ?? indentOf(line));
    const text = line.reading.kind === "blank" ? mark : indent + tidied(line);
    const run = options.lineWidth > 0 && indents !== undefined ? runOf(lines, index) : 1;
    const part = lines.slice(index, index + run);
    const isWide = part.some((one, at) => stringWidth(written(one, indents?.[index + at])) > options.lineWidth);
    const whole = part.every((_, at) => isIn(number + at, among));
    if (options.lineWidth > 0 && isWide && whole && indents !== undefined && wraps(line) && pieceOf(line) !== "") {
      const step = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
      const below = line.reading.kind === "text" ? indent : indent.replace("\uFEFF", "") + step;
      all.push(...rewrapped(part, number, indent, below, options.lineWidth));
      index += run - 1;
      continue;
    }
    all.push(...replaced(number, line.reading.raw, text));
  }
  return all;
}

const written = (line: Line, indent: string | undefined): string => (indent ?? indentOf(line)) + tidied(line);

/** Whether the text that begins on a line may go on over several: not a path, an address or a value from a list. */
function wraps({ reading, owner }: Line): boolean {
  if (reading.kind === "attribute")
    return /^(?:note|role|affiliation|x-.*)$/.test(reading.raw.slice(reading.key.start, reading.key.end));
  if (reading.kind === "entry") return reading.head.form === "full" && reading.head.keyword !== "import";
  return (
    reading.kind === "text" && owner !== undefined && owner.head.form === "full" && owner.head.keyword !== "import"
  );
}

/** How many lines from one on are one text, without a blank line or a comment among them. */
function runOf(lines: readonly Line[], index: number): number {
  const line = lines[index];
  const isPart = (other: Line | undefined): boolean =>
    other?.reading.kind === "text" &&
    other.owner !== undefined &&
    other.owner === line?.owner &&
    other.attribute === (line.reading.kind === "attribute" ? line : line.attribute);
  let end = index + 1;
  while (isPart(lines[end])) end++;
  return end - index;
}

/** The lines of one text, broken anew. */
function rewrapped(part: readonly Line[], number: number, indent: string, below: string, width: number): TextEdit[] {
  const [head] = part;
  if (head === undefined) return [];
  const own = tidied(head);
  const piece = pieceOf(head);
  let before = indent + own.slice(0, own.length - piece.length);
  const text = joined(part);
  let { first, rest } = wrapped(text, width, stringWidth(before), below);
  // More stands on the first line of a text now: that too must not be taken for something else.
  if (head.reading.kind === "text" && !head.reading.escaped && !readsAs(first, below)) {
    before += "\\";
    ({ first, rest } = wrapped(text, width, stringWidth(before), below));
  }
  const lines = [before + first, ...rest.map((one) => below + one)];
  const end = head.end || "\n";
  const last = part.at(-1);
  const isSame = lines.length === part.length && part.every((line, at) => line.reading.raw === lines[at]);
  if (isSame || last === undefined) return [];
  return [
    {
      range: {
        start: { line: number, character: 0 },
        end: { line: number + part.length - 1, character: last.reading.raw.length },
      },
      newText: lines.join(end),
    },
  ];
}

/** What lines of one text say together, joined as the reader joins them. */
function joined(part: readonly Line[]): string {
  let text = "";
  for (const line of part) {
    const piece = pieceOf(line);
    if (piece === "") continue;
    text += text === "" ? piece : between(text, piece) + piece;
  }
  return text;
}

/** Blank lines at the end of a file, and a line end there, as the editor wants them. */
function atTheEnd(file: MapFile, { trimFinalNewlines, insertFinalNewline }: FormatOptions): TextEdit[] {
  const { lines } = file.syntax;
  let last = lines.length - 1;
  while (last > 0 && lines.at(last)?.reading.kind === "blank") last--;
  const line = lines.at(last);
  if (line === undefined || line.reading.kind === "blank") return [];
  const at = (number: number) => ({ line: number, character: 0 });
  const most = lines.length - 1;
  if (trimFinalNewlines === true && last + 1 < most) {
    return [{ range: { start: at(last + 1), end: at(most) }, newText: "" }];
  }
  if (insertFinalNewline === true && last === most && line.end === "") {
    const end = { line: last, character: line.reading.raw.length };
    return [{ range: { start: end, end }, newText: lines.at(0)?.end || "\n" }];
  }
  return [];
}

/** The edit of one line that leaves alone what stays the same at its beginning and its end. */
function replaced(line: number, before: string, now: string): TextEdit[] {
  if (before === now) return [];
  const least = Math.min(before.length, now.length);
  let start = 0;
  while (start < least && before[start] === now[start]) start++;
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return [
    {
      range: { start: { line, character: start }, end: { line, character: before.length - tail } },
      newText: now.slice(start, now.length - tail),
    },
  ];
}
