/** Converts text of another tool in a map. */
import { type ConvertedSnippet, convertSnippet, ROOT_TEXT } from "../../core/formats/convertSnippet.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import { type OtherTool, otherToolOf } from "../../core/language/intent/otherTools.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isStep } from "../../core/language/vocabulary.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { uniqueName } from "../textEdits/freshNames.ts";
import { insertLines, toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange, NewLine } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import type { FileEdit } from "../textEdits/workspaceEdit.ts";
import { type ForeignText, foreignTextAt, nextLeftEdge } from "./foreignText.ts";

/** The ids of the formats of tools. */
const formatIds: Readonly<Record<OtherTool, string>> = { Argdown: "argdown", Kialo: "kialo" };

/** Returns a text with a root above it that stands for an entry of the map. */
const addRoot: Readonly<Record<OtherTool, (owner: Entry, lines: readonly string[]) => readonly string[]>> = {
  Argdown: ({ head }, lines) => [
    // The title must not be one of the text’s own.
    isStep(head.keyword) ? `<${ROOT_TEXT}>: ${ROOT_TEXT}` : `[${ROOT_TEXT}]: ${ROOT_TEXT}`,
    ...lines.map((line) => `  ${line}`),
  ],
  Kialo: (_, lines) => [`1. ${ROOT_TEXT}`, ...lines],
};

/**
 * Returns the edits that convert all text of another tool between two entries. What is for or against the entry that it was
 * pasted into goes under that entry; other text goes to the left edge. Undefined if it cannot be read.
 *
 * @param at one of its lines
 * @param childIndent the indentation of what is under the entry. The caller looks it up, because the file of an entry is known
 * only in the bundle that has read it.
 */
export async function convertForeignText(
  workspace: Workspace,
  file: MapFile,
  at: Line,
  childIndent: string,
): Promise<readonly FileEdit[] | undefined> {
  const found = foreignTextAt(file, at);
  if (found === undefined) return undefined;
  const { tool, first, last, isRootless, owner } = found;
  const root = isRootless ? owner : undefined;
  if (isRootless && root === undefined) return undefined;
  const raw = file.syntax.lines.slice(first, last + 1).map(({ scanned }) => scanned.raw.replace("\uFEFF", ""));
  const indent = /^\s*/u.exec(raw[0] ?? "")?.[0] ?? "";
  const lines = raw.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  const text = root === undefined ? lines : addRoot[tool](root, lines);
  const files = workspace.withAllImporters(file);
  const isTaken = (name: string): boolean => uniqueName(name, files) !== name;
  const converted = await convertSnippet(text.join("\n"), formatIds[tool], isTaken, root !== undefined);
  if (converted === undefined) return undefined;
  const changes =
    root === undefined
      ? changesAtLeftEdge(file, found, converted.atLeftEdge)
      : changesUnder(file, root, childIndent, found, converted);
  return toFileEdits(file, changes);
}

/** Replaces the lines by entries under the entry that they are in, after what is its own. What belongs to no entry follows. */
function changesUnder(
  file: MapFile,
  owner: Entry,
  indent: string,
  { first, last }: ForeignText,
  { underRoot, atLeftEdge }: ConvertedSnippet,
): readonly LineChange[] {
  const { lines } = file.syntax;
  const isOwn = ({ scanned: { kind, raw } }: Line): boolean =>
    kind === "attribute" || (kind === "text" && otherToolOf(raw) === undefined);
  const lastOwn = owner.lines.filter(isOwn).at(-1);
  const place = Math.max(last, lastOwn === undefined ? 0 : lines.numberOf(lastOwn)) + 1;
  const nested = underRoot.map((line) => createLine(line === "" ? "" : indent + line.slice(2), owner));
  const removed = { first, after: last + 1, newLines: place === last + 1 ? nested : [] };
  const changes = place === last + 1 ? [removed] : [removed, insertLines(place, nested)];
  if (atLeftEdge.length === 0) return changes;
  const edge = nextLeftEdge(file, place);
  const isBlank = (number: number): boolean => (lines.at(number)?.scanned.kind ?? "blank") === "blank";
  const others: readonly NewLine[] = [
    ...(edge > place && isBlank(edge - 1) ? [] : [createLine("")]),
    ...atLeftEdge.map((line) => createLine(line)),
    ...(isBlank(edge) ? [] : [createLine("")]),
  ];
  if (edge > place) return [...changes, insertLines(edge, others)];
  const [final = removed] = changes.slice(-1);
  return [...changes.slice(0, -1), { ...final, newLines: [...nested, ...others] }];
}

/** Replaces the lines, or moves them to where entries can stand at the left edge. */
function changesAtLeftEdge(
  file: MapFile,
  { first, last }: ForeignText,
  converted: readonly string[],
): readonly LineChange[] {
  const { lines } = file.syntax;
  const isBlank = (number: number): boolean => (lines.at(number)?.scanned.kind ?? "blank") === "blank";
  const surround = (before: number, after: number): readonly NewLine[] => [
    ...(isBlank(before) ? [] : [createLine("")]),
    ...converted.map((line) => createLine(line)),
    ...(isBlank(after) ? [] : [createLine("")]),
  ];
  const place = nextLeftEdge(file, last + 1);
  const isNext = lines.slice(last + 1, place).every(({ scanned }) => scanned.kind === "blank");
  if (isNext) return [{ first, after: last + 1, newLines: surround(first - 1, last + 1) }];
  const moved = insertLines(place, surround(place - 1, place));
  // Of the blank lines on both sides of what is removed, one side is enough.
  const after = isBlank(first - 1) && last + 1 < place && isBlank(last + 1) ? last + 2 : last + 1;
  return [{ first, after, newLines: [] }, moved];
}
