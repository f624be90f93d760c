/** Entries: what a map is made of, with their own lines, nested by indentation. */
import type { Head } from "./head.ts";
import type { Line } from "./lineList.ts";
import type { EntryForest } from "./nesting.ts";

declare const entryId: unique symbol;
/** Identity of an entry. Survives edits, also of its name and place; never used twice. */
export type EntryId = number & { readonly [entryId]: true };

/** Gives a new identity each time. */
export type IdGenerator = () => EntryId;

/** Identities that follow a number. */
export function createIdGenerator(last: number): IdGenerator {
  let previousId = last;
  // The only place where a number becomes an identity.
  return () => ++previousId as EntryId;
}

/**
 * An entry as it stands in one file. Its identity and its objects survive edits: what it says of its text is always
 * current. It has no offsets; where it is, its `line` knows by being counted.
 */
export interface Entry {
  readonly id: EntryId;
  /** The document that it stands in. */
  readonly document: EntryForest;
  readonly line: Line;
  readonly head: Head;
  /** White space before the keyword. */
  readonly indent: string;
  /** The entry that it is indented under. */
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly attributes: readonly Attribute[];
  /** Its own lines in order: head, attributes, text, and the blank lines and comments among them. */
  readonly lines: readonly Line[];
  /** What it says, as one string: lines joined, paragraphs parted by a blank line. */
  readonly text: string;
}

/** A property of the entry that it is indented under. */
export interface Attribute {
  readonly key: string;
  readonly line: Line;
  readonly value: string;
}

/** What can be changed by the rooms that make entries, and by no other. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** The same object, to be changed. TypeScript lets read-only properties pass for others, so nothing has to be asserted. */
export const asWritable = <T extends object>(object: T): Writable<T> => object;

/** Makes the attributes and the text of an entry anew from its lines. */
export function recomputeText(entry: Entry): void {
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
    const { key, raw } = { key: line.scanned.key, raw: line.scanned.raw };
    attributes.push({ key: raw.slice(key.start, key.end), line, value: part.join("") });
  }
  const writableEntry = asWritable(entry);
  writableEntry.attributes = attributes;
  writableEntry.text = (parts.get(undefined) ?? []).join("");
}

/** The text that one line gives to its entry or attribute, white space at its ends left out. */
export function lineText({ scanned }: Line): string {
  return "textStart" in scanned ? scanned.raw.slice(scanned.textStart).trimEnd() : "";
}

const UNSPACED_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** What joins two lines of text: a space, and nothing between characters of a script that is written without spaces. */
export function lineJoiner(before: string, after: string): string {
  const last = [...before.slice(-2)].at(-1) ?? "";
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  return UNSPACED_CHARACTER.test(last) && UNSPACED_CHARACTER.test(first) ? "" : " ";
}

/** What an entry is called where it is shown: what it says, or its name where it says nothing. */
export const titleOf = (entry: Entry): string => entry.text || (entry.head.name?.text ?? "");

/** The value of an attribute, the first where it is given twice. */
export const attributeOf = (entry: Entry, key: string): Attribute | undefined =>
  entry.attributes.find((attribute) => attribute.key === key);
