/** The syntax tree of a map: entries nested by indentation, and the lines that they consist of. */
import { withoutMarkup } from "../strings/inlineMarkup.ts";
import type { Head } from "./head.ts";
import type { ScannedLine } from "./parsing/scanLine.ts";
import { graphKeys } from "./vocabulary.ts";

declare const entryId: unique symbol;
/** Identity of an entry. It survives edits of the entry's text, name and place, and is never used again. */
export type EntryId = number & { readonly [entryId]: true };

/** Returns a new identity on each call. */
export type IdGenerator = () => EntryId;

/** Returns a generator that counts up from the number after `last`. */
export function createIdGenerator(last: number): IdGenerator {
  let previousId = last;
  // The only place where a number becomes an identity.
  return () => ++previousId as EntryId;
}

/** The syntax of one file, read-only. */
export interface SyntaxTree {
  readonly lines: Lines;
  /** Top-level entries in order. */
  readonly roots: readonly Entry[];
  readonly entries: ReadonlyMap<EntryId, Entry>;
  /** Lines that belong to no entry but are neither blank, comment nor heading. */
  readonly strays: ReadonlySet<Line>;
}

/** Lines in order, by their numbers from 0. */
export interface Lines extends Iterable<Line> {
  readonly length: number;
  at(number: number): Line | undefined;
  slice(from: number, to: number): readonly Line[];
  /** Returns the number of a line; throws if the line is not one of these. */
  numberOf(line: Line): number;
}

/**
 * An entry in one file. Edits update the object in place, so that its text is always current. It has no offsets: its
 * position is that of its `line`, which is counted on demand.
 */
export interface Entry {
  readonly id: EntryId;
  readonly document: SyntaxTree;
  readonly line: Line;
  readonly head: Head;
  /** White space before the keyword. */
  readonly indent: string;
  /** The entry that this one is indented under. */
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly attributes: readonly Attribute[];
  /** The entry's own lines in order: head, attributes and text, with the blank lines and comments among them. */
  readonly lines: readonly Line[];
  /** The text as one string: lines joined, paragraphs separated by a blank line. */
  readonly text: string;
}

/** A property of the entry that it is indented under. */
export interface Attribute {
  readonly key: string;
  readonly line: Line;
  readonly value: string;
}

export type LineEnd = "\n" | "\r\n" | "\r" | "";

/** A line of a file. Edits of the line, or of lines before it, update the object in place. */
export interface Line {
  readonly scanned: ScannedLine;
  readonly end: LineEnd;
  /** The entry that the line belongs to; for the line of a head, that entry itself. */
  readonly owner: Entry | undefined;
  /** For text: the line of the attribute whose value it continues. */
  readonly attribute: Line | undefined;
}

/** A type whose properties can be assigned. For the modules that build the syntax tree, and no others. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** Returns the same object with writable properties. (TypeScript accepts this without an assertion.) */
export const asWritable = <T extends object>(object: T): Writable<T> => object;

/**
 * Computes the attributes and the text of an entry from its lines.
 * @returns whether the value of a key that changes the argument is another one now
 */
export function recomputeText(entry: Entry): boolean {
  const attributes: Attribute[] = [];
  const parts = new Map<Line | undefined, string[]>([[undefined, []]]);
  let isAfterBlankLine = false;
  for (const line of entry.lines) {
    if (line.scanned.kind === "comment") continue;
    if (line.scanned.kind === "blank") {
      isAfterBlankLine = true;
      continue;
    }
    if (line.scanned.kind === "attribute") parts.set(line, []);
    const part = parts.get(line.scanned.kind === "attribute" ? line : line.attribute);
    const text = lineText(line);
    if (part === undefined || text === "") continue;
    if (part.length > 0) part.push(isAfterBlankLine ? "\n\n" : lineJoiner(part[part.length - 1] ?? "", text));
    part.push(text);
    isAfterBlankLine = false;
  }
  for (const [line, part] of parts) {
    if (line?.scanned.kind !== "attribute") continue;
    const { key, raw } = line.scanned;
    attributes.push({ key: raw.slice(key.start, key.end), line, value: part.join("") });
  }
  const before = graphValues(entry);
  const writableEntry = asWritable(entry);
  writableEntry.attributes = attributes;
  writableEntry.text = (parts.get(undefined) ?? []).join("");
  return graphValues(entry) !== before;
}

/** Returns the values of the keys that change the argument, as one string; empty if there are none. */
export const graphValues = ({ attributes }: Entry): string =>
  attributes.map(({ key, value }) => (graphKeys.has(key) ? `${key}: ${value}\n` : "")).join("");

/** Returns the text that a line contributes to its entry or attribute, without white space at the end. */
export function lineText({ scanned }: Line): string {
  return "textStart" in scanned ? scanned.raw.slice(scanned.textStart).trimEnd() : "";
}

const UNSPACED_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Returns what joins two lines of text: a space, or nothing between characters of scripts written without spaces. */
export function lineJoiner(before: string, after: string): string {
  const last = [...before.slice(-2)].at(-1) ?? "";
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  return UNSPACED_CHARACTER.test(last) && UNSPACED_CHARACTER.test(first) ? "" : " ";
}

/** Whether an entry is still part of its document: edits have neither removed nor replaced it. */
export const isCurrent = (entry: Entry): boolean => entry.document.entries.get(entry.id) === entry;

/** Returns the number of the line of an entry, from 1, as users count. */
export const lineNumberOf = ({ document, line }: Entry): number => document.lines.numberOf(line) + 1;

/** Yields the entries of a document in the order of the text. The order of `entries` is that of their creation. */
export function* entriesInOrder({ roots }: SyntaxTree): Iterable<Entry> {
  const next = roots.toReversed();
  for (let entry = next.pop(); entry !== undefined; entry = next.pop()) {
    yield entry;
    for (let at = entry.children.length - 1; at >= 0; at--) {
      const child = entry.children[at];
      if (child !== undefined) next.push(child);
    }
  }
}

/** Returns the words that stand for an entry elsewhere: its `title`, else its text, else its name. */
export const titleOf = (entry: Entry): string => shownText(entry) || (entry.head.name?.text ?? "");

/** Returns the attribute with a key; the first one if the key is given twice. */
export const attributeOf = (entry: Entry, key: string): Attribute | undefined =>
  entry.attributes.find((attribute) => attribute.key === key);

/** Returns the words that stand for an entry beside its name: its `title`, else its text, without marks of emphasis. */
export const shownText = (entry: Entry): string =>
  withoutMarkup(attributeOf(entry, "title")?.value ?? "") || plainText(entry);

/** Returns the text of an entry without marks of emphasis, code and links. */
export const plainText = (entry: Entry): string => withoutMarkup(entry.text);
