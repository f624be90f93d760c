/** What is said about a map: coded problems, anchored in lines and entries, so that they stay in place while the text moves. */
import { type Attribute, type Entry, lineText } from "./entry.ts";
import type { Line } from "./lineList.ts";
import type { Span } from "./syntax.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** Another place involved in a problem: the head of an entry, in whatever file. */
export interface RelatedEntry {
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
  readonly related: readonly RelatedEntry[];
  /** The entry that it is about; undefined where a line belongs to none. */
  readonly entry: Entry | undefined;
  /** Words that could stand in the place of the marked ones, best first. */
  readonly suggestions: readonly string[];
  /** What each of the offers changes, where the words alone would not show it; empty where they do. */
  readonly suggestionNotes: readonly string[];
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

/** A stretch of the text that may go on over several lines. */
export interface MultiLineSpan {
  readonly at: Span;
  /** Where it goes on: its last line. */
  readonly to?: Span;
}

/** What an entry says, from its first word to its last; the mark of its head where it says nothing. */
export const textSpan = (entry: Entry): MultiLineSpan =>
  multiLineSpan(entry.lines.filter((line) => line === entry.line || isOwnText(line))) ?? { at: headSpan(entry) };

/** What an attribute says, from its first word to its last; its key where it says nothing. */
export const valueSpan = (entry: Entry, { line }: Attribute): MultiLineSpan =>
  multiLineSpan(entry.lines.filter((one) => one === line || one.attribute === line)) ?? { at: keySpan(line) };

/** The key of an attribute. */
export function keySpan(line: Line): Span {
  const { scanned } = line;
  return scanned.kind === "attribute" ? { line, ...scanned.key } : lineSpan(line);
}

/** Whether a line continues the text of an entry itself, not that of an attribute. */
export const isOwnText = ({ scanned, attribute }: Line): boolean => scanned.kind === "text" && attribute === undefined;

/** What a line gives to the text that it belongs to. */
function lineTextSpan(line: Line): Span | undefined {
  const text = lineText(line);
  if (text === "" || !("textStart" in line.scanned)) return undefined;
  const start = line.scanned.textStart;
  return { line, start, end: start + text.length };
}

function multiLineSpan(lines: readonly Line[]): MultiLineSpan | undefined {
  const spans = lines.flatMap((line) => lineTextSpan(line) ?? []);
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return first === last ? { at: first } : { at: first, to: last };
}

/** All of a line but the white space at its ends. */
export function lineSpan(line: Line): Span {
  const { raw } = line.scanned;
  const start = raw.length - raw.trimStart().length;
  return { line, start, end: Math.max(start, raw.trimEnd().length) };
}
