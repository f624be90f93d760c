/** Writes a map as JSON. Its entries may be nested more deeply than `JSON.stringify` can follow. */
import { type DocumentItem, isHeading, type MapDocument } from "../mapDocument.ts";

/** What is deeper is not indented further: each level makes all lines below it longer. */
const MAX_INDENTS = 100;

/** Something to be written: an item, or the end of one. */
type Pending =
  | { readonly end: string }
  | { readonly item: DocumentItem; readonly depth: number; readonly comma: string };

/** Returns the JSON of a map. */
export function writeJson({ items, ...others }: MapDocument, header: Readonly<Record<string, unknown>>): string {
  const comments = Object.entries(others).map(([key, value]) => `,\n  ${quote(key)}: ${stringify(value, "  ")}`);
  return [
    "{",
    ...Object.entries(header).map(([key, value]) => `  ${quote(key)}: ${JSON.stringify(value)},`),
    ...(items.length === 0 ? ['  "items": []'] : ['  "items": [', ...linesOf(items), "  ]"]),
  ]
    .join("\n")
    .concat(...comments, "\n}\n");
}

function linesOf(items: readonly DocumentItem[]): readonly string[] {
  const lines: string[] = [];
  const waiting = pendingItems(items, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ("end" in next) {
      lines.push(next.end);
      continue;
    }
    const { item, depth, comma } = next;
    const indent = "  ".repeat(2 * (Math.min(depth, MAX_INDENTS) + 1));
    const { entries = [], ...own } = isHeading(item) ? { ...item, entries: [] } : item;
    const written = indent + stringify(own, indent);
    if (entries.length === 0) lines.push(written + comma);
    else {
      lines.push(`${written.slice(0, written.lastIndexOf("\n"))},\n${indent}  "entries": [`);
      waiting.push({ end: `${indent}  ]\n${indent}}${comma}` }, ...pendingItems(entries, depth + 1));
    }
  }
  return lines;
}

/** Returns items in the order in which they are taken from the end. */
const pendingItems = (items: readonly DocumentItem[], depth: number): Pending[] =>
  items.map((item, index): Pending => ({ item, depth, comma: index < items.length - 1 ? "," : "" })).toReversed();

const quote = (key: string): string => JSON.stringify(key);

const stringify = (value: unknown, indent: string): string =>
  JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${indent}`);
