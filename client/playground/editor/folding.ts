/** Folding by indentation, and of sections below their headings. */
import { foldService } from "@codemirror/language";
import type { EditorState, Extension, Line } from "@codemirror/state";
import { headings, sectionAt } from "./headings.ts";

const isBlank = ({ text }: Line): boolean => text.trim() === "";
const indentOf = ({ text }: Line): number => text.length - text.trimStart().length;

/** Returns the lines that fold into a line. The state must have the extension `folding`. */
export function foldedRange(
  state: EditorState,
  lineStart: number,
): { readonly from: number; readonly to: number } | null {
  const line = state.doc.lineAt(lineStart);
  if (isBlank(line)) return null;
  const section = sectionAt(state, line.from);
  const end = section === undefined ? lastChild(state, line) : lastFilled(state, line, section.to);
  return end.number === line.number ? null : { from: line.to, to: end.to };
}

/** Returns the last line that is indented under a line, or the line itself. */
function lastChild({ doc }: EditorState, line: Line): Line {
  const indent = indentOf(line);
  let end = line;
  for (let number = line.number + 1; number <= doc.lines; number++) {
    const next = doc.line(number);
    if (isBlank(next)) continue;
    if (indentOf(next) <= indent) break;
    end = next;
  }
  return end;
}

/** Returns the last line from one line to a position that is not blank. */
function lastFilled({ doc }: EditorState, first: Line, to: number): Line {
  let end = doc.lineAt(to);
  while (end.number > first.number && isBlank(end)) end = doc.line(end.number - 1);
  return end;
}

/** Makes a line foldable with the lines that are indented under it, and a heading with its section. */
export const folding: Extension = [headings, foldService.of((state, lineStart) => foldedRange(state, lineStart))];
