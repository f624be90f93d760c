/**
 * Changes of a file by whole lines and by words in lines that stay: the one place that makes edits of text of them. So a
 * byte-order mark stays where it is, a last line needs no end, and no two edits overlap.
 */

import type { MapFile } from "../../core/language/map.ts";
import { markOf } from "../../core/language/scanLine.ts";
import { newRow, type Row, type Words } from "./newLines.ts";
import type { Edit } from "./workspaceEdit.ts";

/** Rows put in the place of the lines from number `first` up to `after`; before line `first` where the two are the same. */
export interface LineChange {
  readonly first: number;
  readonly after: number;
  readonly rows: readonly Row[];
}

/** Rows put before the line of a number. */
export const inserted = (number: number, rows: readonly Row[]): LineChange => ({ first: number, after: number, rows });

/** How the lines of a file end, or are to where none does yet. */
export const lineEnd = (file: MapFile, otherwise = "\n"): string => file.syntax.lines.at(0)?.end || otherwise;

/** How many lines a file has, the empty one after a last line end left out. */
export function lineCount({ syntax: { lines } }: MapFile): number {
  const last = lines.length - 1;
  const raw = lines.at(last)?.reading.raw ?? "";
  return raw === (last === 0 ? markOf(raw) : "") ? last : lines.length;
}

/**
 * How many lines of comments a file begins with: these, up to the first line that is none, are the file's own (a licence,
 * say). Any other comment goes with what it stands right above.
 */
export function ownComments({ syntax: { lines } }: MapFile): number {
  let count = 0;
  while (lines.at(count)?.reading.kind === "comment") count++;
  return count;
}

/** A change after which no comment has joined the file's own: a blank line keeps them apart. */
function keptApart(file: MapFile, change: LineChange): LineChange {
  const { first, after, rows } = change;
  const own = ownComments(file);
  if (first > own) return change;
  const next = rows.length > 0 ? rows[0]?.line : file.syntax.lines.at(after);
  const joins = next?.reading.kind === "comment" && !file.syntax.lines.slice(0, own).includes(next);
  return joins ? { first, after, rows: [newRow(""), ...rows] } : change;
}

/**
 * The edits that line changes and words come to, the words in lines that no line change takes.
 * @param end how lines end in a file that has no line end yet
 */
export function editsOf(
  file: MapFile,
  changes: readonly LineChange[],
  words: readonly Words[] = [],
  end = "\n",
): readonly Edit[] {
  return [
    ...inOrder(changes).map((change) => editOf(file, keptApart(file, change), end)),
    ...words.map(({ text, ...span }) => ({ uri: file.uri, range: file.syntax.rangeOf(span), newText: text })),
  ];
}

/**
 * Changes in the order of the lines, those that touch as one.
 *
 * @throws Error where two put something in the place of one line
 */
export function inOrder(changes: readonly LineChange[]): readonly LineChange[] {
  const isInsertion = ({ first, after }: LineChange): boolean => first === after;
  const sorted = changes.toSorted((a, b) => a.first - b.first || Number(isInsertion(b)) - Number(isInsertion(a)));
  const joined: LineChange[] = [];
  for (const change of sorted) {
    const last = joined.at(-1);
    if (last === undefined || last.after < change.first) {
      joined.push(change);
      continue;
    }
    // What goes between lines that are taken away goes where they were.
    if (change.first < last.after && !(isInsertion(change) && last.rows.length === 0)) {
      throw new Error(`Two changes of line ${change.first}.`);
    }
    joined[joined.length - 1] = {
      first: last.first,
      after: Math.max(last.after, change.after),
      rows: [...last.rows, ...change.rows],
    };
  }
  return joined;
}

function editOf(file: MapFile, { first, after, rows }: LineChange, otherwise: string): Edit {
  const { lines } = file.syntax;
  const rawOf = (number: number): string => lines.at(number)?.reading.raw ?? "";
  const startOf = (number: number) => ({ line: number, character: number === 0 ? markOf(rawOf(0)).length : 0 });
  const endOf = (number: number) => ({ line: number, character: rawOf(number).length });
  const end = lineEnd(file, otherwise);
  const texts = rows.map(({ text }) => text);
  const count = lineCount(file);
  if (after < lines.length) {
    const newText = texts.map((text) => text + end).join("");
    return { uri: file.uri, range: { start: startOf(first), end: startOf(after) }, newText };
  }
  // The last line has no end: what comes after it, or goes with nothing in its place, needs or takes that of the line before.
  const isBehind = first === count || (texts.length === 0 && first > 0);
  const start = isBehind ? endOf(first - 1) : startOf(first);
  const newText = first === count ? texts.map((text) => end + text).join("") : texts.join(end);
  return { uri: file.uri, range: { start, end: endOf(count - 1) }, newText };
}
