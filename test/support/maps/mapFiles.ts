/** Maps of several files, for property tests of edits. */
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { folder } from "../arbitraries/workspaces.ts";
import { memoryFileSystem, workspaceOn } from "../workspaces/memoryFileSystem.ts";

/** The texts of files, by URI. */
export type FileTexts = Readonly<Record<string, string>>;

/** A workspace in which all files are open. */
export async function openAll(files: FileTexts): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(files));
  for (const [uri, text] of Object.entries(files)) workspace.open(uri, text, 1);
  await workspace.addFolder(folder);
  await workspace.whenAllLoaded();
  return workspace;
}

/** The lines of all files, trimmed and without byte-order marks. */
export const linesOf = (files: FileTexts): readonly string[] =>
  Object.values(files).flatMap((text) => text.split(/\r?\n/).map((line) => line.replace("\uFEFF", "").trim()));

/** The comment lines of all files, trimmed, without those that silence problems, which quick fixes write and remove. */
export const commentsOf = (files: FileTexts): readonly string[] =>
  linesOf(files).filter((line) => line.startsWith("//") && !line.startsWith("// argmap-ignore"));

/** The files as a failure report shows them, with invisible characters made visible. */
export const printFiles = (files: FileTexts): string =>
  Object.entries(files)
    .map(([uri, text]) => `=== ${uri}\n${text.replace("\uFEFF", "<BOM>").replaceAll("\t", "→").replaceAll("\r", "␍")}`)
    .join("\n⏹\n");
