/** Writes a map as formatted text. */
import { lineJoiner } from "../language/entry.ts";
import { keywordRules } from "../language/vocabulary.ts";
import { type DocumentEntry, type DocumentItem, isHeading, type MapDocument } from "./mapDocument.ts";
import { isPlainAfterHead, isPlainLine, isUnfinishedSentence } from "./plainText.ts";

const INDENT = "  ";
/** The keywords of entries that are written together at the top of a map. */
const PREAMBLE: ReadonlySet<string> = new Set(["import", "source", "speaker"]);

/**
 * Returns the text of a map. Text that would be read as something else gets a backslash. Each paragraph is one line, as
 * editors wrap lines.
 */
export function writeDocument({ items, comments = [] }: MapDocument): string {
  const lines: string[] = [];
  let previous: DocumentItem | undefined;
  for (const item of items) {
    if (previous !== undefined && needsBlankLine(previous, item)) addBlankLine(lines);
    lines.push(...(item.comments ?? []).flatMap((comment) => commentLines(comment, "")));
    if (isHeading(item)) lines.push(`${"#".repeat(item.level)} ${oneLine(item.heading)}`);
    else writeEntries(item, lines);
    previous = item;
  }
  if (comments.length > 0) addBlankLine(lines);
  lines.push(...comments.flatMap((comment) => commentLines(comment, "")));
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function needsBlankLine(previous: DocumentItem, item: DocumentItem): boolean {
  return (
    isHeading(previous) ||
    isHeading(item) ||
    previous.keyword !== item.keyword ||
    !PREAMBLE.has(item.keyword) ||
    item.comments !== undefined
  );
}

function addBlankLine(lines: string[]): void {
  if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
}

/** Writes an entry with all entries under it. They may be nested more deeply than calls can be. */
function writeEntries(root: DocumentEntry, lines: string[]): void {
  const open: { readonly entry: DocumentEntry; readonly depth: number }[] = [{ entry: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, depth } = next;
    if (depth > 0)
      lines.push(...(entry.comments ?? []).flatMap((comment) => commentLines(comment, INDENT.repeat(depth))));
    writeEntry(entry, depth, lines);
    const below = entry.entries ?? [];
    // A line below an unfinished sentence looks like its continuation.
    if ((below.length > 0 || open.length > 0) && isUnfinishedSentence(lines.at(-1) ?? "")) addBlankLine(lines);
    for (let at = below.length - 1; at >= 0; at--) {
      const child = below[at];
      if (child !== undefined) open.push({ entry: child, depth: depth + 1 });
    }
  }
}

function writeEntry(entry: DocumentEntry, depth: number, lines: string[]): void {
  const indent = INDENT.repeat(depth);
  const head = headOf(entry);
  // A use has no text; a map that gives it one is wrong, but loses nothing.
  const below = paragraphsOf(entry.isUse === true ? (entry.text ?? "") : "");
  if (entry.isUse) lines.push(indent + head, ...below.flatMap((text) => ["", indent + INDENT + escapeLine(text)]));
  else lines.push(...textLines(`${indent}${head}:`, entry.text ?? "", indent + INDENT, isPlainAfterHead));
  for (const { key, value } of entry.attributes ?? []) {
    if (isUnfinishedSentence(lines.at(-1) ?? "")) addBlankLine(lines);
    lines.push(...textLines(`${indent}${INDENT}${key}:`, value, indent + INDENT + INDENT, () => true));
  }
}

function headOf({ keyword, name, clauses = [] }: DocumentEntry): string {
  const canBeNamed = keywordRules[keyword].name !== "none";
  return [
    keyword,
    ...(name !== undefined && canBeNamed ? [name] : []),
    ...clauses.filter(({ names }) => names.length > 0).map(({ word, names }) => `${word} ${names.join(", ")}`),
  ].join(" ");
}

/** The lines of a text after the colon of a head or key. */
function textLines(
  start: string,
  text: string,
  indent: string,
  isPlainFirst: (text: string) => boolean,
): readonly string[] {
  const [first = "", ...rest] = paragraphsOf(text);
  const more = rest.flatMap((paragraph) => ["", indent + escapeLine(paragraph)]);
  if (first === "") return [start];
  return isPlainFirst(first) ? [`${start} ${first}`, ...more] : [start, indent + escapeLine(first), ...more];
}

const escapeLine = (text: string): string => (isPlainLine(text) ? text : `\\${text}`);

/** Returns the paragraphs of a text, each as one line. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/(?:\r\n|[\r\n])(?:[\s\p{Zs}]*(?:\r\n|[\r\n]))+/u)
    .map(oneLine)
    .filter((paragraph) => paragraph !== "");

/** Joins lines as they are joined in a map. */
function oneLine(text: string): string {
  const [first = "", ...rest] = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/^[\s\p{Zs}\uFEFF]+|[\s\p{Zs}]+$/gu, ""));
  return rest.reduce(
    (all, line) => (all === "" || line === "" ? all + line : all + lineJoiner(all, line) + line),
    first,
  );
}

const commentLines = (comment: string, indent: string): readonly string[] =>
  comment.split(/\r\n|[\r\n]/).map((line) => `${indent}// ${line.trim()}`.trimEnd());
