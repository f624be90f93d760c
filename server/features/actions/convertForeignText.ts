/**
 * Converts text of another tool in a map. A bundle of its own, which is loaded with the first conversion.
 */
import type { WorkspaceEdit } from "vscode-languageserver";
import { convertSnippet } from "../../core/formats/convertSnippet.ts";
import type { Line } from "../../core/language/entry.ts";
import type { OtherTool } from "../../core/language/intent/otherTools.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { uniqueName } from "../textEdits/freshNames.ts";
import { insertLines, toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange, NewLine } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";
import { type ForeignText, foreignTextAt, nextLeftEdge } from "./foreignText.ts";

/** The ids of the formats of tools. */
const formatIds: Readonly<Record<OtherTool, string>> = { Argdown: "argdown", Kialo: "kialo" };

/**
 * Returns the edit that converts all text of another tool between two entries. Undefined if it cannot be read, or the map
 * changes in the meantime.
 *
 * @param at one of its lines
 */
export async function convertForeignText(
  workspace: Workspace,
  file: MapFile,
  at: Line,
): Promise<WorkspaceEdit | undefined> {
  const found = foreignTextAt(file, at);
  if (found === undefined) return undefined;
  const { lines } = file.syntax;
  const version = workspace.get(file.uri)?.version;
  const raw = lines.slice(found.first, found.last + 1).map(({ scanned }) => scanned.raw.replace("\uFEFF", ""));
  const indent = /^\s*/u.exec(raw[0] ?? "")?.[0] ?? "";
  const text = raw.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  const converted = await convertText(workspace, file, text, found.tool);
  if (converted === undefined || workspace.get(file.uri)?.version !== version) return undefined;
  return workspaceEdit(workspace, toFileEdits(file, changesFor(file, found, converted.trimEnd().split("\n"))));
}

function convertText(workspace: Workspace, file: MapFile, text: string, tool: OtherTool): Promise<string | undefined> {
  const files = workspace.withAllImporters(file);
  return convertSnippet(text, formatIds[tool], (name) => uniqueName(name, files) !== name);
}

/** Replaces the lines, or moves them to where entries can stand at the left edge. */
function changesFor(file: MapFile, { first, last }: ForeignText, converted: readonly string[]): readonly LineChange[] {
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
