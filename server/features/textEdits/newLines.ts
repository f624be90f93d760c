/** Lines as they are to stand: taken from a map with words in them written otherwise, deeper or less deep, or new. */
import { skipWhiteSpace } from "../../core/language/characters.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { byteOrderMark } from "../../core/language/scanLine.ts";
import type { Span } from "../../core/language/syntax.ts";
import type { LineBlock } from "./lineBlocks.ts";

/** A line as it is to stand. */
export interface NewLine {
  /** Without a byte-order mark, and without its end. */
  readonly text: string;
  /** The line of a map that it was; undefined for a new one, which is an entry or blank. */
  readonly line: Line | undefined;
  /** For an entry: what it is to stand under, undefined for the top level. */
  readonly parent: Entry | undefined;
}

/** Words put in the place of a stretch of one line. */
export interface SpanReplacement extends Span {
  readonly text: string;
}

/** How lines are taken along. */
export interface CopyOptions {
  readonly replacements?: readonly SpanReplacement[];
  /** White space that stands before all of them, and what is to stand there. */
  readonly from: string;
  readonly to: string;
  /** The entries that come to stand under something else, and what that is. */
  readonly entries: readonly Entry[];
  readonly under: Entry | undefined;
}

/** A new line. */
export const createLine = (text: string, parent?: Entry): NewLine => ({ text, line: undefined, parent });

/** Lines of a file as they are to stand. */
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

/** Lines of a file as they stand. */
export const copyLinesUnchanged = (file: MapFile, block: LineBlock): readonly NewLine[] =>
  copyLines(file, block, { from: "", to: "", entries: [], under: undefined });

/** The text of a line with words in it written otherwise, without a byte-order mark. */
function textWithReplacements(line: Line, replacements: readonly SpanReplacement[]): string {
  const { raw } = line.scanned;
  let text = "";
  let column = byteOrderMark(raw).length;
  // Two that begin at one place stay in their order.
  for (const replacement of replacements.filter((word) => word.line === line).sort((a, b) => a.start - b.start)) {
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

/** The white space that a row begins with. */
export const indentOfNewLine = ({ text }: NewLine): string => text.slice(0, skipWhiteSpace(text, 0));
