/** Which line belongs to which entry: by indentation, compared as the white space itself. */
import { type Entry, type EntryId, settle, writable } from "./entry.ts";
import type { Line, LineList } from "./lineList.ts";
import type { EntryLine } from "./scanLine.ts";

/** What an edit did to the entries of a document. Sets of entries that still stand, `removed` aside. */
export interface Change {
  readonly added: Set<Entry>;
  readonly removed: Set<Entry>;
  /** Entries whose head reads otherwise. */
  readonly heads: Set<Entry>;
  /** Entries whose text or attributes read otherwise. */
  readonly texts: Set<Entry>;
  /** Entries that stand at another depth, under another entry or before or after others now. */
  readonly moved: Set<Entry>;
  /** Entries that gained, lost or reordered children; undefined stands for the document. */
  readonly parents: Set<Entry | undefined>;
  /** Lines that belong to nothing now, or read otherwise, or did so before. */
  readonly strays: Set<Line>;
  /** Headings that came, went, moved or read otherwise. */
  readonly headings: Set<Line>;
}

export const noChange = (): Change => ({
  added: new Set(),
  removed: new Set(),
  heads: new Set(),
  texts: new Set(),
  moved: new Set(),
  parents: new Set(),
  strays: new Set(),
  headings: new Set(),
});

/** Whether the indentation `outer` is a proper beginning of `inner`, so that what has `inner` belongs under it. */
export const isOutside = (outer: string, inner: string): boolean =>
  inner.length > outer.length && inner.startsWith(outer);

/** The entries of a document as a forest, with what makes and forgets them. */
export interface Forest {
  readonly lines: LineList;
  /** Top-level entries in order. */
  readonly roots: readonly Entry[];
  readonly entries: ReadonlyMap<EntryId, Entry>;
  /** Lines that belong to nothing and are not meant to: neither blank, comment, heading nor entry. */
  readonly strays: ReadonlySet<Line>;
  /** A new entry for a line. */
  create(line: Line, reading: EntryLine): Entry;
}

/**
 * Settles anew to which entries the lines from number `first` up to `last` belong, and those after them whose place
 * depends on these: it goes on until an entry stands under the same, unmoved entry as before.
 * @param losers entries that have lost lines
 * @returns how many lines were settled
 */
export function nest(forest: Forest, first: number, last: number, losers: Iterable<Entry>, change: Change): number {
  const { lines } = forest;
  const dirty = new Map<Entry, Line[]>();
  for (const entry of losers) dirty.set(entry, []);
  const give = (line: Line, owner: Entry | undefined, attribute: Line | undefined): void => {
    const changed = writable(line);
    if (line.owner !== undefined && line.owner !== owner && !dirty.has(line.owner)) dirty.set(line.owner, []);
    changed.owner = owner;
    changed.attribute = attribute;
    if (owner !== undefined) {
      const given = dirty.get(owner);
      if (given === undefined) dirty.set(owner, [line]);
      else given.push(line);
    }
  };

  let at = boundaryBefore(lines, first);
  const start = at;
  let previous: Entry | undefined;
  let open: Line[] = [];
  let latest: Line | undefined;
  const strays = forest.strays as Set<Line>;
  const asked = new Map<Entry, boolean>();
  for (; at < lines.length; at++) {
    const line = lines.at(at);
    if (line === undefined) break;
    const { reading } = line;
    if (reading.kind === "entry") {
      const known = line.owner?.line === line && forest.entries.has(line.owner.id) ? line.owner : undefined;
      // The entry before the first line stands where it stood; what is around it was not looked at.
      const parent = at < first && known !== undefined ? known.parent : entryOutside(previous, reading.indent);
      if (known !== undefined && at >= last && known.parent === parent && !isMoved(parent, change, asked)) break;
      const entry = known ?? forest.create(line, reading);
      place(entry, parent, known === undefined, change);
      give(line, entry, undefined);
      previous = entry;
      open = [];
      latest = line;
    } else if (reading.kind === "heading") {
      if (at >= last) break;
      give(line, undefined, undefined);
      previous = undefined;
      open = [];
      latest = undefined;
    } else if (reading.kind === "blank" || reading.kind === "comment") {
      give(line, latest?.owner, latest?.attribute ?? (latest?.reading.kind === "attribute" ? latest : undefined));
    } else if (reading.kind === "unreadable") {
      give(line, undefined, undefined);
    } else {
      const attribute =
        reading.kind === "text" ? open.findLast((one) => isOutside(indentOf(one), reading.indent)) : undefined;
      const owner = attribute?.owner ?? entryOutside(previous, reading.indent);
      give(line, owner, attribute);
      if (reading.kind === "attribute" && owner !== undefined) open.push(line);
      if (owner !== undefined) latest = line;
    }
    const stray = isStray(line);
    if (stray !== strays.has(line)) change.strays.add(line);
    if (stray) strays.add(line);
    else strays.delete(line);
  }
  for (const [entry, given] of dirty) if (forest.entries.has(entry.id)) reclaim(forest, entry, given, change);
  reorder(forest, change);
  return at - start;
}

/** Whether a line is none of the language, or has nothing above it to belong to. */
const isStray = ({ reading, owner }: Line): boolean =>
  reading.kind === "unreadable" || ((reading.kind === "text" || reading.kind === "attribute") && owner === undefined);

/** The white space that a line begins with; none of one that can belong to nothing. */
export const indentOf = ({ reading }: Line): string => ("indent" in reading ? reading.indent : "");

/** The number of the nearest entry or heading before line `number`, or 0. */
function boundaryBefore(lines: LineList, number: number): number {
  for (let at = number - 1; at >= 0; at--) {
    const kind = lines.at(at)?.reading.kind;
    if (kind === "entry" || kind === "heading") return at;
  }
  return 0;
}

/** The nearest of `entry` and the entries around it under which a line with this indentation belongs. */
function entryOutside(entry: Entry | undefined, indent: string): Entry | undefined {
  let at = entry;
  while (at !== undefined && !isOutside(at.indent, indent)) at = at.parent;
  return at;
}

/**
 * Whether an entry, or one above it, is new or moved. To be asked only of entries that are settled: what was found of
 * them is kept in `known`, so that depth is not walked again for each line.
 */
function isMoved(entry: Entry | undefined, { moved, added }: Change, known: Map<Entry, boolean>): boolean {
  const passed: Entry[] = [];
  let at = entry;
  while (at !== undefined && !known.has(at) && !moved.has(at) && !added.has(at)) {
    passed.push(at);
    at = at.parent;
  }
  const isSo = at !== undefined && (known.get(at) ?? true);
  for (const one of passed) known.set(one, isSo);
  return isSo;
}

function place(entry: Entry, parent: Entry | undefined, fresh: boolean, change: Change): void {
  if (fresh) change.added.add(entry);
  else if (entry.parent === parent) return;
  else {
    change.parents.add(entry.parent);
    change.moved.add(entry);
  }
  change.parents.add(parent);
  writable(entry).parent = parent;
}

/** Makes the lines of an entry anew: those it keeps and those it was given, in order. */
function reclaim(forest: Forest, entry: Entry, given: readonly Line[], change: Change): void {
  const changed = writable(entry);
  change.texts.add(entry);
  if (entry.lines.length === 0) {
    // A new entry: its lines were given in order.
    changed.lines = given;
    settle(entry);
    return;
  }
  const lines = new Set([
    ...entry.lines.filter((line) => line.owner === entry),
    ...given.filter((line) => line.owner === entry),
  ]);
  const number = (line: Line): number => forest.lines.numberOf(line);
  changed.lines = [...lines].sort((a, b) => number(a) - number(b));
  settle(entry);
}

/** Puts the children of all entries that gained, lost or moved some into order. */
function reorder(forest: Forest, change: Change): void {
  if (change.parents.size === 0) return;
  const number = (entry: Entry): number => forest.lines.numberOf(entry.line);
  const gained = new Map<Entry | undefined, Entry[]>();
  for (const entry of [...change.added, ...change.moved]) {
    const list = gained.get(entry.parent);
    if (list === undefined) gained.set(entry.parent, [entry]);
    else list.push(entry);
  }
  for (const parent of change.parents) {
    if (parent !== undefined && !forest.entries.has(parent.id)) continue;
    const old = parent === undefined ? forest.roots : parent.children;
    const kept = old.filter((entry) => entry.parent === parent && forest.entries.get(entry.id) === entry);
    const children = [...new Set([...kept, ...(gained.get(parent) ?? [])])].sort((a, b) => number(a) - number(b));
    if (parent === undefined) writable(forest).roots = children;
    else writable(parent).children = children;
  }
}
