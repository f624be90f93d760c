/**
 * Turns line changes and span replacements into text edits. All edits by lines go through this file, which keeps a
 * byte-order mark in place, supports a last line without a line ending, and prevents overlapping edits.
 */

import type { MapFile } from "../../core/language/map.ts";
import { byteOrderMark } from "../../core/language/parsing/scanLine.ts";
import type { LineChange, NewLine, SpanReplacement } from "./model.ts";
import { createLine } from "./newLines.ts";
import type { FileEdit } from "./workspaceEdit.ts";

/** Returns a change that inserts lines before the line with a number. */
export const insertLines = (number: number, newLines: readonly NewLine[]): LineChange => ({
  first: number,
  after: number,
  newLines,
});

/** Returns the line ending of a file, or `fallback` if no line has one yet. */
export const lineEnd = (file: MapFile, fallback = "\n"): string => file.syntax.lines.at(0)?.end || fallback;

/** Returns the number of lines of a file, not counting the empty line after a final line ending. */
export function lineCount({ syntax: { lines } }: MapFile): number {
  const last = lines.length - 1;
  const raw = lines.at(last)?.scanned.raw ?? "";
  return raw === (last === 0 ? byteOrderMark(raw) : "") ? last : lines.length;
}

/**
 * Returns the number of comment lines at the start of a file. They belong to the file itself, for example a license.
 * Any other comment belongs to the entry right below it.
 */
export function headerCommentCount({ syntax: { lines } }: MapFile): number {
  let count = 0;
  while (lines.at(count)?.scanned.kind === "comment") count++;
  return count;
}

/** Adds a blank line to a change that would join a comment of an entry to the header comments of the file. */
function separateFromHeaderComments(file: MapFile, change: LineChange): LineChange {
  const { first, after, newLines } = change;
  const headerCount = headerCommentCount(file);
  if (first > headerCount) return change;
  const firstLine = newLines.length > 0 ? newLines[0]?.line : file.syntax.lines.at(after);
  const joinsHeader =
    firstLine?.scanned.kind === "comment" && !file.syntax.lines.slice(0, headerCount).includes(firstLine);
  return joinsHeader ? { first, after, newLines: [createLine(""), ...newLines] } : change;
}

/**
 * Returns the text edits for line changes and for replacements in lines that no line change covers.
 *
 * @param fallbackLineEnd the line ending for a file that has none yet
 * @throws Error if two changes replace the same line
 */
export function toFileEdits(
  file: MapFile,
  changes: readonly LineChange[],
  replacements: readonly SpanReplacement[] = [],
  fallbackLineEnd = "\n",
): readonly FileEdit[] {
  return [
    ...mergeChanges(changes).map((change) =>
      toFileEdit(file, separateFromHeaderComments(file, change), fallbackLineEnd),
    ),
    ...replacements.map(({ text, ...span }) => ({ uri: file.uri, range: file.syntax.rangeOf(span), newText: text })),
  ];
}

/**
 * Returns the changes in line order, with adjacent changes merged into one.
 *
 * @throws Error if two changes replace the same line
 */
export function mergeChanges(changes: readonly LineChange[]): readonly LineChange[] {
  const isInsertion = ({ first, after }: LineChange): boolean => first === after;
  const sorted = changes.toSorted((a, b) => a.first - b.first || Number(isInsertion(b)) - Number(isInsertion(a)));
  const merged: LineChange[] = [];
  for (const change of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.after < change.first) {
      merged.push(change);
      continue;
    }
    // An insertion between removed lines takes their place.
    if (change.first < last.after && !(isInsertion(change) && last.newLines.length === 0)) {
      throw new Error(`Two changes replace line ${change.first}.`);
    }
    merged[merged.length - 1] = {
      first: last.first,
      after: Math.max(last.after, change.after),
      newLines: [...last.newLines, ...change.newLines],
    };
  }
  return merged;
}

function toFileEdit(file: MapFile, { first, after, newLines }: LineChange, fallbackLineEnd: string): FileEdit {
  const { lines } = file.syntax;
  const rawOf = (number: number): string => lines.at(number)?.scanned.raw ?? "";
  const startOf = (number: number) => ({ line: number, character: number === 0 ? byteOrderMark(rawOf(0)).length : 0 });
  const endOf = (number: number) => ({ line: number, character: rawOf(number).length });
  const end = lineEnd(file, fallbackLineEnd);
  const newTexts = newLines.map(({ text }) => text);
  const count = lineCount(file);
  if (after < lines.length) {
    const newText = newTexts.map((text) => text + end).join("");
    return { uri: file.uri, range: { start: startOf(first), end: startOf(after) }, newText };
  }
  // The last line has no line ending, so an insertion after it starts with one, and removing it removes the one before.
  const isAfterLastLine = first === count || (newTexts.length === 0 && first > 0);
  const start = isAfterLastLine ? endOf(first - 1) : startOf(first);
  const newText = first === count ? newTexts.map((text) => end + text).join("") : newTexts.join(end);
  return { uri: file.uri, range: { start, end: endOf(count - 1) }, newText };
}
