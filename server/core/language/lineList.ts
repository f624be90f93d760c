/** The lines of a document, counted. */
import type { Entry } from "./entry.ts";
import type { ScannedLine } from "./scanLine.ts";

export type LineEnd = "\n" | "\r\n" | "\r" | "";

/** A line in its place. It stays the same object while what it says, or what stands before it, changes. */
export interface Line {
  readonly scanned: ScannedLine;
  readonly end: LineEnd;
  /** The entry that it belongs to; for the line of a head that entry itself. */
  readonly owner: Entry | undefined;
  /** For text: the line of the attribute whose value it continues. */
  readonly attribute: Line | undefined;
}

/** A raw line, as cut from a text. */
export interface RawLine {
  readonly raw: string;
  readonly end: LineEnd;
}

/** Cuts a text into lines just as vscode-languageserver-textdocument does: at LF, CRLF and CR. The last one has no end. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    const end = code === 10 ? "\n" : text.charCodeAt(at + 1) === 10 ? "\r\n" : "\r";
    lines.push({ raw: text.slice(from, at), end });
    at += end.length - 1;
    from = at + 1;
  }
  lines.push({ raw: text.slice(from), end: "" });
  return lines;
}

interface NumberedLine extends Line {
  /** Where it was when last counted. */
  number?: number;
}

/**
 * Lines in order. A line's number is found by counting when it is asked for, so that an edit moves nothing:
 * typing inside a line leaves all numbers as they are, a new line makes those after it be counted once, when next asked.
 */
export class LineList {
  readonly #lines: NumberedLine[] = [];
  #numberedCount = 0;

  get length(): number {
    return this.#lines.length;
  }

  at(number: number): Line | undefined {
    return this.#lines[number];
  }

  slice(from: number, to: number): readonly Line[] {
    return this.#lines.slice(from, to);
  }

  [Symbol.iterator](): IterableIterator<Line> {
    return this.#lines.values();
  }

  /** Puts `lines` in the place of `count` lines from `from` on; gives those that stood there. */
  replace(from: number, count: number, lines: readonly Line[]): readonly Line[] {
    const isSameLength = count === lines.length;
    const old = isSameLength ? this.#lines.slice(from, from + count) : this.#splice(from, count, lines);
    if (isSameLength) for (const [index, line] of lines.entries()) this.#lines[from + index] = line;
    if (isSameLength) for (const [index, line] of lines.entries()) (line as NumberedLine).number = from + index;
    return old;
  }

  #splice(from: number, count: number, lines: readonly Line[]): readonly Line[] {
    const after = this.#lines.splice(from + count);
    const old = this.#lines.splice(from);
    // One by one: a spread would overflow the stack at a large paste.
    for (const line of lines) this.#lines.push(line);
    for (const line of after) this.#lines.push(line);
    this.#numberedCount = Math.min(this.#numberedCount, from);
    return old;
  }

  /** The number of a line of this list, from 0. */
  numberOf(line: Line): number {
    const cached = (line as NumberedLine).number;
    if (cached !== undefined && cached < this.#numberedCount && this.#lines[cached] === line) return cached;
    for (; this.#numberedCount < this.#lines.length; this.#numberedCount++) {
      const one = this.#lines[this.#numberedCount];
      if (one !== undefined) one.number = this.#numberedCount;
    }
    const counted = (line as NumberedLine).number;
    if (counted === undefined || this.#lines[counted] !== line) throw new Error("This line is not of this document.");
    return counted;
  }
}
