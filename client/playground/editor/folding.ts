/** Folding by indentation, and of sections below their headings. */
import { foldService } from "@codemirror/language";
import type { EditorState, Line } from "@codemirror/state";

const isBlank = ({ text }: Line): boolean => text.trim() === "";
const indentOf = ({ text }: Line): number => text.length - text.trimStart().length;
/** The number of `#` of a heading; 0 for any other line. */
const levelOf = ({ text }: Line): number => /^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 0;

/** Returns the lines that fold into a line. */
export function foldedRange(
  state: EditorState,
  lineStart: number,
): { readonly from: number; readonly to: number } | null {
  const { doc } = state;
  const line = doc.lineAt(lineStart);
  if (isBlank(line)) return null;
  const level = levelOf(line);
  const indent = indentOf(line);
  const belongs = (other: Line): boolean =>
    level > 0 ? levelOf(other) === 0 || levelOf(other) > level : indentOf(other) > indent;
  let end = line;
  for (let number = line.number + 1; number <= doc.lines; number++) {
    const next = doc.line(number);
    if (isBlank(next)) continue;
    if (!belongs(next)) break;
    end = next;
  }
  return end.number === line.number ? null : { from: line.to, to: end.to };
}

export const folding = foldService.of((state, lineStart) => foldedRange(state, lineStart));
