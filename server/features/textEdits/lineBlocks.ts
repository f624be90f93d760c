/** Entries as stretches of lines that can be taken away and put elsewhere, and the places between them. */
import { type Entry, pieceOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { isOutside } from "../../core/language/nesting.ts";
import { inserted, type LineChange, lineCount, ownComments } from "./lineEdits.ts";
import { asTheyAre, newRow, type Row } from "./newLines.ts";

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

/** The same with the comments right above it, which speak of it. */
export const withComments = (file: MapFile, { first, after }: Block): Block => ({
  first: commentsAbove(file, first),
  after,
});

/**
 * The number of the first of the comments right above a line, else that of the line. The file's own are not among them.
 */
function commentsAbove(file: MapFile, number: number): number {
  const { lines } = file.syntax;
  let above = number;
  while (above > 0 && lines.at(above - 1)?.reading.kind === "comment") above--;
  return above < ownComments(file) ? number : above;
}

const saysSomething = ({ reading }: Line): boolean => reading.kind !== "blank" && reading.kind !== "comment";

/** An entry and all that stands under it. */
export function treeOf(entry: Entry): ReadonlySet<Entry> {
  const tree = new Set([entry]);
  // A set may grow while it is walked.
  for (const one of tree) for (const child of one.children) tree.add(child);
  return tree;
}

/** Whether an entry is another one, or stands under it. */
export function isUnder(entry: Entry | undefined, top: Entry): boolean {
  for (let at = entry; at !== undefined; at = at.parent) if (at === top) return true;
  return false;
}

const isBlank = ({ syntax: { lines } }: MapFile, number: number): boolean => lines.at(number)?.reading.kind === "blank";

/**
 * Takes lines away, and of the blank lines around them as many as would be too many then.
 *
 * @param gap which of them: those that something may be put before, or after, in the same edit, stay
 */
export function removed(file: MapFile, { first, after }: Block, gap: "above" | "below" = "above"): LineChange {
  const isGap = isBlank(file, after) && after < lineCount(file) && (first === 0 || isBlank(file, first - 1));
  if (!isGap) return { first, after, rows: [] };
  return first === 0 || gap === "below" ? { first, after: after + 1, rows: [] } : { first: first - 1, after, rows: [] };
}

/** Takes lines away, but leaves the comments among them. */
export function removedButComments(file: MapFile, { first, after }: Block): LineChange {
  const rows = asTheyAre(file, { first, after }).filter(({ line }) => line?.reading.kind === "comment");
  return rows.length === 0 ? removed(file, { first, after }) : { first, after, rows };
}

/** Puts top-level entries after all that stands with an entry under one top-level entry. */
export function insertedAfter(entry: Entry, rows: readonly Row[]): LineChange {
  let top = entry;
  while (top.parent !== undefined) top = top.parent;
  return inserted(seamFrom(fileOf(entry), treeBlock(top).after), rows);
}

/** The same, parted by a blank line from what stands around them. */
export function insertedAfterApart(entry: Entry, rows: readonly Row[]): LineChange {
  return insertedApart(fileOf(entry), insertedAfter(entry, []).first, rows);
}

/** Puts top-level entries at the end of a file, parted from what stands there by a blank line. */
export function insertedLast(file: MapFile, rows: readonly Row[]): LineChange {
  const count = lineCount(file);
  return inserted(count, [...(count > 0 && !isBlank(file, count - 1) ? [newRow("")] : []), ...rows]);
}

/** Puts top-level entries before the first entry and what is said of it, parted by a blank line from what stands around them. */
export function insertedFirst(file: MapFile, rows: readonly Row[]): LineChange {
  const first = file.syntax.roots[0]?.line;
  if (first === undefined) return insertedLast(file, rows);
  const number = file.syntax.lines.numberOf(first);
  // Before an indented entry nothing can stand that it would not come to stand under.
  return insertedApart(file, isSeam(first) ? commentsAbove(file, number) : seamFrom(file, number), rows);
}

/** Puts top-level entries before the line of a number, parted by a blank line from what stands around them. */
export function insertedApart(file: MapFile, at: number, rows: readonly Row[]): LineChange {
  const count = lineCount(file);
  const isApart = (one: number): boolean => one < 0 || one >= count || isBlank(file, one);
  return inserted(at, [...(isApart(at - 1) ? [] : [newRow("")]), ...rows, ...(isApart(at) ? [] : [newRow("")])]);
}

/**
 * The next place from a line on where a top-level entry can stand at the left edge so that nothing comes under it: before
 * a top-level entry at the left edge or a heading and the comments that go with these, or at the end of the file.
 */
export function seamFrom(file: MapFile, number: number): number {
  const { lines } = file.syntax;
  const count = lineCount(file);
  let next = number;
  while (next < count && !isSeam(lines.at(next))) next++;
  let at = next < count ? commentsAbove(file, next) : count;
  while (at > number && isBlank(file, at - 1)) at--;
  return Math.max(at, number);
}

const isSeam = (line: Line | undefined): boolean =>
  line?.reading.kind === "heading" ||
  (line?.owner?.line === line && line?.owner?.parent === undefined && line?.owner?.indent === "");

/** What a file indents by: the first step that it has. */
export function stepOf(file: MapFile): string {
  for (const root of file.syntax.roots) {
    for (const child of root.children) return child.indent.slice(root.indent.length);
  }
  return "  ";
}

/** White space for what stands under an entry: that of what stands there already, or a step that goes with it. */
export function indentUnder(entry: Entry): string {
  const last = entry.children.at(-1)?.indent;
  if (last !== undefined) return last;
  const usual = entry.indent + stepOf(fileOf(entry));
  const compares = (indent: string): boolean =>
    indent === usual || isOutside(indent, usual) || isOutside(usual, indent);
  const own = entry.lines.flatMap(({ reading }) =>
    reading.kind === "attribute" || reading.kind === "text" ? [reading.indent] : [],
  );
  return own.every(compares) ? usual : (own[0] ?? usual);
}

/** A line of an entry's own that says something, the last one. */
export const lastOwnLine = (entry: Entry): Line =>
  entry.lines.findLast((line) => line === entry.line || pieceOf(line) !== "") ?? entry.line;
