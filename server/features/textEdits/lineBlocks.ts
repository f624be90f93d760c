/** Entries as blocks of lines that can be removed and moved, and the places where new entries can be inserted. */
import { type Entry, type Line, lineText } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/parsing/nesting.ts";
import { headerCommentCount, insertLines, lineCount } from "./lineEdits.ts";
import type { LineBlock, LineChange, NewLine } from "./model.ts";
import { copyLinesUnchanged, createLine } from "./newLines.ts";

/** Returns the lines of an entry and its descendants, without blank lines and comments after the last one. */
export function subtreeBlock(entry: Entry): LineBlock {
  const { lines } = fileOf(entry).syntax;
  const first = lines.numberOf(entry.line);
  let after = first + 1;
  for (let at = after; at < lines.length; at++) {
    const line = lines.at(at);
    if (line === undefined || (hasContent(line) && !isInSubtree(line.owner, entry))) break;
    if (hasContent(line)) after = at + 1;
  }
  return { first, after };
}

/** Returns the block extended by the comments right above it, which are about its first entry. */
export const includingComments = (file: MapFile, { first, after }: LineBlock): LineBlock => ({
  first: firstCommentAbove(file, first),
  after,
});

/**
 * The number of the first comment right above a line, without header comments; the line's own number if there is none.
 */
function firstCommentAbove(file: MapFile, number: number): number {
  const { lines } = file.syntax;
  let firstComment = number;
  while (firstComment > 0 && lines.at(firstComment - 1)?.scanned.kind === "comment") firstComment--;
  return firstComment < headerCommentCount(file) ? number : firstComment;
}

const hasContent = ({ scanned }: Line): boolean => scanned.kind !== "blank" && scanned.kind !== "comment";

/** Returns an entry and its descendants. */
export function subtreeOf(entry: Entry): ReadonlySet<Entry> {
  const subtree = new Set([entry]);
  // Iterating over a set includes the items that are added meanwhile.
  for (const one of subtree) for (const child of one.children) subtree.add(child);
  return subtree;
}

/** Whether an entry is `top` or one of its descendants. */
export function isInSubtree(entry: Entry | undefined, top: Entry): boolean {
  for (let at = entry; at !== undefined; at = at.parent) if (at === top) return true;
  return false;
}

const isBlank = ({ syntax: { lines } }: MapFile, number: number): boolean => lines.at(number)?.scanned.kind === "blank";

/**
 * Returns a change that removes lines. If blank lines are above and below, one of them is removed as well.
 *
 * @param blankSide which blank line to remove; the other side stays free for an insertion in the same edit
 */
export function removeLines(
  file: MapFile,
  { first, after }: LineBlock,
  blankSide: "above" | "below" = "above",
): LineChange {
  const isGap = isBlank(file, after) && after < lineCount(file) && (first === 0 || isBlank(file, first - 1));
  if (!isGap) return { first, after, newLines: [] };
  return first === 0 || blankSide === "below"
    ? { first, after: after + 1, newLines: [] }
    : { first: first - 1, after, newLines: [] };
}

/** Returns a change that removes lines but keeps the comments among them. */
export function removeLinesKeepingComments(file: MapFile, { first, after }: LineBlock): LineChange {
  const newLines = copyLinesUnchanged(file, { first, after }).filter(({ line }) => line?.scanned.kind === "comment");
  return newLines.length === 0 ? removeLines(file, { first, after }) : { first, after, newLines };
}

/** Returns a change that inserts top-level entries after the top-level entry that contains `entry`. */
export function insertAfter(entry: Entry, newLines: readonly NewLine[]): LineChange {
  let top = entry;
  while (top.parent !== undefined) top = top.parent;
  return insertLines(insertionPoint(fileOf(entry), subtreeBlock(top).after), newLines);
}

/** Like `insertAfter`, with blank lines around the new entries. */
export function insertAfterSeparated(entry: Entry, newLines: readonly NewLine[]): LineChange {
  return insertSeparated(fileOf(entry), insertAfter(entry, []).first, newLines);
}

/** Returns a change that appends top-level entries to a file, after a blank line. */
export function insertAtEnd(file: MapFile, newLines: readonly NewLine[]): LineChange {
  const count = lineCount(file);
  return insertLines(count, [...(count > 0 && !isBlank(file, count - 1) ? [createLine("")] : []), ...newLines]);
}

/**
 * Returns a change that inserts top-level entries before the first entry and its comments, with blank lines around
 * them.
 */
export function insertBeforeEntries(file: MapFile, newLines: readonly NewLine[]): LineChange {
  const first = file.syntax.roots[0]?.line;
  if (first === undefined) return insertAtEnd(file, newLines);
  const number = file.syntax.lines.numberOf(first);
  // An entry inserted before an indented one would become its parent.
  return insertSeparated(
    file,
    isInsertionPoint(first) ? firstCommentAbove(file, number) : insertionPoint(file, number),
    newLines,
  );
}

/** Returns a change that inserts top-level entries before a line, with blank lines around them. */
export function insertSeparated(file: MapFile, at: number, newLines: readonly NewLine[]): LineChange {
  const count = lineCount(file);
  const isSeparated = (one: number): boolean => one < 0 || one >= count || isBlank(file, one);
  return insertLines(at, [
    ...(isSeparated(at - 1) ? [] : [createLine("")]),
    ...newLines,
    ...(isSeparated(at) ? [] : [createLine("")]),
  ]);
}

/**
 * Returns the number of the first line, from `number` on, before which an unindented entry can be inserted without
 * becoming the parent of what follows. That is before an unindented entry or a heading, including the comments above
 * it, or at the end of the file.
 */
export function insertionPoint(file: MapFile, number: number): number {
  const { lines } = file.syntax;
  const count = lineCount(file);
  let next = number;
  while (next < count && !isInsertionPoint(lines.at(next))) next++;
  let at = next < count ? firstCommentAbove(file, next) : count;
  while (at > number && isBlank(file, at - 1)) at--;
  return Math.max(at, number);
}

const isInsertionPoint = (line: Line | undefined): boolean =>
  line?.scanned.kind === "heading" ||
  (line?.owner?.line === line && line?.owner?.parent === undefined && line?.owner?.indent === "");

/** Returns the indentation unit of a file: that of its first child entry, or two spaces. */
export function indentUnitOf(file: MapFile): string {
  for (const root of file.syntax.roots) {
    for (const child of root.children) return child.indent.slice(root.indent.length);
  }
  return "  ";
}

/** Returns the indentation for a new child: that of the existing children, or one unit more than the entry. */
export function childIndent(entry: Entry): string {
  const siblingIndent = entry.children.at(-1)?.indent;
  if (siblingIndent !== undefined) return siblingIndent;
  const defaultIndent = entry.indent + indentUnitOf(fileOf(entry));
  const isComparable = (indent: string): boolean =>
    indent === defaultIndent || isShallower(indent, defaultIndent) || isShallower(defaultIndent, indent);
  const ownIndents = entry.lines.flatMap(({ scanned }) =>
    scanned.kind === "attribute" || scanned.kind === "text" ? [scanned.indent] : [],
  );
  return ownIndents.every(isComparable) ? defaultIndent : (ownIndents[0] ?? defaultIndent);
}

/** Returns the last line of an entry's own text and attributes that is not empty. */
export const lastOwnLine = (entry: Entry): Line =>
  entry.lines.findLast((line) => line === entry.line || lineText(line) !== "") ?? entry.line;
