/** A document as lines and entries, read incrementally: an edit reads again only the lines that it touches. */
import type { Entry, EntryId, IdGenerator, Writable } from "./entry.ts";
import { asWritable, createIdGenerator, recomputeText } from "./entry.ts";
import { type Line, LineList, type RawLine, splitLines } from "./lineList.ts";
import { matchLines } from "./matchLines.ts";
import { type EntryForest, emptyChange, nest, type SyntaxChange } from "./nesting.ts";
import { type EntryLine, type ScannedLine, scanLine } from "./scanLine.ts";

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

/** Text put in the place of a range; without one, of the whole document. Each edit is relative to the text after the one before. */
export interface ContentChange {
  readonly range?: Range | undefined;
  readonly text: string;
}

/** A stretch of one line that stays in place while the text before it changes. */
export interface Span {
  readonly line: Line;
  /** UTF-16 columns. */
  readonly start: number;
  readonly end: number;
}

/** What reading has cost so far; tests tell by it that an edit was read incrementally. */
export interface ParsingCost {
  /** Lines cut and scanned. */
  readonly linesScanned: number;
  /** Lines whose owner was settled. */
  readonly linesNested: number;
}

/** The syntax of one file. Any text gives one; what cannot be read is in it as such. */
export class Syntax implements EntryForest {
  readonly lines = new LineList();
  readonly roots: readonly Entry[] = [];
  readonly entries = new Map<EntryId, Entry>();
  readonly strays = new Set<Line>();
  readonly cost: Writable<ParsingCost> = { linesScanned: 0, linesNested: 0 };
  readonly #newId: IdGenerator;

  /** @param newId gives the entries their identities; where other texts have some, they are to take theirs from the same */
  constructor(text: string, newId: IdGenerator = createIdGenerator(0)) {
    this.#newId = newId;
    const lines = splitLines(text).map(({ raw, end }): Line => {
      return { scanned: this.#scan(raw), end, owner: undefined, attribute: undefined };
    });
    this.lines.replace(0, 0, lines);
    this.cost.linesNested += nest(this, 0, lines.length, [], emptyChange());
  }

  /** The whole text, as it is now. */
  get text(): string {
    let text = "";
    for (const line of this.lines) text += line.scanned.raw + line.end;
    return text;
  }

  /** Applies edits in order and says which entries they changed. */
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

  /** The range of a span in the text as it is now. */
  rangeOf({ line, start, end }: Span): Range {
    const number = this.lines.numberOf(line);
    return { start: { line: number, character: start }, end: { line: number, character: end } };
  }

  /** The line at a position, and the column in it; positions beyond the text are drawn in to its end. */
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
      // A CR and an LF that come together are one line end.
      first--;
      joined = above.scanned.raw + above.end + joined;
    }
    const rawLines = splitLines(joined);
    // Only the last line of a document has no end: elsewhere the cut ends in an empty piece that is no line.
    if (to.line.end !== "") rawLines.pop();
    this.#replaceLines(first, to.number - first + 1, rawLines, change);
  }

  #replaceAll(text: string, change: SyntaxChange): void {
    this.#replaceLines(0, this.lines.length, splitLines(text), change);
  }

  /** Puts raw lines in the place of `count` lines from `first` on. Lines that say the same stay what they are. */
  #replaceLines(first: number, count: number, rawLines: readonly RawLine[], change: SyntaxChange): void {
    const oldLines = this.lines.slice(first, first + count);
    const isSame = (line: Line | undefined, raw: RawLine | undefined): boolean =>
      line !== undefined && raw !== undefined && line.scanned.raw === raw.raw && line.end === raw.end;
    let unchangedBefore = 0;
    while (
      unchangedBefore < oldLines.length &&
      unchangedBefore < rawLines.length &&
      isSame(oldLines[unchangedBefore], rawLines[unchangedBefore])
    )
      unchangedBefore++;
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

  /** Gives a line that stays a new reading. @returns whether nothing but its own entry's head or text can have changed */
  #updateLine(line: Line, reading: ScannedLine, { end }: RawLine, change: SyntaxChange): boolean {
    const previous = line.scanned;
    const writableLine = asWritable(line);
    writableLine.end = end;
    if (previous === reading) return true;
    writableLine.scanned = reading;
    if (previous.kind === "heading" || reading.kind === "heading") change.headings.add(line);
    if (this.strays.has(line)) change.strays.add(line);
    const { owner } = line;
    if (previous.kind === "entry" && owner !== undefined) {
      if (reading.kind !== "entry") {
        this.#removeEntry(owner, change);
        writableLine.owner = undefined;
        return false;
      }
      const entry = asWritable(owner);
      // A byte-order mark that goes moves the head and nothing else.
      const hasMovedHead = previous.indent === reading.indent && previous.head.start !== reading.head.start;
      if (hasMovedHead || !areHeadsEqual(previous, reading)) change.headChanged.add(owner);
      // Also where it reads the same: its columns may be others.
      entry.head = reading.head;
      entry.indent = reading.indent;
      if (previous.indent !== reading.indent) change.moved.add(owner);
    }
    if (!hasSameNesting(previous, reading)) return false;
    if (owner !== undefined) {
      recomputeText(owner);
      change.textChanged.add(owner);
    }
    return true;
  }

  #removeLine(line: Line, shrunkEntries: Set<Entry>, change: SyntaxChange): void {
    const { owner } = line;
    if (this.strays.delete(line)) change.strays.add(line);
    if (line.scanned.kind === "heading") change.headings.add(line);
    asWritable(line).owner = undefined;
    if (owner === undefined) return;
    if (owner.line === line) this.#removeEntry(owner, change);
    else shrunkEntries.add(owner);
  }

  #removeEntry(entry: Entry, change: SyntaxChange): void {
    this.entries.delete(entry.id);
    change.childrenChanged.add(entry.parent);
    if (!change.added.delete(entry)) change.removed.add(entry);
  }
}

/** Whether lines that stay follow each other as before. */
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

/** Whether a line of this kind and indentation belongs where the other belonged, so that nothing need be nested anew. */
function hasSameNesting(a: ScannedLine, b: ScannedLine): boolean {
  const indent = (reading: ScannedLine): string => ("indent" in reading ? reading.indent : "");
  return a.kind === b.kind && indent(a) === indent(b);
}

/** Whether two heads say the same, wherever their words stand. */
function areHeadsEqual(a: EntryLine, b: EntryLine): boolean {
  return a.raw.slice(a.head.start, a.head.end) === b.raw.slice(b.head.start, b.head.end);
}
