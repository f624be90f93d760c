import { type Entry, lineText } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { childIndent } from "./lineBlocks.ts";
import { insertLines } from "./lineEdits.ts";
import type { LineChange, NewLine } from "./model.ts";
import { createLine } from "./newLines.ts";

/** Adds an attribute after those that an entry has, or else after its text. */
export function insertAttribute(
  file: MapFile,
  entry: Entry,
  text: string,
): { readonly change: LineChange; readonly newLine: NewLine } {
  const { lines } = file.syntax;
  const firstChild = entry.children[0]?.line;
  const end = firstChild === undefined ? Number.POSITIVE_INFINITY : lines.numberOf(firstChild);
  const last = entry.lines.findLast(
    (line) => (line === entry.line || lineText(line) !== "") && lines.numberOf(line) < end,
  );
  const sibling = entry.attributes.find(({ line }) => lines.numberOf(line) < end)?.line.scanned;
  const indent = sibling?.kind === "attribute" ? sibling.indent : childIndent(entry);
  const newLine = createLine(indent + text, entry);
  return { change: insertLines(lines.numberOf(last ?? entry.line) + 1, [newLine]), newLine };
}
