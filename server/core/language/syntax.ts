/** A document as lines and entries, read incrementally: an edit reads again only the lines that it touches. */
import type { Entry, EntryId, NewId, Writable } from "./entry.ts";
import { idsAfter, settle, writable } from "./entry.ts";
import { type Line, LineList, type RawLine, splitLines } from "./lineList.ts";
import { matchLines } from "./matchLines.ts";
import { type Change, type Forest, nest, noChange } from "./nesting.ts";
import { type EntryLine, type LineReading, readLine } from "./scanLine.ts";

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
export interface TextEdit {
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
export interface ReadingCost {
  /** Lines cut and scanned. */
  readonly linesRead: number;
  /** Lines whose owner was settled. */
  readonly linesNested: number;
}

/** The syntax of one file. Any text gives one; what cannot be read is in it as such. */
export class Syntax implements Forest {
  readonly lines = new LineList();
  readonly roots: readonly Entry[] = [];
  readonly entries = new Map<EntryId, Entry>();
  readonly strays = new Set<Line>();
  readonly cost: Writable<ReadingCost> = { linesRead: 0, linesNested: 0 };
  readonly #newId: NewId;

  /** @param newId gives the entries their identities; where other texts have some, they are to take theirs from the same */
  constructor(text: string, newId: NewId = idsAfter(0)) {
    this.#newId = newId;
    const lines = splitLines(text).map(({ raw, end }): Line => {
      return { reading: this.#read(raw), end, owner: undefined, attribute: undefined };
    });
    this.lines.replace(0, 0, lines);
    this.cost.linesNested += nest(this, 0, lines.length, [], noChange());
  }

  /** The whole text, as it is now. */
  get text(): string {
    let text = "";
    for (const line of this.lines) text += line.reading.raw + line.end;
    return text;
  }

  /** Applies edits in order and says which entries they changed. */
  update(edits: readonly TextEdit[]): Change {
    const change = noChange();
    for (const edit of edits) {
      if (edit.range === undefined) this.#replaceAll(edit.text, change);
      else this.#replaceRange(edit.range, edit.text, change);
    }
    for (const entry of change.removed) for (const set of [change.heads, change.texts, change.moved]) set.delete(entry);
    return change;
  }

  create(line: Line, { head, indent }: EntryLine): Entry {
    const entry: Entry = {
      id: this.#newId(),
      home: this,
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
  place({ line, character }: Position): { readonly number: number; readonly line: Line; readonly column: number } {
    const number = Math.min(Math.max(line, 0), this.lines.length - 1);
    const at = this.lines.at(number);
    if (at === undefined) throw new Error("A document has at least one line.");
    const length = at.reading.raw.length;
    const column = line > number ? length : line < 0 ? 0 : Math.min(Math.max(character, 0), length);
    return { number, line: at, column };
  }

  #replaceRange(range: Range, text: string, change: Change): void {
    let from = this.place(range.start);
    let to = this.place(range.end);
    if (from.number > to.number || (from.number === to.number && from.column > to.column)) [from, to] = [to, from];
    const before = from.line.reading.raw.slice(0, from.column);
    const after = to.line.reading.raw.slice(to.column) + to.line.end;
    let first = from.number;
    let joined = before + text + after;
    const above = this.lines.at(first - 1);
    if (joined.startsWith("\n") && above?.end === "\r") {
      // A CR and an LF that come together are one line end.
      first--;
      joined = above.reading.raw + above.end + joined;
    }
    const raws = splitLines(joined);
    // Only the last line of a document has no end: elsewhere the cut ends in an empty piece that is no line.
    if (to.line.end !== "") raws.pop();
    this.#replaceLines(first, to.number - first + 1, raws, change);
  }

  #replaceAll(text: string, change: Change): void {
    this.#replaceLines(0, this.lines.length, splitLines(text), change);
  }

  /** Puts raw lines in the place of `count` lines from `first` on. Lines that say the same stay what they are. */
  #replaceLines(first: number, count: number, raws: readonly RawLine[], change: Change): void {
    const old = this.lines.slice(first, first + count);
    const same = (line: Line | undefined, raw: RawLine | undefined): boolean =>
      line !== undefined && raw !== undefined && line.reading.raw === raw.raw && line.end === raw.end;
    let head = 0;
    while (head < old.length && head < raws.length && same(old[head], raws[head])) head++;
    let tail = 0;
    const most = Math.min(old.length, raws.length) - head;
    while (tail < most && same(old[old.length - 1 - tail], raws[raws.length - 1 - tail])) tail++;
    const from = first + head;
    const gone = old.slice(head, old.length - tail);
    const come = raws.slice(head, raws.length - tail);
    if (gone.length === 0 && come.length === 0) return;

    const matched = matchLines(gone, come);
    const inPlace = gone.length === come.length && matched.every((line, index) => line === gone[index]);
    const losers = new Set<Entry>();
    let settled = inPlace;
    const lines = come.map((raw, index): Line => {
      const line = matched[index];
      const reading = line !== undefined && line.reading.raw === raw.raw ? line.reading : this.#read(raw.raw);
      if (line === undefined) {
        const fresh = { reading, end: raw.end, owner: undefined, attribute: undefined };
        if (reading.kind === "heading") change.headings.add(fresh);
        return fresh;
      }
      if (!this.#reread(line, reading, raw, change)) settled = false;
      return line;
    });
    if (!keepsOrder(gone, matched)) {
      for (const line of matched) {
        if (line?.reading.kind === "heading") change.headings.add(line);
        const entry = line?.owner;
        if (entry === undefined || entry.line !== line) continue;
        change.parents.add(entry.parent);
        change.moved.add(entry);
      }
    }
    const staying = new Set(lines);
    for (const line of gone) if (!staying.has(line)) this.#forget(line, losers, change);
    this.lines.replace(from, gone.length, lines);
    if (settled) return;
    this.cost.linesNested += nest(this, from, from + lines.length, losers, change);
  }

  #read(raw: string): LineReading {
    this.cost.linesRead++;
    return readLine(raw);
  }

  /** Gives a line that stays a new reading. @returns whether nothing but its own entry's head or text can have changed */
  #reread(line: Line, reading: LineReading, { end }: RawLine, change: Change): boolean {
    const before = line.reading;
    const changed = writable(line);
    changed.end = end;
    if (before === reading) return true;
    changed.reading = reading;
    if (before.kind === "heading" || reading.kind === "heading") change.headings.add(line);
    if (this.strays.has(line)) change.strays.add(line);
    const { owner } = line;
    if (before.kind === "entry" && owner !== undefined) {
      if (reading.kind !== "entry") {
        this.#remove(owner, change);
        changed.owner = undefined;
        return false;
      }
      const entry = writable(owner);
      // A byte-order mark that goes moves the head and nothing else.
      const shifted = before.indent === reading.indent && before.head.start !== reading.head.start;
      if (shifted || !sameHead(before, reading)) change.heads.add(owner);
      // Also where it reads the same: its columns may be others.
      entry.head = reading.head;
      entry.indent = reading.indent;
      if (before.indent !== reading.indent) change.moved.add(owner);
    }
    if (!sameShape(before, reading)) return false;
    if (owner !== undefined) {
      settle(owner);
      change.texts.add(owner);
    }
    return true;
  }

  #forget(line: Line, losers: Set<Entry>, change: Change): void {
    const { owner } = line;
    if (this.strays.delete(line)) change.strays.add(line);
    if (line.reading.kind === "heading") change.headings.add(line);
    writable(line).owner = undefined;
    if (owner === undefined) return;
    if (owner.line === line) this.#remove(owner, change);
    else losers.add(owner);
  }

  #remove(entry: Entry, change: Change): void {
    this.entries.delete(entry.id);
    change.parents.add(entry.parent);
    if (!change.added.delete(entry)) change.removed.add(entry);
  }
}

/** Whether lines that stay follow each other as before. */
function keepsOrder(old: readonly Line[], matched: readonly (Line | undefined)[]): boolean {
  const places = new Map(old.map((line, index) => [line, index]));
  let last = -1;
  for (const line of matched) {
    const place = line === undefined ? last : (places.get(line) ?? last);
    if (place < last) return false;
    last = place;
  }
  return true;
}

/** Whether a line of this kind and indentation belongs where the other belonged, so that nothing need be nested anew. */
function sameShape(a: LineReading, b: LineReading): boolean {
  const indent = (reading: LineReading): string => ("indent" in reading ? reading.indent : "");
  return a.kind === b.kind && indent(a) === indent(b);
}

/** Whether two heads say the same, wherever their words stand. */
function sameHead(a: EntryLine, b: EntryLine): boolean {
  return a.raw.slice(a.head.start, a.head.end) === b.raw.slice(b.head.start, b.head.end);
}
