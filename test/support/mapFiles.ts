/** Maps of several files as texts by their URIs, for property tests of what changes them. */
import type { Workspace } from "../../server/workspace/workspace.ts";
import { folder } from "./arbitraries/workspaces.ts";
import { memoryFileSystem, workspaceOn } from "./memoryFileSystem.ts";

export type FileTexts = Readonly<Record<string, string>>;

/** A workspace in which all of them are open. */
export async function openAll(files: FileTexts): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(files));
  for (const [uri, text] of Object.entries(files)) workspace.open(uri, text, 1);
  await workspace.addFolder(folder);
  await workspace.whenAllLoaded();
  return workspace;
}

/** What stands in the lines of all files, without white space around it. */
export const linesOf = (files: FileTexts): readonly string[] =>
  Object.values(files).flatMap((text) => text.split(/\r?\n/).map((line) => line.replace("\uFEFF", "").trim()));

export const commentsOf = (files: FileTexts): readonly string[] =>
  linesOf(files).filter((line) => line.startsWith("//"));

/** The files for whoever reads of a failure, with what one does not see. */
export const printFiles = (files: FileTexts): string =>
  Object.entries(files)
    .map(([uri, text]) => `=== ${uri}\n${text.replace("\uFEFF", "<BOM>").replaceAll("\t", "→").replaceAll("\r", "␍")}`)
    .join("\n⏹\n");
