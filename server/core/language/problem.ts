/** Problems found in a map, anchored to lines and entries so that they stay in place while the text moves. */
import { type Attribute, type Entry, type Line, lineText } from "./entry.ts";
import { keywordRange } from "./head.ts";
import type { Span } from "./syntax.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** The head of another entry that is involved in a problem, possibly in another file. */
export interface RelatedEntry {
  readonly entry: Entry;
  readonly message: string;
}

export interface Problem {
  /** Stable, in kebab-case; also the name of a section in the reference. */
  readonly code: string;
  readonly severity: Severity;
  /** The mistake, and then how to correct it. */
  readonly message: string;
  /** Whether editors show the message only once, although it is found in several places. */
  readonly isShownOnce: boolean;
  readonly at: Span;
  /** The span on the last line, if the problem covers several lines. */
  readonly to: Span | undefined;
  readonly related: readonly RelatedEntry[];
  /** The entry that the problem is about; undefined for a line that belongs to no entry. */
  readonly entry: Entry | undefined;
  /** Replacements for the text at `at`, best first. */
  readonly suggestions: readonly string[];
  /** A description of each suggestion's effect where its text alone does not show it; empty otherwise. */
  readonly suggestionNotes: readonly string[];
}

/** Returns the span that stands for an entry: its name, or its keyword if it has no name. */
export function headSpan(entry: Entry): Span {
  const { name } = entry.head;
  return name === undefined ? keywordSpan(entry) : { line: entry.line, start: name.start, end: name.end };
}

/** Returns the span of the keyword of an entry. */
export const keywordSpan = ({ line, head }: Entry): Span => ({ line, ...keywordRange(head) });

/** A span that may continue over several lines. */
export interface MultiLineSpan {
  readonly at: Span;
  /** The span on the last line, if that is not the first. */
  readonly to?: Span;
}

/** Returns the span of an entry's text, from its first word to its last; of its head if it has no text. */
export const textSpan = (entry: Entry): MultiLineSpan =>
  multiLineSpan(entry.lines.filter((line) => line === entry.line || isOwnText(line))) ?? { at: headSpan(entry) };

/** Returns the span of an attribute's value, from its first word to its last; of its key if it has no value. */
export const valueSpan = (entry: Entry, { line }: Attribute): MultiLineSpan =>
  multiLineSpan(entry.lines.filter((one) => one === line || one.attribute === line)) ?? { at: keySpan(line) };

/** Returns the span of the key of an attribute; of the whole line if it is not an attribute. */
export function keySpan(line: Line): Span {
  const { scanned } = line;
  return scanned.kind === "attribute" ? { line, ...scanned.key } : lineSpan(line);
}

/** Whether a line continues the text of an entry itself, not the value of an attribute. */
export const isOwnText = ({ scanned, attribute }: Line): boolean => scanned.kind === "text" && attribute === undefined;

/** Returns the span of the text that a line contributes to its entry or attribute; undefined if there is none. */
export function lineTextSpan(line: Line): Span | undefined {
  const text = lineText(line);
  if (text === "" || !("textStart" in line.scanned)) return undefined;
  const start = line.scanned.textStart;
  return { line, start, end: start + text.length };
}

function multiLineSpan(lines: readonly Line[]): MultiLineSpan | undefined {
  const spans = lines.flatMap((line) => lineTextSpan(line) ?? []);
  const [first] = spans;
  if (first === undefined) return undefined;
  const last = spans.at(-1) ?? first;
  return first === last ? { at: first } : { at: first, to: last };
}

/** Returns the span of a line without white space at its ends. */
export function lineSpan(line: Line): Span {
  const { raw } = line.scanned;
  const start = raw.length - raw.trimStart().length;
  return { line, start, end: Math.max(start, raw.trimEnd().length) };
}
