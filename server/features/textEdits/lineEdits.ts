/**
 * Changes of a file by whole lines and by words in lines that stay: the one place that makes edits of text of them. So a
 * byte-order mark stays where it is, a last line needs no end, and no two edits overlap.
 */

import type { MapFile } from "../../core/language/map.ts";
import { byteOrderMark } from "../../core/language/scanLine.ts";
import { createLine, type NewLine, type SpanReplacement } from "./newLines.ts";
import type { FileEdit } from "./workspaceEdit.ts";

/** Rows put in the place of the lines from number `first` up to `after`; before line `first` where the two are the same. */
export interface LineChange {
  readonly first: number;
  readonly after: number;
  readonly newLines: readonly NewLine[];
}

/** Rows put before the line of a number. */
export const insertLines = (number: number, newLines: readonly NewLine[]): LineChange => ({
  first: number,
  after: number,
  newLines,
});

/** How the lines of a file end, or are to where none does yet. */
export const lineEnd = (file: MapFile, fallback = "\n"): string => file.syntax.lines.at(0)?.end || fallback;

/** How many lines a file has, the empty one after a last line end left out. */
export function lineCount({ syntax: { lines } }: MapFile): number {
  const last = lines.length - 1;
  const raw = lines.at(last)?.scanned.raw ?? "";
  return raw === (last === 0 ? byteOrderMark(raw) : "") ? last : lines.length;
}

/**
 * How many lines of comments a file begins with: these, up to the first line that is none, are the file's own (a licence,
 * say). Any other comment goes with what it stands right above.
 */
export function headerCommentCount({ syntax: { lines } }: MapFile): number {
  let count = 0;
  while (lines.at(count)?.scanned.kind === "comment") count++;
  return count;
}

/** A change after which no comment has joined the file's own: a blank line keeps them apart. */
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
 * The edits that line changes and words come to, the words in lines that no line change takes.
 * @param fallbackLineEnd how lines end in a file that has no line end yet
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
 * Changes in the order of the lines, those that touch as one.
 *
 * @throws Error where two put something in the place of one line
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
    // What goes between lines that are taken away goes where they were.
    if (change.first < last.after && !(isInsertion(change) && last.newLines.length === 0)) {
      throw new Error(`Two changes of line ${change.first}.`);
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
  // The last line has no end: what comes after it, or goes with nothing in its place, needs or takes that of the line before.
  const isAfterLastLine = first === count || (newTexts.length === 0 && first > 0);
  const start = isAfterLastLine ? endOf(first - 1) : startOf(first);
  const newText = first === count ? newTexts.map((text) => end + text).join("") : newTexts.join(end);
  return { uri: file.uri, range: { start, end: endOf(count - 1) }, newText };
}
