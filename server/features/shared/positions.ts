/** Which of two positions comes first. */
import type { Position } from "vscode-languageserver";

/** Whether a position comes before another one. */
export const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
