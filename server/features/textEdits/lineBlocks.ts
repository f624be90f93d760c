/** Entries as stretches of lines that can be taken away and put elsewhere, and the places between them. */
import { type Entry, type Line, lineText } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/nesting.ts";
import { headerCommentCount, insertLines, type LineChange, lineCount } from "./lineEdits.ts";
import { copyLinesUnchanged, createLine, type NewLine } from "./newLines.ts";

/** Lines by number, from the first up to the one after the last. */
export interface LineBlock {
  readonly first: number;
  readonly after: number;
}

/** The lines of an entry with all that stands under it, blank lines and comments after the last left out. */
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

/** The same with the comments right above it, which speak of it. */
export const includingComments = (file: MapFile, { first, after }: LineBlock): LineBlock => ({
  first: firstCommentAbove(file, first),
  after,
});

/**
 * The number of the first of the comments right above a line, else that of the line. The file's own are not among them.
 */
function firstCommentAbove(file: MapFile, number: number): number {
  const { lines } = file.syntax;
  let firstComment = number;
  while (firstComment > 0 && lines.at(firstComment - 1)?.scanned.kind === "comment") firstComment--;
  return firstComment < headerCommentCount(file) ? number : firstComment;
}

const hasContent = ({ scanned }: Line): boolean => scanned.kind !== "blank" && scanned.kind !== "comment";

/** An entry and all that stands under it. */
export function subtreeOf(entry: Entry): ReadonlySet<Entry> {
  const subtree = new Set([entry]);
  // A set may grow while it is walked.
  for (const one of subtree) for (const child of one.children) subtree.add(child);
  return subtree;
}

/** Whether an entry is another one, or stands under it. */
export function isInSubtree(entry: Entry | undefined, top: Entry): boolean {
  for (let at = entry; at !== undefined; at = at.parent) if (at === top) return true;
  return false;
}

const isBlank = ({ syntax: { lines } }: MapFile, number: number): boolean => lines.at(number)?.scanned.kind === "blank";

/**
 * Takes lines away, and of the blank lines around them as many as would be too many then.
 *
 * @param blankSide which of them: those that something may be put before, or after, in the same edit, stay
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

/** Takes lines away, but leaves the comments among them. */
export function removeLinesKeepingComments(file: MapFile, { first, after }: LineBlock): LineChange {
  const newLines = copyLinesUnchanged(file, { first, after }).filter(({ line }) => line?.scanned.kind === "comment");
  return newLines.length === 0 ? removeLines(file, { first, after }) : { first, after, newLines };
}

/** Puts top-level entries after all that stands with an entry under one top-level entry. */
export function insertAfter(entry: Entry, newLines: readonly NewLine[]): LineChange {
  let top = entry;
  while (top.parent !== undefined) top = top.parent;
  return insertLines(insertionPoint(fileOf(entry), subtreeBlock(top).after), newLines);
}

/** The same, parted by a blank line from what stands around them. */
export function insertAfterSeparated(entry: Entry, newLines: readonly NewLine[]): LineChange {
  return insertSeparated(fileOf(entry), insertAfter(entry, []).first, newLines);
}

/** Puts top-level entries at the end of a file, parted from what stands there by a blank line. */
export function insertAtEnd(file: MapFile, newLines: readonly NewLine[]): LineChange {
  const count = lineCount(file);
  return insertLines(count, [...(count > 0 && !isBlank(file, count - 1) ? [createLine("")] : []), ...newLines]);
}

/** Puts top-level entries before the first entry and what is said of it, parted by a blank line from what stands around them. */
export function insertBeforeEntries(file: MapFile, newLines: readonly NewLine[]): LineChange {
  const first = file.syntax.roots[0]?.line;
  if (first === undefined) return insertAtEnd(file, newLines);
  const number = file.syntax.lines.numberOf(first);
  // Before an indented entry nothing can stand that it would not come to stand under.
  return insertSeparated(
    file,
    isInsertionPoint(first) ? firstCommentAbove(file, number) : insertionPoint(file, number),
    newLines,
  );
}

/** Puts top-level entries before the line of a number, parted by a blank line from what stands around them. */
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
 * The next place from a line on where a top-level entry can stand at the left edge so that nothing comes under it: before
 * a top-level entry at the left edge or a heading and the comments that go with these, or at the end of the file.
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

/** What a file indents by: the first step that it has. */
export function indentUnitOf(file: MapFile): string {
  for (const root of file.syntax.roots) {
    for (const child of root.children) return child.indent.slice(root.indent.length);
  }
  return "  ";
}

/** White space for what stands under an entry: that of what stands there already, or a step that goes with it. */
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

/** A line of an entry's own that says something, the last one. */
export const lastOwnLine = (entry: Entry): Line =>
  entry.lines.findLast((line) => line === entry.line || lineText(line) !== "") ?? entry.line;
