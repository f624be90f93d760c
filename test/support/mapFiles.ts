/** Maps of several files as texts by their URIs, for property tests of what changes them. */
import type { Workspace } from "../../server/workspace/workspace.ts";
import { folder } from "./arbitraries/workspaces.ts";
import { memory, workspaceOn } from "./memoryFileSystem.ts";

export type Files = Readonly<Record<string, string>>;

/** A workspace in which all of them are open. */
export async function workspaceOf(files: Files): Promise<Workspace> {
  const workspace = workspaceOn(memory(files));
  for (const [uri, text] of Object.entries(files)) workspace.open(uri, text, 1);
  await workspace.addFolder(folder);
  await workspace.complete();
  return workspace;
}

/** What stands in the lines of all files, without white space around it. */
export const linesOf = (files: Files): readonly string[] =>
  Object.values(files).flatMap((text) => text.split(/\r?\n/).map((line) => line.replace("\uFEFF", "").trim()));

export const commentsOf = (files: Files): readonly string[] => linesOf(files).filter((line) => line.startsWith("//"));

/** The files for whoever reads of a failure, with what one does not see. */
export const shown = (files: Files): string =>
  Object.entries(files)
    .map(([uri, text]) => `=== ${uri}\n${text.replace("\uFEFF", "<BOM>").replaceAll("\t", "→").replaceAll("\r", "␍")}`)
    .join("\n⏹\n");
