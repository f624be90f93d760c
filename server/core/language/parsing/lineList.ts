/** The lines of a document, numbered on demand. */
import type { Line, LineEnd, Lines } from "../entry.ts";

/** A line as cut from a text. */
export interface RawLine {
  readonly raw: string;
  readonly end: LineEnd;
}

/** Splits a text at LF, CRLF and CR, as vscode-languageserver-textdocument does. The last line has no end. */
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
  /** The number when the line was last counted. */
  number?: number;
}

/**
 * Lines in order. Numbers are counted lazily, so that an edit does not renumber anything: typing inside a line keeps all
 * numbers, and after an insertion the following lines are counted once, on the next request.
 */
export class LineList implements Lines {
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

  /** Replaces `count` lines from number `from` with `lines`. */
  replace(from: number, count: number, lines: readonly Line[]): void {
    if (count !== lines.length) {
      this.#splice(from, count, lines);
      return;
    }
    for (const [index, line] of lines.entries()) {
      const numberedLine: NumberedLine = line;
      numberedLine.number = from + index;
      this.#lines[from + index] = numberedLine;
    }
  }

  #splice(from: number, count: number, lines: readonly Line[]): void {
    const after = this.#lines.splice(from + count);
    this.#lines.length = from;
    // One by one: a spread would overflow the stack on a large paste.
    for (const line of lines) this.#lines.push(line);
    for (const line of after) this.#lines.push(line);
    this.#numberedCount = Math.min(this.#numberedCount, from);
  }

  /** Returns the number of a line from 0; throws if the line is not in the list. */
  numberOf(line: Line): number {
    const numberedLine: NumberedLine = line;
    const cached = numberedLine.number;
    if (cached !== undefined && cached < this.#numberedCount && this.#lines[cached] === line) return cached;
    for (; this.#numberedCount < this.#lines.length; this.#numberedCount++) {
      const one = this.#lines[this.#numberedCount];
      if (one !== undefined) one.number = this.#numberedCount;
    }
    const counted = numberedLine.number;
    if (counted === undefined || this.#lines[counted] !== line)
      throw new Error("The line is not part of this document.");
    return counted;
  }
}
