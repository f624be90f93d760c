/** Checks that after an edit each moved line has its intended parent, and every other line keeps its own. */
import { type Entry, type Line, lineText } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/parsing/nesting.ts";
import { mergeChanges } from "./lineEdits.ts";
import type { LineChange, NewLine } from "./model.ts";
import { copyLinesUnchanged, indentOfNewLine } from "./newLines.ts";
import { UnfinishedLines } from "./unfinishedLines.ts";

/** An entry at its position after the edit. */
interface PlacedEntry {
  /** Undefined for a new entry. */
  readonly entry: Entry | undefined;
  readonly indent: string;
  readonly parent: PlacedEntry | undefined;
}

/**
 * Whether the changes keep the nesting as intended. The check repeats what the parser does with the new lines: it
 * nests them by indentation alone, because the kind of a line does not depend on its position, except for unfinished
 * entries. Tabs mixed with spaces, or unreadable lines in between, can nest a line differently from how it looks.
 */
export function keepsNesting(file: MapFile, changes: readonly LineChange[]): boolean {
  let remaining = mergeChanges(changes);
  while (remaining.length > 0) {
    const checkedCount = countCheckedChanges(file, remaining);
    if (checkedCount === undefined) return false;
    remaining = remaining.slice(checkedCount);
  }
  return true;
}

/**
 * Returns how many of the changes come before the first line after which the nesting is the same as before.
 * Returns undefined if a line would be nested wrongly.
 */
function countCheckedChanges(file: MapFile, changes: readonly LineChange[]): number | undefined {
  const start = boundaryBefore(file, changes[0]?.first ?? 0);
  const changesBefore = (number: number): number => changes.filter(({ after }) => after <= number).length;
  let previous: PlacedEntry | undefined;
  let openAttributes: { readonly line: Line; readonly indent: string; readonly owner: Entry | undefined }[] = [];
  // A blank line starts a new paragraph of the entry that owns the line before it.
  let lastOwner: Entry | undefined;
  const ownersAfterBlank = new Set<Entry | undefined>();
  const unfinishedLines = new UnfinishedLines<string>(isShallower);
  for (const { newLine, number } of newLinesFrom(file, start, changes)) {
    const kind = newLine.line?.scanned.kind ?? kindOfNewLine(newLine);
    const indent = indentOfNewLine(newLine);
    if (kind !== "blank" && !unfinishedLines.add(newLine.line?.scanned, indent)) return undefined;
    if (kind === "blank") ownersAfterBlank.add(lastOwner);
    if (newLine.line !== undefined && lineText(newLine.line) !== "") {
      const { owner } = newLine.line;
      if (
        kind === "text" &&
        owner !== undefined &&
        ownersAfterBlank.has(owner) !== startsParagraph(owner, newLine.line)
      )
        return undefined;
      ownersAfterBlank.delete(owner);
    }
    if (kind === "heading") {
      if (changesBefore(number) > 0) return changesBefore(number);
      lastOwner = undefined;
      previous = undefined;
      openAttributes = [];
    } else if (kind === "entry") {
      const parent = enclosingEntry(previous, indent);
      const isNew = parent !== undefined && parent.entry === undefined;
      if (isNew || parent?.entry !== newLine.parent) return undefined;
      // From this entry on, the nesting is the same as before.
      if (parent === undefined && changesBefore(number) > 0) return changesBefore(number);
      previous = { entry: newLine.line?.owner, indent, parent };
      lastOwner = newLine.line?.owner;
      openAttributes = [];
    } else if (kind === "attribute" || kind === "text") {
      const attribute = kind === "text" ? openAttributes.findLast((one) => isShallower(one.indent, indent)) : undefined;
      const above = attribute === undefined ? enclosingEntry(previous, indent) : undefined;
      const owner = attribute?.owner ?? above?.entry;
      const isNew = above !== undefined && above.entry === undefined;
      if (
        isNew ||
        newLine.line === undefined ||
        owner !== newLine.line.owner ||
        attribute?.line !== newLine.line.attribute
      ) {
        return undefined;
      }
      lastOwner = owner ?? lastOwner;
      if (kind === "attribute" && owner !== undefined) openAttributes.push({ line: newLine.line, indent, owner });
    }
  }
  return unfinishedLines.finish() ? changes.length : undefined;
}

/** The kind of a line that is no copy: an entry, unless it is blank or a comment. */
const kindOfNewLine = ({ text }: NewLine): "blank" | "comment" | "entry" =>
  text === "" ? "blank" : text.trimStart().startsWith("//") ? "comment" : "entry";

/** Whether a blank line separates a line of an entry from the entry's last non-empty line above it. */
function startsParagraph({ lines }: Entry, line: Line): boolean {
  for (let at = lines.indexOf(line) - 1; at >= 0; at--) {
    const above = lines[at];
    if (above?.scanned.kind === "blank") return true;
    if (above !== undefined && lineText(above) !== "") return false;
  }
  return false;
}

function enclosingEntry(previous: PlacedEntry | undefined, indent: string): PlacedEntry | undefined {
  let current = previous;
  while (current !== undefined && !isShallower(current.indent, indent)) current = current.parent;
  return current;
}

/** The last heading or top-level entry above a line. Nesting below it does not depend on anything above it. */
function boundaryBefore({ syntax: { lines } }: MapFile, number: number): number {
  for (let at = number - 1; at >= 0; at--) {
    const line = lines.at(at);
    if (line?.scanned.kind === "heading") return at;
    if (line?.owner?.line === line && line?.owner?.parent === undefined) return at;
  }
  return 0;
}

/** The lines of a file after the changes, from line `start` on, with their old numbers; -1 for a new or moved line. */
function* newLinesFrom(
  file: MapFile,
  start: number,
  changes: readonly LineChange[],
): Iterable<{ readonly newLine: NewLine; readonly number: number }> {
  let number = start;
  const { length } = file.syntax.lines;
  for (const { first, after, newLines } of changes) {
    for (; number < first; number++) yield* newLineAt(file, number);
    for (const newLine of newLines) yield { newLine, number: -1 };
    number = after;
  }
  for (; number < length; number++) yield* newLineAt(file, number);
}

function* newLineAt(file: MapFile, number: number): Iterable<{ readonly newLine: NewLine; readonly number: number }> {
  for (const newLine of copyLinesUnchanged(file, { first: number, after: number + 1 })) yield { newLine, number };
}
