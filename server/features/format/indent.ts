/** How deep each line stands: an entry one step under its parent, what it says and its attributes one step under it. */
import type { Entry, Line } from "../../core/language/entry.ts";
import { indentOf } from "../../core/language/nesting.ts";

export interface EntryDepths {
  /** The depth of an entry, 0 at the left edge. */
  readonly of: (entry: Entry) => number;
}

/** Depths, each counted once. */
export function createEntryDepths(): EntryDepths {
  const depths = new Map<Entry, number>();
  return {
    of(entry) {
      const above: Entry[] = [];
      let at: Entry | undefined = entry;
      while (at !== undefined && !depths.has(at)) {
        above.push(at);
        at = at.parent;
      }
      let depth = at === undefined ? -1 : (depths.get(at) ?? 0);
      for (const one of above.toReversed()) depths.set(one, ++depth);
      return depths.get(entry) ?? 0;
    },
  };
}

/** How deep a line belongs; undefined where its depth says nothing. */
export function depthOf(line: Line, { of }: EntryDepths): number | undefined {
  const { owner, scanned, attribute } = line;
  if (owner === undefined) return undefined;
  if (owner.line === line) return of(owner);
  if (scanned.kind === "attribute") return of(owner) + 1;
  return scanned.kind === "text" ? of(owner) + (attribute === undefined ? 1 : 2) : undefined;
}

/**
 * Whether the lines of one top-level entry, written at their depths, belong to what they belong to now. White space of
 * tabs and spaces that do not compare can be read in ways that no depth says.
 */
export function keepsOwners(lines: readonly Line[], entryDepths: EntryDepths): boolean {
  let previous: Entry | undefined;
  let openAttributes: Line[] = [];
  for (const line of lines) {
    const { owner, scanned } = line;
    const depth = depthOf(line, entryDepths);
    if (owner === undefined || depth === undefined) {
      // What belongs to nothing stands where it stands; what stands under it is not ours to move.
      if (scanned.kind === "text" || scanned.kind === "attribute") return false;
      continue;
    }
    if (owner.line === line) {
      // An entry that stands at the left edge of nothing is no mistake of white space.
      if (owner.parent === undefined && indentOf(line) !== "") return false;
      if (enclosingAtDepth(previous, depth, entryDepths) !== owner.parent) return false;
      previous = owner;
      openAttributes = [];
      continue;
    }
    const attribute =
      scanned.kind === "text"
        ? openAttributes.findLast((one) => (depthOf(one, entryDepths) ?? depth) < depth)
        : undefined;
    if (attribute !== line.attribute) return false;
    if (attribute === undefined && enclosingAtDepth(previous, depth, entryDepths) !== owner) return false;
    if (scanned.kind === "attribute") openAttributes.push(line);
  }
  return true;
}

function enclosingAtDepth(entry: Entry | undefined, depth: number, entryDepths: EntryDepths): Entry | undefined {
  let current = entry;
  while (current !== undefined && entryDepths.of(current) >= depth) current = current.parent;
  return current;
}
