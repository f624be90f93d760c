/** Positions of LSP, and offsets in a text of the editor. Positions outside the text become the nearest one in it. */
import type { Text } from "@codemirror/state";

export interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface LspRange {
  readonly start: LspPosition;
  readonly end: LspPosition;
}

export interface LspLocation {
  readonly uri: string;
  readonly range: LspRange;
}

/** Returns the offset of a position, in UTF-16 code units. */
export function toOffset(text: Text, { line, character }: LspPosition): number {
  if (line >= text.lines) return text.length;
  const { from, length } = text.line(line + 1);
  return from + Math.min(character, length);
}

/** Returns the position of an offset. Throws a `RangeError` if the offset is outside the text. */
export function toPosition(text: Text, offset: number): LspPosition {
  const { number, from } = text.lineAt(offset);
  return { line: number - 1, character: offset - from };
}

/** Returns the offsets of the start and the end of a range. */
export const toOffsets = (text: Text, { start, end }: LspRange): { readonly from: number; readonly to: number } => ({
  from: toOffset(text, start),
  to: toOffset(text, end),
});

/** Returns the range between two offsets. Throws a `RangeError` if one is outside the text. */
export const toRange = (text: Text, from: number, to: number): LspRange => ({
  start: toPosition(text, from),
  end: toPosition(text, to),
});
