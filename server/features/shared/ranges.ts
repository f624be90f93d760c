/** LSP ranges and locations of entries and spans. */
import type { Location, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { lineText } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { headSpan } from "../../core/language/problem.ts";
import type { Span } from "../../core/language/syntax.ts";

/** The range of a span in the file of `entry`. */
export const rangeOf = (entry: Entry, span: Span): Range => fileOf(entry).syntax.rangeOf(span);

/** The range of a span that may cover several lines. */
export const multiLineRange = (
  { syntax }: MapFile,
  { at, to = at }: { readonly at: Span; readonly to?: Span | undefined },
): Range => ({ start: syntax.rangeOf(at).start, end: syntax.rangeOf(to).end });

/** The range of an entry's name, or of its keyword if it has no name. */
export const nameRange = (entry: Entry): Range => rangeOf(entry, headSpan(entry));

/** The location of an entry's name, or of its keyword if it has no name. */
export const nameLocation = (entry: Entry): Location => ({ uri: fileOf(entry).uri, range: nameRange(entry) });

/** The range of an entry from its keyword to the end of its own attributes and text, without its children. */
export function ownRange(entry: Entry): Range {
  const last = entry.lines.findLast((line) => line === entry.line || lineText(line) !== "") ?? entry.line;
  const start = rangeOf(entry, { line: entry.line, start: entry.head.start, end: entry.head.start }).start;
  const end = last.scanned.raw.trimEnd().length;
  return { start, end: rangeOf(entry, { line: last, start: end, end }).end };
}
