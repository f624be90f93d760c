/** What can be completed after the colon of a line: a path, one of several schemes, or the whole text. */
import { schemeParts } from "../../core/language/attributes/schemes.ts";
import { skipWhiteSpace } from "../../core/language/characters.ts";
import type { Line } from "../../core/language/entry.ts";
import type { AttributeValueContext, PathContext, ReplacedSpan } from "./completionContext.ts";

/** The cursor in the text of a line after its colon. */
export interface TextCursor {
  readonly line: Line;
  readonly number: number;
  readonly column: number;
  /** The column after the colon. */
  readonly from: number;
}

/** Returns the text of a line after its colon. */
export function textAfterColon({ line, number, column, from }: TextCursor): ReplacedSpan {
  const { raw } = line.scanned;
  const start = Math.min(skipWhiteSpace(raw, from), column);
  const end = Math.max(raw.trimEnd().length, column);
  return { line, number, columns: { start, end }, typed: raw.slice(start, column) };
}

/** Returns the context of the scheme at a position, one of several in a value. */
export function schemeContext(position: TextCursor): AttributeValueContext {
  const span = textAfterColon(position);
  const { raw } = span.line.scanned;
  const comma = raw.lastIndexOf(",", position.column - 1);
  const start =
    comma < span.columns.start ? span.columns.start : Math.min(skipWhiteSpace(raw, comma + 1), position.column);
  const next = raw.indexOf(",", position.column);
  const end = next < 0 ? span.columns.end : next;
  const others = raw.slice(span.columns.start, start) + raw.slice(end);
  const usedValues = schemeParts(others).map(({ text }) => text);
  return {
    kind: "value",
    key: "scheme",
    ...span,
    columns: { start, end },
    typed: raw.slice(start, position.column),
    usedValues,
  };
}

/** Returns the context of the segment of a path at a position. */
export function pathContext(position: TextCursor, fileKind: PathContext["fileKind"]): PathContext {
  const span = textAfterColon(position);
  const folder = span.typed.slice(0, span.typed.lastIndexOf("/") + 1);
  const { raw } = span.line.scanned;
  const slash = raw.indexOf("/", position.column);
  const columns = { start: span.columns.start + folder.length, end: slash < 0 ? span.columns.end : slash + 1 };
  return { kind: "path", ...span, columns, typed: span.typed.slice(folder.length), fileKind, folder };
}
