/** Places of the map in the terms of LSP. */
import type { Location, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { lineText } from "../../core/language/entry.ts";
import { fileOf } from "../../core/language/map.ts";
import { headSpan, type MultiLineSpan } from "../../core/language/problem.ts";
import type { Span } from "../../core/language/syntax.ts";

/** The range of a span in the document that `entry` stands in. */
export const rangeOf = (entry: Entry, span: Span): Range => fileOf(entry).syntax.rangeOf(span);

/** The range of a stretch, which may go on over several lines. */
export const multiLineRange = (entry: Entry, { at, to }: MultiLineSpan): Range => ({
  start: rangeOf(entry, at).start,
  end: rangeOf(entry, to ?? at).end,
});

/** The range of an entry's name, or of its keyword where it has none. */
export const nameRange = (entry: Entry): Range => rangeOf(entry, headSpan(entry));

/** Where an entry's name stands, or its keyword where it has none. */
export const nameLocation = (entry: Entry): Location => ({ uri: fileOf(entry).uri, range: nameRange(entry) });

/** The range of an entry with its attributes and its text, without what is nested under it. */
export function ownRange(entry: Entry): Range {
  const last = entry.lines.findLast((line) => line === entry.line || lineText(line) !== "") ?? entry.line;
  const start = rangeOf(entry, { line: entry.line, start: entry.head.start, end: entry.head.start }).start;
  const end = last.scanned.raw.trimEnd().length;
  return { start, end: rangeOf(entry, { line: last, start: end, end }).end };
}
