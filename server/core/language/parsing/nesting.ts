/** Assigns lines to entries by indentation, which is compared as the white space itself. */
import { asWritable, type Entry, type Line, type Lines, recomputeText, type SyntaxTree } from "../entry.ts";
import { asUnfinishedEntry } from "../intent/unfinishedEntry.ts";
import type { EntryLine } from "./scanLine.ts";

/** The effect of an edit on the entries of a document. All sets except `removed` contain only entries that still exist. */
export interface SyntaxChange {
  readonly added: Set<Entry>;
  readonly removed: Set<Entry>;
  /** Entries whose head changed, or an attribute that changes the argument. */
  readonly headChanged: Set<Entry>;
  /** Entries whose text or attributes changed. */
  readonly textChanged: Set<Entry>;
  /** Entries with a new depth, a new parent or a new order among their siblings. */
  readonly moved: Set<Entry>;
  /** Entries that gained, lost or reordered children; undefined stands for the document. */
  readonly childrenChanged: Set<Entry | undefined>;
  /** Lines that became strays, ceased to be, or changed while they were. */
  readonly strays: Set<Line>;
  /** Headings that were added, removed, moved or changed. */
  readonly headings: Set<Line>;
}

/** Returns a change without any effect, to be filled in. */
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

/** Whether the indentation `outer` is a proper prefix of `inner`, so that a line with `inner` belongs under it. */
export const isShallower = (outer: string, inner: string): boolean =>
  inner.length > outer.length && inner.startsWith(outer);

/** A syntax tree that {@link nest} can change. */
export interface MutableSyntaxTree extends SyntaxTree {
  readonly strays: Set<Line>;
  /** Adds an entry for a line. */
  createEntry(line: Line, scanned: EntryLine): Entry;
  /** Removes the entry of a line that is no longer one. */
  removeEntry(entry: Entry, change: SyntaxChange): void;
}

/**
 * Assigns the lines from number `first` up to `last` to entries, and then the following lines that depend on them, until
 * an entry keeps its parent and the parent has not moved.
 * @param shrunkEntries entries that have lost lines
 * @returns the number of lines that were assigned
 */
export function nest(
  tree: MutableSyntaxTree,
  first: number,
  last: number,
  shrunkEntries: Iterable<Entry>,
  change: SyntaxChange,
): number {
  const { lines, strays } = tree;
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
  const isMovedCache = new Map<Entry, boolean>();
  for (; at < lines.length; at++) {
    const line = lines.at(at);
    if (line === undefined) break;
    updateUnfinishedEntry(tree, line, at, change);
    const { scanned } = line;
    if (scanned.kind === "entry") {
      const existing = line.owner?.line === line && tree.entries.has(line.owner.id) ? line.owner : undefined;
      // The entry before the first line keeps its parent, which this pass has not seen.
      const parent = at < first && existing !== undefined ? existing.parent : enclosingEntry(previous, scanned.indent);
      if (existing !== undefined && at >= last && existing.parent === parent && !isMoved(parent, change, isMovedCache))
        break;
      const entry = existing ?? tree.createEntry(line, scanned);
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
    if (tree.entries.has(entry.id)) updateOwnLines(tree, entry, newLines, change);
  sortChildren(tree, change);
  return at - start;
}

/** Whether a line is not valid, or has no entry to belong to. */
const isStray = ({ scanned, owner }: Line): boolean =>
  scanned.kind === "unreadable" || ((scanned.kind === "text" || scanned.kind === "attribute") && owner === undefined);

/** Returns the indentation of a line; `""` for a line that cannot be indented. */
export const indentOf = ({ scanned }: Line): string => ("indent" in scanned ? scanned.indent : "");

/**
 * Returns the number of the nearest entry or heading before line `number`, or 0. Unfinished entries are passed over, as
 * they depend on the lines below them.
 */
function boundaryBefore(lines: Lines, number: number): number {
  for (let at = number - 1; at >= 0; at--) {
    const scanned = lines.at(at)?.scanned;
    if ((scanned?.kind === "entry" && scanned.withoutChildren === undefined) || scanned?.kind === "heading") return at;
  }
  return 0;
}

/**
 * Reads a line that is meant as an entry as one if an entry or attribute is indented under it, so that this belongs to
 * nothing else. Reads it as before if that no longer holds.
 */
function updateUnfinishedEntry(tree: MutableSyntaxTree, line: Line, number: number, change: SyntaxChange): void {
  const { scanned, owner } = line;
  const isUnfinished = scanned.kind === "entry" && scanned.withoutChildren !== undefined;
  const plain = scanned.kind === "entry" ? scanned.withoutChildren : scanned;
  const mayBeEntry = (plain?.kind === "text" || plain?.kind === "unreadable") && hasChildren(tree.lines, number);
  const entryLine = isUnfinished && mayBeEntry ? scanned : mayBeEntry ? asUnfinishedEntry(plain) : undefined;
  const existing = owner?.line === line ? owner : undefined;
  if (plain !== undefined && entryLine === undefined) {
    asWritable(line).scanned = plain;
    if (existing === undefined) return;
    tree.removeEntry(existing, change);
    asWritable(line).owner = undefined;
  } else if (entryLine !== undefined && entryLine !== scanned) {
    asWritable(line).scanned = entryLine;
    if (existing === undefined) return;
    const entry = asWritable(existing);
    if (entry.indent !== entryLine.indent) change.moved.add(existing);
    entry.head = entryLine.head;
    entry.indent = entryLine.indent;
    change.headChanged.add(existing);
  }
}

/** Whether the next entry or attribute below a line is indented under it, with at most more indented text between. */
function hasChildren(lines: Lines, number: number): boolean {
  const line = lines.at(number);
  if (line === undefined) return false;
  const indent = indentOf(line);
  for (let at = number + 1; at < lines.length; at++) {
    const below = lines.at(at);
    // Whether a line below is an unfinished entry is decided later.
    const kind =
      below?.scanned.kind === "entry" ? (below.scanned.withoutChildren?.kind ?? "entry") : below?.scanned.kind;
    if (below === undefined || kind === "heading" || kind === "unreadable") return false;
    if (kind === "blank" || kind === "comment") continue;
    if (!isShallower(indent, indentOf(below))) return false;
    if (kind !== "text") return true;
  }
  return false;
}

/** Returns the nearest of `entry` and its ancestors that a line with this indentation belongs under. */
function enclosingEntry(entry: Entry | undefined, indent: string): Entry | undefined {
  let at = entry;
  while (at !== undefined && !isShallower(at.indent, indent)) at = at.parent;
  return at;
}

/**
 * Whether an entry or one of its ancestors is new or moved. Call it only for entries whose parent is final: the results
 * are kept in `cache`, so that the ancestors are not walked again for each line.
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

/** Updates the lines of an entry: the ones it keeps and the new ones, in order. */
function updateOwnLines(tree: SyntaxTree, entry: Entry, newLines: readonly Line[], change: SyntaxChange): void {
  const writableEntry = asWritable(entry);
  change.textChanged.add(entry);
  if (entry.lines.length === 0) {
    // A new entry: its lines were added in order.
    writableEntry.lines = newLines;
    recomputeText(entry);
    return;
  }
  const lines = new Set([
    ...entry.lines.filter((line) => line.owner === entry),
    ...newLines.filter((line) => line.owner === entry),
  ]);
  const lineNumber = (line: Line): number => tree.lines.numberOf(line);
  writableEntry.lines = [...lines].sort((a, b) => lineNumber(a) - lineNumber(b));
  if (recomputeText(entry)) change.headChanged.add(entry);
}

/** Sorts the children of all entries that gained, lost or reordered some. */
function sortChildren(tree: SyntaxTree, change: SyntaxChange): void {
  if (change.childrenChanged.size === 0) return;
  const lineNumber = (entry: Entry): number => tree.lines.numberOf(entry.line);
  const gained = new Map<Entry | undefined, Entry[]>();
  for (const entry of [...change.added, ...change.moved]) {
    const list = gained.get(entry.parent);
    if (list === undefined) gained.set(entry.parent, [entry]);
    else list.push(entry);
  }
  for (const parent of change.childrenChanged) {
    if (parent !== undefined && !tree.entries.has(parent.id)) continue;
    const old = parent === undefined ? tree.roots : parent.children;
    const kept = old.filter((entry) => entry.parent === parent && tree.entries.get(entry.id) === entry);
    const children = [...new Set([...kept, ...(gained.get(parent) ?? [])])].sort(
      (a, b) => lineNumber(a) - lineNumber(b),
    );
    if (parent === undefined) asWritable(tree).roots = children;
    else asWritable(parent).children = children;
  }
}
