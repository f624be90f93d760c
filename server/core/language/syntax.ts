/** Parses a document into lines and entries, incrementally: an edit rescans only the lines that it touches. */
import {
  asWritable,
  createIdGenerator,
  type Entry,
  type EntryId,
  type IdGenerator,
  type Line,
  recomputeText,
  type Writable,
} from "./entry.ts";
import { mayBeUnfinishedEntry } from "./intent/unfinishedEntry.ts";
import { LineList, type RawLine, splitLines } from "./parsing/lineList.ts";
import { matchLines } from "./parsing/matchLines.ts";
import { emptyChange, type MutableSyntaxTree, nest, type SyntaxChange } from "./parsing/nesting.ts";
import { type EntryLine, type ScannedLine, scanLine } from "./parsing/scanLine.ts";

export interface Position {
  /** From 0. */
  readonly line: number;
  /** In UTF-16 code units, from 0. */
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement for a range, or for the whole document. Each change applies to the text after the change before it. */
export interface ContentChange {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** A range within one line that stays in place while the text before the line changes. */
export interface Span {
  readonly line: Line;
  /** UTF-16 columns. */
  readonly start: number;
  readonly end: number;
}

/** The cost of parsing so far. Tests use it to show that an edit is parsed incrementally. */
export interface ParsingCost {
  /** Lines split and scanned. */
  readonly linesScanned: number;
  /** Lines assigned to an entry. */
  readonly linesNested: number;
}

/** The syntax of one file. Any text is accepted; lines that are not valid are part of the tree. */
export class Syntax implements MutableSyntaxTree {
  readonly lines = new LineList();
  readonly roots: readonly Entry[] = [];
  readonly entries = new Map<EntryId, Entry>();
  readonly strays = new Set<Line>();
  /** The comments that silence problems. */
  readonly ignoreComments = new Set<Line>();
  readonly cost: Writable<ParsingCost> = { linesScanned: 0, linesNested: 0 };
  readonly #newId: IdGenerator;

  /** @param newId generates the identities of entries; all files of a workspace must share one generator */
  constructor(text: string, newId: IdGenerator = createIdGenerator(0)) {
    this.#newId = newId;
    const lines = splitLines(text).map(({ raw, end }): Line => {
      return { scanned: this.#scan(raw), end, owner: undefined, attribute: undefined };
    });
    for (const line of lines) this.#trackIgnoreComment(line);
    this.lines.replace(0, 0, lines);
    this.cost.linesNested += nest(this, 0, lines.length, [], emptyChange());
  }

  /** The current text. */
  get text(): string {
    let text = "";
    for (const line of this.lines) text += line.scanned.raw + line.end;
    return text;
  }

  /** Applies edits in order and returns the changed entries. */
  update(edits: readonly ContentChange[]): SyntaxChange {
    const change = emptyChange();
    for (const edit of edits) {
      if (edit.range === undefined) this.#replaceAll(edit.text, change);
      else this.#replaceRange(edit.range, edit.text, change);
    }
    for (const entry of change.removed)
      for (const set of [change.headChanged, change.textChanged, change.moved]) set.delete(entry);
    return change;
  }

  createEntry(line: Line, { head, indent }: EntryLine): Entry {
    const entry: Entry = {
      id: this.#newId(),
      document: this,
      line,
      head,
      indent,
      parent: undefined,
      children: [],
      attributes: [],
      lines: [],
      text: "",
    };
    this.entries.set(entry.id, entry);
    return entry;
  }

  /** Returns the range of a span in the current text. */
  rangeOf({ line, start, end }: Span): Range {
    const number = this.lines.numberOf(line);
    return { start: { line: number, character: start }, end: { line: number, character: end } };
  }

  /** Returns the line and the column of a position; positions outside the text are clamped to it. */
  resolvePosition({ line, character }: Position): {
    readonly number: number;
    readonly line: Line;
    readonly column: number;
  } {
    const number = Math.min(Math.max(line, 0), this.lines.length - 1);
    const at = this.lines.at(number);
    if (at === undefined) throw new Error("A document has at least one line.");
    const length = at.scanned.raw.length;
    const column = line > number ? length : line < 0 ? 0 : Math.min(Math.max(character, 0), length);
    return { number, line: at, column };
  }

  #replaceRange(range: Range, text: string, change: SyntaxChange): void {
    let from = this.resolvePosition(range.start);
    let to = this.resolvePosition(range.end);
    if (from.number > to.number || (from.number === to.number && from.column > to.column)) [from, to] = [to, from];
    const before = from.line.scanned.raw.slice(0, from.column);
    const after = to.line.scanned.raw.slice(to.column) + to.line.end;
    let first = from.number;
    let joined = before + text + after;
    const above = this.lines.at(first - 1);
    if (joined.startsWith("\n") && above?.end === "\r") {
      // A CR and an LF that become adjacent form one line end.
      first--;
      joined = above.scanned.raw + above.end + joined;
    }
    const rawLines = splitLines(joined);
    // Only the last line of a document has no end: elsewhere the split yields an empty last piece that is not a line.
    if (to.line.end !== "") rawLines.pop();
    this.#replaceLines(first, to.number - first + 1, rawLines, change);
  }

  #replaceAll(text: string, change: SyntaxChange): void {
    this.#replaceLines(0, this.lines.length, splitLines(text), change);
  }

  /** Replaces `count` lines from number `first` with raw lines. Equal lines at both ends are kept. */
  #replaceLines(first: number, count: number, rawLines: readonly RawLine[], change: SyntaxChange): void {
    const oldLines = this.lines.slice(first, first + count);
    const isSame = (line: Line | undefined, raw: RawLine | undefined): boolean =>
      line !== undefined && raw !== undefined && line.scanned.raw === raw.raw && line.end === raw.end;
    let unchangedBefore = 0;
    while (isSame(oldLines[unchangedBefore], rawLines[unchangedBefore])) unchangedBefore++;
    let unchangedAfter = 0;
    const maxUnchangedAfter = Math.min(oldLines.length, rawLines.length) - unchangedBefore;
    while (
      unchangedAfter < maxUnchangedAfter &&
      isSame(oldLines[oldLines.length - 1 - unchangedAfter], rawLines[rawLines.length - 1 - unchangedAfter])
    )
      unchangedAfter++;
    const from = first + unchangedBefore;
    const removedLines = oldLines.slice(unchangedBefore, oldLines.length - unchangedAfter);
    const addedLines = rawLines.slice(unchangedBefore, rawLines.length - unchangedAfter);
    if (removedLines.length === 0 && addedLines.length === 0) return;

    const matched = matchLines(removedLines, addedLines);
    const isInPlace =
      removedLines.length === addedLines.length && matched.every((line, index) => line === removedLines[index]);
    const shrunkEntries = new Set<Entry>();
    let isNestingUnchanged = isInPlace;
    const lines = addedLines.map((raw, index): Line => {
      const line = matched[index];
      const scanned = line !== undefined && line.scanned.raw === raw.raw ? line.scanned : this.#scan(raw.raw);
      if (line === undefined) {
        const newLine = { scanned, end: raw.end, owner: undefined, attribute: undefined };
        if (scanned.kind === "heading") change.headings.add(newLine);
        this.#trackIgnoreComment(newLine);
        return newLine;
      }
      if (!this.#updateLine(line, scanned, raw, change)) isNestingUnchanged = false;
      return line;
    });
    if (!keepsOrder(removedLines, matched)) {
      for (const line of matched) {
        if (line?.scanned.kind === "heading") change.headings.add(line);
        const entry = line?.owner;
        if (entry === undefined || entry.line !== line) continue;
        change.childrenChanged.add(entry.parent);
        change.moved.add(entry);
      }
    }
    const keptLines = new Set(lines);
    for (const line of removedLines) if (!keptLines.has(line)) this.#removeLine(line, shrunkEntries, change);
    this.lines.replace(from, removedLines.length, lines);
    if (isNestingUnchanged) return;
    this.cost.linesNested += nest(this, from, from + lines.length, shrunkEntries, change);
  }

  #scan(raw: string): ScannedLine {
    this.cost.linesScanned++;
    return scanLine(raw);
  }

  /**
   * Updates a line that is kept.
   * @returns whether the nesting is unchanged: at most the head or text of the line's entry has changed
   */
  #updateLine(line: Line, scanned: ScannedLine, { end }: RawLine, change: SyntaxChange): boolean {
    const previous = line.scanned;
    const writableLine = asWritable(line);
    writableLine.end = end;
    if (previous === scanned) return true;
    writableLine.scanned = scanned;
    this.#trackIgnoreComment(line);
    if (previous.kind === "heading" || scanned.kind === "heading") change.headings.add(line);
    if (this.strays.has(line)) change.strays.add(line);
    const { owner } = line;
    if (previous.kind === "entry" && owner !== undefined) {
      if (scanned.kind !== "entry") {
        // `nest` decides whether a line of text is still this entry.
        if (scanned.kind === "text" || scanned.kind === "unreadable") return false;
        this.removeEntry(owner, change);
        writableLine.owner = undefined;
        return false;
      }
      const entry = asWritable(owner);
      // Adding or removing a byte-order mark moves the head but changes nothing else.
      const hasMovedHead = previous.indent === scanned.indent && previous.head.start !== scanned.head.start;
      if (hasMovedHead || !areHeadsEqual(previous, scanned)) change.headChanged.add(owner);
      // Even an equal head may have moved to other columns.
      entry.head = scanned.head;
      entry.indent = scanned.indent;
      if (previous.indent !== scanned.indent) change.moved.add(owner);
    }
    if (!hasSameNesting(previous, scanned) || mayBeUnfinishedEntry(scanned)) return false;
    if (owner !== undefined) {
      if (recomputeText(owner)) change.headChanged.add(owner);
      change.textChanged.add(owner);
    }
    return true;
  }

  #removeLine(line: Line, shrunkEntries: Set<Entry>, change: SyntaxChange): void {
    const { owner } = line;
    if (this.strays.delete(line)) change.strays.add(line);
    this.ignoreComments.delete(line);
    if (line.scanned.kind === "heading") change.headings.add(line);
    asWritable(line).owner = undefined;
    if (owner === undefined) return;
    if (owner.line === line) this.removeEntry(owner, change);
    else shrunkEntries.add(owner);
  }

  /** Keeps {@link ignoreComments} up to date after a line was scanned. */
  #trackIgnoreComment(line: Line): void {
    if (line.scanned.kind === "comment" && line.scanned.ignores !== undefined) this.ignoreComments.add(line);
    else this.ignoreComments.delete(line);
  }

  removeEntry(entry: Entry, change: SyntaxChange): void {
    this.entries.delete(entry.id);
    change.childrenChanged.add(entry.parent);
    change.moved.delete(entry);
    if (!change.added.delete(entry)) change.removed.add(entry);
  }
}

/** Whether the lines that are kept are in the same order as before. */
function keepsOrder(old: readonly Line[], matched: readonly (Line | undefined)[]): boolean {
  const oldIndexes = new Map(old.map((line, index) => [line, index]));
  let last = -1;
  for (const line of matched) {
    const oldIndex = line === undefined ? last : (oldIndexes.get(line) ?? last);
    if (oldIndex < last) return false;
    last = oldIndex;
  }
  return true;
}

/** Whether two versions of a line have the same kind and indentation, so that nesting cannot change. */
function hasSameNesting(a: ScannedLine, b: ScannedLine): boolean {
  const indent = (scanned: ScannedLine): string => ("indent" in scanned ? scanned.indent : "");
  return a.kind === b.kind && indent(a) === indent(b);
}

/** Whether two heads have the same text, regardless of their columns. */
function areHeadsEqual(a: EntryLine, b: EntryLine): boolean {
  return a.raw.slice(a.head.start, a.head.end) === b.raw.slice(b.head.start, b.head.end);
}
