/** Creates lines for an edit: copies of existing lines, with replacements or another indentation, and new ones. */
import { skipWhiteSpace } from "../../core/language/characters.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { byteOrderMark } from "../../core/language/parsing/scanLine.ts";
import type { LineBlock, NewLine, SpanReplacement } from "./model.ts";

/** How `copyLines` changes the lines. */
export interface CopyOptions {
  readonly replacements?: readonly SpanReplacement[];
  /** The indentation that all copied lines start with, and the indentation that replaces it. */
  readonly from: string;
  readonly to: string;
  /** The entries that get another parent, and that parent; undefined for the top level. */
  readonly entries: readonly Entry[];
  readonly under: Entry | undefined;
}

/** Returns a new line. */
export const createLine = (text: string, parent?: Entry): NewLine => ({ text, line: undefined, parent });

/** Returns copies of a block of lines. */
export function copyLines(file: MapFile, { first, after }: LineBlock, options: CopyOptions): readonly NewLine[] {
  return file.syntax.lines.slice(first, after).map((line) => {
    const { owner } = line;
    const isReparented = owner !== undefined && options.entries.includes(owner);
    return {
      text: reindent(textWithReplacements(line, options.replacements ?? []), options.from, options.to),
      line,
      parent: owner?.line !== line ? undefined : isReparented ? options.under : owner.parent,
    };
  });
}

/** Returns exact copies of a block of lines. */
export const copyLinesUnchanged = (file: MapFile, block: LineBlock): readonly NewLine[] =>
  copyLines(file, block, { from: "", to: "", entries: [], under: undefined });

/** The text of a line after its replacements, without a byte-order mark. */
function textWithReplacements(line: Line, replacements: readonly SpanReplacement[]): string {
  const { raw } = line.scanned;
  let text = "";
  let column = byteOrderMark(raw).length;
  // The sort is stable: replacements with the same start keep their order.
  for (const replacement of replacements.filter((one) => one.line === line).sort((a, b) => a.start - b.start)) {
    text += raw.slice(column, replacement.start) + replacement.text;
    column = replacement.end;
  }
  return text + raw.slice(column);
}

function reindent(text: string, from: string, to: string): string {
  if (from === to) return text;
  if (text.trim() === "") return "";
  return to + (text.startsWith(from) ? text.slice(from.length) : text.trimStart());
}

/** Returns the indentation of a line. */
export const indentOfNewLine = ({ text }: NewLine): string => text.slice(0, skipWhiteSpace(text, 0));
