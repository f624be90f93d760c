/** The quick fix that converts text of another tool. */
import type { WorkspaceEdit } from "vscode-languageserver";
import type { OtherTool } from "../../core/language/intent/otherTools.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { UserError } from "../shared/userError.ts";
import { uniqueName } from "../textEdits/freshNames.ts";
import { insertLines, toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange, NewLine } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";
import type { FileFix } from "./codeAction.ts";
import { type ForeignText, foreignTextAt, nextLeftEdge } from "./foreignText.ts";

/** The ids of the formats of tools. */
const formatIds: Readonly<Record<OtherTool, string>> = { Argdown: "argdown", Kialo: "kialo" };

/** Converts all text of another tool between two entries. It is offered once, however many lines have a problem. */
export const convertForeignText: FileFix = async ({ workspace, file }, problems) => {
  for (const problem of problems) {
    if (problem.code !== "stray-line" && problem.code !== "list-in-text") continue;
    const found = foreignTextAt(file, problem.at.line);
    if (found === undefined) continue;
    return [
      {
        title: `Convert to Argmap from ${found.tool}`,
        kind: "quickfix",
        fixes: problem,
        isPreferred: true,
        isSlow: true,
        edit: () => convert(workspace, file, found),
      },
    ];
  }
  return [];
};

async function convert(workspace: Workspace, file: MapFile, found: ForeignText): Promise<WorkspaceEdit> {
  const { tool, first, last } = found;
  const { lines } = file.syntax;
  const version = workspace.get(file.uri)?.version;
  const raw = lines.slice(first, last + 1).map(({ scanned }) => scanned.raw.replace("\uFEFF", ""));
  const indent = /^\s*/u.exec(raw[0] ?? "")?.[0] ?? "";
  const text = raw.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  const converted = await convertText(workspace, file, text, tool);
  if (converted === undefined || workspace.get(file.uri)?.version !== version)
    throw new UserError(
      `This text cannot be converted. Save it in a file of its own, and import that to see what is wrong.`,
    );
  return workspaceEdit(workspace, toFileEdits(file, changesFor(file, found, converted.trimEnd().split("\n"))));
}

/** Returns the entries that a text becomes in a map; undefined if it cannot be read. */
export async function convertText(
  workspace: Workspace,
  file: MapFile,
  text: string,
  tool: OtherTool,
): Promise<string | undefined> {
  const { convertSnippet } = await import("../../core/formats/convertSnippet.ts");
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
