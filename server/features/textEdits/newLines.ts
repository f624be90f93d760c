/** Lines as they are to stand: taken from a map with words in them written otherwise, deeper or less deep, or new. */
import { skipWhite } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { markOf } from "../../core/language/scanLine.ts";
import type { Span } from "../../core/language/syntax.ts";
import type { Block } from "./lineBlocks.ts";

/** A line as it is to stand. */
export interface Row {
  /** Without a byte-order mark, and without its end. */
  readonly text: string;
  /** The line of a map that it was; undefined for a new one, which is an entry or blank. */
  readonly line: Line | undefined;
  /** For an entry: what it is to stand under, undefined for the top level. */
  readonly under: Entry | undefined;
}

/** Words put in the place of a stretch of one line. */
export interface Words extends Span {
  readonly text: string;
}

/** How lines are taken along. */
export interface Carried {
  readonly words?: readonly Words[];
  /** White space that stands before all of them, and what is to stand there. */
  readonly from: string;
  readonly to: string;
  /** The entries that come to stand under something else, and what that is. */
  readonly entries: readonly Entry[];
  readonly under: Entry | undefined;
}

/** A new line. */
export const newRow = (text: string, under?: Entry): Row => ({ text, line: undefined, under });

/** Lines of a file as they are to stand. */
export function carried(file: MapFile, { first, after }: Block, how: Carried): readonly Row[] {
  return file.syntax.lines.slice(first, after).map((line) => {
    const { owner } = line;
    const moves = owner !== undefined && how.entries.includes(owner);
    return {
      text: reindented(textOf(line, how.words ?? []), how.from, how.to),
      line,
      under: owner?.line !== line ? undefined : moves ? how.under : owner.parent,
    };
  });
}

/** Lines of a file as they stand. */
export const asTheyAre = (file: MapFile, block: Block): readonly Row[] =>
  carried(file, block, { from: "", to: "", entries: [], under: undefined });

/** The text of a line with words in it written otherwise, without a byte-order mark. */
function textOf(line: Line, words: readonly Words[]): string {
  const { raw } = line.reading;
  let text = "";
  let at = markOf(raw).length;
  // Two that begin at one place stay in their order.
  for (const one of words.filter((word) => word.line === line).sort((a, b) => a.start - b.start)) {
    text += raw.slice(at, one.start) + one.text;
    at = one.end;
  }
  return text + raw.slice(at);
}

function reindented(text: string, from: string, to: string): string {
  if (from === to) return text;
  if (text.trim() === "") return "";
  return to + (text.startsWith(from) ? text.slice(from.length) : text.trimStart());
}

/** The white space that a row begins with. */
export const indentOfRow = ({ text }: Row): string => text.slice(0, skipWhite(text, 0));
