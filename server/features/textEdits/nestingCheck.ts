/** Whether lines that are put elsewhere still belong to what they are to belong to, and all others to what they do now. */
import { type Entry, pieceOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isOutside } from "../../core/language/nesting.ts";
import { inOrder, type LineChange } from "./lineEdits.ts";
import { asTheyAre, indentOfRow, type Row } from "./newLines.ts";

/** An entry where it is to stand. */
interface Placed {
  /** Undefined where it is new. */
  readonly entry: Entry | undefined;
  readonly indent: string;
  readonly above: Placed | undefined;
}

/**
 * Goes through the lines as they are to stand, as the reader would settle what belongs to what: by indentation alone, for
 * what kind a line is does not change with its place. White space of tabs and spaces that do not compare, and what cannot
 * be read in between, make that something other than how it looks.
 */
export function keepsNesting(file: MapFile, changes: readonly LineChange[]): boolean {
  let left = inOrder(changes);
  while (left.length > 0) {
    const settled = settledFrom(file, left);
    if (settled === undefined) return false;
    left = left.slice(settled);
  }
  return true;
}

/** How many of these changes lie before the first line from which on all stands as before; undefined where something does not belong where it should. */
function settledFrom(file: MapFile, changes: readonly LineChange[]): number | undefined {
  const start = boundaryBefore(file, changes[0]?.first ?? 0);
  const passed = (number: number): number => changes.filter(({ after }) => after <= number).length;
  let previous: Placed | undefined;
  let open: { readonly line: Line; readonly indent: string; readonly owner: Entry | undefined }[] = [];
  // A blank line begins a paragraph of whatever the line before it belongs to.
  let latest: Entry | undefined;
  const broken = new Set<Entry | undefined>();
  for (const { row, number } of rowsFrom(file, start, changes)) {
    const kind = row.line?.reading.kind ?? (row.text === "" ? "blank" : "entry");
    const indent = indentOfRow(row);
    if (kind === "blank") broken.add(latest);
    if (row.line !== undefined && pieceOf(row.line) !== "") {
      const { owner } = row.line;
      if (kind === "text" && owner !== undefined && broken.has(owner) !== beginsParagraph(owner, row.line))
        return undefined;
      broken.delete(owner);
    }
    if (kind === "heading") {
      if (passed(number) > 0) return passed(number);
      latest = undefined;
      previous = undefined;
      open = [];
    } else if (kind === "entry") {
      const above = outside(previous, indent);
      const isNew = above !== undefined && above.entry === undefined;
      if (isNew || above?.entry !== row.under) return undefined;
      // From here on everything stands as before.
      if (above === undefined && passed(number) > 0) return passed(number);
      previous = { entry: row.line?.owner, indent, above };
      latest = row.line?.owner;
      open = [];
    } else if (kind === "attribute" || kind === "text") {
      const attribute = kind === "text" ? open.findLast((one) => isOutside(one.indent, indent)) : undefined;
      const above = attribute === undefined ? outside(previous, indent) : undefined;
      const owner = attribute?.owner ?? above?.entry;
      const isNew = above !== undefined && above.entry === undefined;
      if (isNew || row.line === undefined || owner !== row.line.owner || attribute?.line !== row.line.attribute) {
        return undefined;
      }
      latest = owner ?? latest;
      if (kind === "attribute" && owner !== undefined) open.push({ line: row.line, indent, owner });
    }
  }
  return changes.length;
}

/** Whether a blank line of an entry stands between a line of it and the last one before that says something. */
function beginsParagraph({ lines }: Entry, line: Line): boolean {
  for (let at = lines.indexOf(line) - 1; at >= 0; at--) {
    const above = lines[at];
    if (above?.reading.kind === "blank") return true;
    if (above !== undefined && pieceOf(above) !== "") return false;
  }
  return false;
}

function outside(placed: Placed | undefined, indent: string): Placed | undefined {
  let at = placed;
  while (at !== undefined && !isOutside(at.indent, indent)) at = at.above;
  return at;
}

/** The last line before one that begins what stands by itself; all below it can be settled from there. */
function boundaryBefore({ syntax: { lines } }: MapFile, number: number): number {
  for (let at = number - 1; at >= 0; at--) {
    const line = lines.at(at);
    if (line?.reading.kind === "heading") return at;
    if (line?.owner?.line === line && line?.owner?.parent === undefined) return at;
  }
  return 0;
}

/** The lines of a file from one on, with those changes; the number that each had, for what is put there that of the change. */
function* rowsFrom(
  file: MapFile,
  start: number,
  changes: readonly LineChange[],
): Iterable<{ readonly row: Row; readonly number: number }> {
  let number = start;
  const { length } = file.syntax.lines;
  for (const { first, after, rows } of changes) {
    for (; number < first; number++) yield* rowAt(file, number);
    for (const row of rows) yield { row, number: -1 };
    number = after;
  }
  for (; number < length; number++) yield* rowAt(file, number);
}

function* rowAt(file: MapFile, number: number): Iterable<{ readonly row: Row; readonly number: number }> {
  for (const row of asTheyAre(file, { first: number, after: number + 1 })) yield { row, number };
}
