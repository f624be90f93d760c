/** Which line belongs to which entry: by indentation, compared as the white space itself. */
import { asWritable, type Entry, type EntryId, recomputeText } from "./entry.ts";
import type { Line, LineList } from "./lineList.ts";
import type { EntryLine } from "./scanLine.ts";

/** What an edit did to the entries of a document. Sets of entries that still stand, `removed` aside. */
export interface SyntaxChange {
  readonly added: Set<Entry>;
  readonly removed: Set<Entry>;
  /** Entries whose head reads otherwise. */
  readonly headChanged: Set<Entry>;
  /** Entries whose text or attributes read otherwise. */
  readonly textChanged: Set<Entry>;
  /** Entries that stand at another depth, under another entry or before or after others now. */
  readonly moved: Set<Entry>;
  /** Entries that gained, lost or reordered children; undefined stands for the document. */
  readonly childrenChanged: Set<Entry | undefined>;
  /** Lines that belong to nothing now, or read otherwise, or did so before. */
  readonly strays: Set<Line>;
  /** Headings that came, went, moved or read otherwise. */
  readonly headings: Set<Line>;
}

export const emptyChange = (): SyntaxChange => ({
  added: new Set(),
  removed: new Set(),
  headChanged: new Set(),
  textChanged: new Set(),
  moved: new Set(),
  childrenChanged: new Set(),
  strays: new Set(),
  headings: new Set(),
});

/** Whether the indentation `outer` is a proper beginning of `inner`, so that what has `inner` belongs under it. */
export const isShallower = (outer: string, inner: string): boolean =>
  inner.length > outer.length && inner.startsWith(outer);

/** The entries of a document as a forest, with what makes and forgets them. */
export interface EntryForest {
  readonly lines: LineList;
  /** Top-level entries in order. */
  readonly roots: readonly Entry[];
  readonly entries: ReadonlyMap<EntryId, Entry>;
  /** Lines that belong to nothing and are not meant to: neither blank, comment, heading nor entry. */
  readonly strays: ReadonlySet<Line>;
  /** A new entry for a line. */
  createEntry(line: Line, reading: EntryLine): Entry;
}

/**
 * Settles anew to which entries the lines from number `first` up to `last` belong, and those after them whose place
 * depends on these: it goes on until an entry stands under the same, unmoved entry as before.
 * @param shrunkEntries entries that have lost lines
 * @returns how many lines were settled
 */
export function nest(
  forest: EntryForest,
  first: number,
  last: number,
  shrunkEntries: Iterable<Entry>,
  change: SyntaxChange,
): number {
  const { lines } = forest;
  const newLinesByEntry = new Map<Entry, Line[]>();
  for (const entry of shrunkEntries) newLinesByEntry.set(entry, []);
  const assignOwner = (line: Line, owner: Entry | undefined, attribute: Line | undefined): void => {
    const writableLine = asWritable(line);
    if (line.owner !== undefined && line.owner !== owner && !newLinesByEntry.has(line.owner))
      newLinesByEntry.set(line.owner, []);
    writableLine.owner = owner;
    writableLine.attribute = attribute;
    if (owner !== undefined) {
      const newLines = newLinesByEntry.get(owner);
      if (newLines === undefined) newLinesByEntry.set(owner, [line]);
      else newLines.push(line);
    }
  };

  let at = boundaryBefore(lines, first);
  const start = at;
  let previous: Entry | undefined;
  let openAttributes: Line[] = [];
  let lastOwnedLine: Line | undefined;
  const strays = forest.strays as Set<Line>;
  const isMovedCache = new Map<Entry, boolean>();
  for (; at < lines.length; at++) {
    const line = lines.at(at);
    if (line === undefined) break;
    const { scanned } = line;
    if (scanned.kind === "entry") {
      const existing = line.owner?.line === line && forest.entries.has(line.owner.id) ? line.owner : undefined;
      // The entry before the first line stands where it stood; what is around it was not looked at.
      const parent = at < first && existing !== undefined ? existing.parent : enclosingEntry(previous, scanned.indent);
      if (existing !== undefined && at >= last && existing.parent === parent && !isMoved(parent, change, isMovedCache))
        break;
      const entry = existing ?? forest.createEntry(line, scanned);
      setParent(entry, parent, existing === undefined, change);
      assignOwner(line, entry, undefined);
      previous = entry;
      openAttributes = [];
      lastOwnedLine = line;
    } else if (scanned.kind === "heading") {
      if (at >= last) break;
      assignOwner(line, undefined, undefined);
      previous = undefined;
      openAttributes = [];
      lastOwnedLine = undefined;
    } else if (scanned.kind === "blank" || scanned.kind === "comment") {
      assignOwner(
        line,
        lastOwnedLine?.owner,
        lastOwnedLine?.attribute ?? (lastOwnedLine?.scanned.kind === "attribute" ? lastOwnedLine : undefined),
      );
    } else if (scanned.kind === "unreadable") {
      assignOwner(line, undefined, undefined);
    } else {
      const attribute =
        scanned.kind === "text"
          ? openAttributes.findLast((one) => isShallower(indentOf(one), scanned.indent))
          : undefined;
      const owner = attribute?.owner ?? enclosingEntry(previous, scanned.indent);
      assignOwner(line, owner, attribute);
      if (scanned.kind === "attribute" && owner !== undefined) openAttributes.push(line);
      if (owner !== undefined) lastOwnedLine = line;
    }
    const isStrayLine = isStray(line);
    if (isStrayLine !== strays.has(line)) change.strays.add(line);
    if (isStrayLine) strays.add(line);
    else strays.delete(line);
  }
  for (const [entry, newLines] of newLinesByEntry)
    if (forest.entries.has(entry.id)) updateOwnLines(forest, entry, newLines, change);
  sortChildren(forest, change);
  return at - start;
}

/** Whether a line is none of the language, or has nothing above it to belong to. */
const isStray = ({ scanned, owner }: Line): boolean =>
  scanned.kind === "unreadable" || ((scanned.kind === "text" || scanned.kind === "attribute") && owner === undefined);

/** The white space that a line begins with; none of one that can belong to nothing. */
export const indentOf = ({ scanned }: Line): string => ("indent" in scanned ? scanned.indent : "");

/** The number of the nearest entry or heading before line `number`, or 0. */
function boundaryBefore(lines: LineList, number: number): number {
  for (let at = number - 1; at >= 0; at--) {
    const kind = lines.at(at)?.scanned.kind;
    if (kind === "entry" || kind === "heading") return at;
  }
  return 0;
}

/** The nearest of `entry` and the entries around it under which a line with this indentation belongs. */
function enclosingEntry(entry: Entry | undefined, indent: string): Entry | undefined {
  let at = entry;
  while (at !== undefined && !isShallower(at.indent, indent)) at = at.parent;
  return at;
}

/**
 * Whether an entry, or one above it, is new or moved. To be asked only of entries that are settled: what was found of
 * them is kept in `known`, so that depth is not walked again for each line.
 */
function isMoved(entry: Entry | undefined, { moved, added }: SyntaxChange, cache: Map<Entry, boolean>): boolean {
  const visited: Entry[] = [];
  let at = entry;
  while (at !== undefined && !cache.has(at) && !moved.has(at) && !added.has(at)) {
    visited.push(at);
    at = at.parent;
  }
  const result = at !== undefined && (cache.get(at) ?? true);
  for (const one of visited) cache.set(one, result);
  return result;
}

function setParent(entry: Entry, parent: Entry | undefined, isNew: boolean, change: SyntaxChange): void {
  if (isNew) change.added.add(entry);
  else if (entry.parent === parent) return;
  else {
    change.childrenChanged.add(entry.parent);
    change.moved.add(entry);
  }
  change.childrenChanged.add(parent);
  asWritable(entry).parent = parent;
}

/** Makes the lines of an entry anew: those it keeps and those it was given, in order. */
function updateOwnLines(forest: EntryForest, entry: Entry, newLines: readonly Line[], change: SyntaxChange): void {
  const writableEntry = asWritable(entry);
  change.textChanged.add(entry);
  if (entry.lines.length === 0) {
    // A new entry: its lines were given in order.
    writableEntry.lines = newLines;
    recomputeText(entry);
    return;
  }
  const lines = new Set([
    ...entry.lines.filter((line) => line.owner === entry),
    ...newLines.filter((line) => line.owner === entry),
  ]);
  const lineNumber = (line: Line): number => forest.lines.numberOf(line);
  writableEntry.lines = [...lines].sort((a, b) => lineNumber(a) - lineNumber(b));
  recomputeText(entry);
}

/** Puts the children of all entries that gained, lost or moved some into order. */
function sortChildren(forest: EntryForest, change: SyntaxChange): void {
  if (change.childrenChanged.size === 0) return;
  const lineNumber = (entry: Entry): number => forest.lines.numberOf(entry.line);
  const gained = new Map<Entry | undefined, Entry[]>();
  for (const entry of [...change.added, ...change.moved]) {
    const list = gained.get(entry.parent);
    if (list === undefined) gained.set(entry.parent, [entry]);
    else list.push(entry);
  }
  for (const parent of change.childrenChanged) {
    if (parent !== undefined && !forest.entries.has(parent.id)) continue;
    const old = parent === undefined ? forest.roots : parent.children;
    const kept = old.filter((entry) => entry.parent === parent && forest.entries.get(entry.id) === entry);
    const children = [...new Set([...kept, ...(gained.get(parent) ?? [])])].sort(
      (a, b) => lineNumber(a) - lineNumber(b),
    );
    if (parent === undefined) asWritable(forest).roots = children;
    else asWritable(parent).children = children;
  }
}
