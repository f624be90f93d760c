/** How deep each line stands: an entry one step under its parent, what it says and its attributes one step under it. */
import type { Entry } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import { indentOf } from "../../core/language/nesting.ts";

export interface Indentation {
  /** The depth of an entry, 0 at the left edge. */
  readonly of: (entry: Entry) => number;
}

/** Depths, each counted once. */
export function indentation(): Indentation {
  const known = new Map<Entry, number>();
  return {
    of(entry) {
      const above: Entry[] = [];
      let at: Entry | undefined = entry;
      while (at !== undefined && !known.has(at)) {
        above.push(at);
        at = at.parent;
      }
      let depth = at === undefined ? -1 : (known.get(at) ?? 0);
      for (const one of above.toReversed()) known.set(one, ++depth);
      return known.get(entry) ?? 0;
    },
  };
}

/** How deep a line belongs; undefined where its depth says nothing. */
export function depthOf(line: Line, { of }: Indentation): number | undefined {
  const { owner, reading, attribute } = line;
  if (owner === undefined) return undefined;
  if (owner.line === line) return of(owner);
  if (reading.kind === "attribute") return of(owner) + 1;
  return reading.kind === "text" ? of(owner) + (attribute === undefined ? 1 : 2) : undefined;
}

/**
 * Whether the lines of one top-level entry, written at their depths, belong to what they belong to now. White space of
 * tabs and spaces that do not compare can be read in ways that no depth says.
 */
export function keepsOwners(lines: readonly Line[], depths: Indentation): boolean {
  let previous: Entry | undefined;
  let open: Line[] = [];
  for (const line of lines) {
    const { owner, reading } = line;
    const depth = depthOf(line, depths);
    if (owner === undefined || depth === undefined) {
      // What belongs to nothing stands where it stands; what stands under it is not ours to move.
      if (reading.kind === "text" || reading.kind === "attribute") return false;
      continue;
    }
    if (owner.line === line) {
      // An entry that stands at the left edge of nothing is no mistake of white space.
      if (owner.parent === undefined && indentOf(line) !== "") return false;
      if (outside(previous, depth, depths) !== owner.parent) return false;
      previous = owner;
      open = [];
      continue;
    }
    const attribute =
      reading.kind === "text" ? open.findLast((one) => (depthOf(one, depths) ?? depth) < depth) : undefined;
    if (attribute !== line.attribute) return false;
    if (attribute === undefined && outside(previous, depth, depths) !== owner) return false;
    if (reading.kind === "attribute") open.push(line);
  }
  return true;
}

function outside(entry: Entry | undefined, depth: number, depths: Indentation): Entry | undefined {
  let at = entry;
  while (at !== undefined && depths.of(at) >= depth) at = at.parent;
  return at;
}
