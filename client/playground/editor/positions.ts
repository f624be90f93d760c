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

export function toOffset(text: Text, { line, character }: LspPosition): number {
  if (line >= text.lines) return text.length;
  const { from, length } = text.line(line + 1);
  return from + Math.min(character, length);
}

export function toPosition(text: Text, offset: number): LspPosition {
  const { number, from } = text.lineAt(offset);
  return { line: number - 1, character: offset - from };
}

export const toOffsets = (text: Text, { start, end }: LspRange): { readonly from: number; readonly to: number } => ({
  from: toOffset(text, start),
  to: toOffset(text, end),
});

export const toRange = (text: Text, from: number, to: number): LspRange => ({
  start: toPosition(text, from),
  end: toPosition(text, to),
});
