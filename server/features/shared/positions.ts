/** Comparisons of LSP positions and ranges. */
import type { Position, Range } from "vscode-languageserver";

/** Whether `a` comes before `b`. */
export const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** Whether two ranges overlap or are adjacent. */
export const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

/** Whether `inner` lies within `outer`. Equal ends count as within. */
export const containsRange = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
