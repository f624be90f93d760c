/** Entries as stretches of lines that can be taken away and put elsewhere. */
import { type Entry, pieceOf } from "../../language/entry.ts";
import type { Line } from "../../language/lines.ts";
import { fileOf, type MapFile } from "../../language/map.ts";
import type { Edit } from "../edits.ts";

/** Lines by number, from the first up to the one after the last. */
export interface Block {
  readonly first: number;
  readonly after: number;
}

/** The lines of an entry with all that stands under it, blank lines and comments after the last left out. */
export function treeBlock(entry: Entry): Block {
  const { lines } = fileOf(entry).syntax;
  const first = lines.numberOf(entry.line);
  let after = first + 1;
  for (let at = after; at < lines.length; at++) {
    const line = lines.at(at);
    if (line === undefined || (saysSomething(line) && !isUnder(line.owner, entry))) break;
    if (saysSomething(line)) after = at + 1;
  }
  return { first, after };
}

/** The number of the line after all that stands with an entry under one top-level entry, as far as nothing stray is among it. */
export function afterTop(entry: Entry): number {
  let top = entry;
  while (top.parent !== undefined) top = top.parent;
  return Math.max(treeBlock(top).after, treeBlock(entry).after);
}

/** The same with the comments right above it, which speak of it. */
export function withComments(file: MapFile, { first, after }: Block): Block {
  let above = first;
  while (above > 0 && file.syntax.lines.at(above - 1)?.reading.kind === "comment") above--;
  return { first: above, after };
}

const saysSomething = ({ reading }: Line): boolean => reading.kind !== "blank" && reading.kind !== "comment";

function isUnder(entry: Entry | undefined, top: Entry): boolean {
  for (let at = entry; at !== undefined; at = at.parent) if (at === top) return true;
  return false;
}

/** The text of lines without their ends. */
export const textsOf = (file: MapFile, { first, after }: Block): readonly string[] =>
  file.syntax.lines.slice(first, after).map(({ reading }) => reading.raw);

/**
 * Takes lines away, and of the blank lines around them as many as would be too many then.
 */
export function removed(file: MapFile, { first, after }: Block): Edit {
  const { lines } = file.syntax;
  const isBlank = (number: number): boolean => lines.at(number)?.reading.kind === "blank";
  const gap = (first === 0 || isBlank(first - 1)) && isBlank(after) && after < lines.length - 1 ? 1 : 0;
  const last = after + gap;
  if (last < lines.length) return edit(file, { line: first, character: 0 }, { line: last, character: 0 }, "");
  // The last line has no end: that of the line before it goes.
  const above = lines.at(first - 1);
  const start = above === undefined ? { line: first, character: 0 } : endOf(file, first - 1);
  return edit(file, start, endOf(file, lines.length - 1), "");
}

/** Puts lines before the line of a number; at the end of the file where there is none. */
export function inserted(file: MapFile, number: number, texts: readonly string[]): Edit {
  const { lines } = file.syntax;
  const end = lineEnd(file);
  if (number < lines.length) {
    const at = { line: number, character: 0 };
    return edit(file, at, at, texts.map((text) => text + end).join(""));
  }
  const last = lines.length - 1;
  const at = endOf(file, last);
  // After a line end at the end of a file comes an empty line, which is to be the last again.
  const isEmpty = lines.at(last)?.reading.raw === "";
  return edit(
    file,
    at,
    at,
    isEmpty ? texts.map((text) => text + end).join("") : texts.map((text) => end + text).join(""),
  );
}

/** Lines with what stands before them changed: the white space of one entry taken away, other white space put there. */
export const reindented = (texts: readonly string[], from: string, to: string): readonly string[] =>
  texts.map((text) =>
    text.trim() === "" ? "" : to + (text.startsWith(from) ? text.slice(from.length) : text.trimStart()),
  );

/** How the lines of a file end. */
export const lineEnd = (file: MapFile): string => file.syntax.lines.at(0)?.end || "\n";

/** What a file indents by: the first indentation that it has. */
export function stepOf(file: MapFile): string {
  for (const root of file.syntax.roots) for (const child of root.children) if (child.indent !== "") return child.indent;
  return "  ";
}

/** White space for what stands under an entry: that of what stands there already. */
export const indentUnder = (entry: Entry): string =>
  entry.children.at(-1)?.indent ?? entry.indent + stepOf(fileOf(entry));

/** A line of an entry's own that says something, the last one. */
export const lastOwnLine = (entry: Entry): Line =>
  entry.lines.findLast((line) => line === entry.line || pieceOf(line) !== "") ?? entry.line;

function endOf(file: MapFile, number: number) {
  return { line: number, character: file.syntax.lines.at(number)?.reading.raw.length ?? 0 };
}

const edit = (file: MapFile, start: Edit["range"]["start"], end: Edit["range"]["end"], newText: string): Edit => ({
  uri: file.uri,
  range: { start, end },
  newText,
});
