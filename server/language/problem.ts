/** What is said about a map: coded problems, anchored in lines and entries, so that they stay in place while the text moves. */
import type { Entry } from "./entry.ts";
import type { Line } from "./lines.ts";
import type { Span } from "./syntax.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** Another place involved in a problem: the head of an entry, in whatever file. */
export interface Related {
  readonly entry: Entry;
  readonly message: string;
}

export interface Problem {
  /** Stable, kebab-case, the name of its section in the reference. */
  readonly code: string;
  readonly severity: Severity;
  /** One plain sentence or two that say what is wrong and what to do. */
  readonly message: string;
  readonly at: Span;
  /** Where it goes on over more lines: its last one. */
  readonly to: Span | undefined;
  readonly related: readonly Related[];
  /** The entry that it is about; undefined where a line belongs to none. */
  readonly entry: Entry | undefined;
  /** Words that could stand in the place of the marked ones, best first. */
  readonly offers: readonly string[];
}

/** The marked stretch of an entry's head: its name, or its keyword where it has none. */
export function headSpan(entry: Entry): Span {
  const { name, start, keyword } = entry.head;
  return name === undefined
    ? { line: entry.line, start, end: start + keyword.length }
    : { line: entry.line, start: name.start, end: name.end };
}

/** The keyword of an entry. */
export const keywordSpan = ({ line, head }: Entry): Span => ({
  line,
  start: head.start,
  end: head.start + head.keyword.length,
});

/** All of a line but the white space at its ends. */
export function lineSpan(line: Line): Span {
  const { raw } = line.reading;
  const start = raw.length - raw.trimStart().length;
  return { line, start, end: Math.max(start, raw.trimEnd().length) };
}
