/** The depth of each line in formatted text: entries one step below their parents, text and attributes below their entries. */
import type { Entry, Line } from "../../core/language/entry.ts";
import { indentOf } from "../../core/language/parsing/nesting.ts";
import { UnfinishedLines } from "../textEdits/unfinishedLines.ts";

export interface EntryDepths {
  /** The number of ancestors of an entry. */
  readonly of: (entry: Entry) => number;
}

/** Memoized depths of entries. */
export function createEntryDepths(): EntryDepths {
  const depths = new Map<Entry, number>();
  return {
    of(entry) {
      const path: Entry[] = [];
      let ancestor: Entry | undefined = entry;
      while (ancestor !== undefined && !depths.has(ancestor)) {
        path.push(ancestor);
        ancestor = ancestor.parent;
      }
      let depth = ancestor === undefined ? -1 : (depths.get(ancestor) ?? 0);
      for (const descendant of path.toReversed()) depths.set(descendant, ++depth);
      return depth;
    },
  };
}

/** The depth of a line in formatted text; undefined for lines whose indentation has no meaning. */
export function depthOf(line: Line, { of }: EntryDepths): number | undefined {
  const { owner, scanned, attribute } = line;
  if (owner === undefined) return undefined;
  if (owner.line === line) return of(owner);
  if (scanned.kind === "attribute") return of(owner) + 1;
  return scanned.kind === "text" ? of(owner) + (attribute === undefined ? 1 : 2) : undefined;
}

/**
 * Whether the lines of one top-level entry, indented by their depths, would keep their parents, owners and attributes.
 * They may not if the file mixes tabs and spaces, or contains lines without an owner.
 */
export function keepsOwners(lines: readonly Line[], entryDepths: EntryDepths): boolean {
  let previous: Entry | undefined;
  let openAttributes: Line[] = [];
  const unfinishedLines = new UnfinishedLines<number>((outer, inner) => outer < inner);
  for (const line of lines) {
    const { owner, scanned } = line;
    const depth = depthOf(line, entryDepths);
    if (!unfinishedLines.add(scanned, depth ?? 0)) return false;
    if (owner === undefined || depth === undefined) {
      // An error line must keep its indentation, so the lines around it cannot move.
      if (scanned.kind === "text" || scanned.kind === "attribute") return false;
      continue;
    }
    if (owner.line === line) {
      // An indented entry without a parent is an error; moving it to the left edge would hide the error.
      if (owner.parent === undefined && indentOf(line) !== "") return false;
      if (enclosingAtDepth(previous, depth, entryDepths) !== owner.parent) return false;
      previous = owner;
      openAttributes = [];
      continue;
    }
    const attribute =
      scanned.kind === "text"
        ? openAttributes.findLast((open) => (depthOf(open, entryDepths) ?? depth) < depth)
        : undefined;
    if (attribute !== line.attribute) return false;
    if (attribute === undefined && enclosingAtDepth(previous, depth, entryDepths) !== owner) return false;
    if (scanned.kind === "attribute") openAttributes.push(line);
  }
  return unfinishedLines.finish();
}

/** The nearest entry, from `entry` up, that encloses a line of this depth. */
function enclosingAtDepth(entry: Entry | undefined, depth: number, entryDepths: EntryDepths): Entry | undefined {
  let current = entry;
  while (current !== undefined && entryDepths.of(current) >= depth) current = current.parent;
  return current;
}
