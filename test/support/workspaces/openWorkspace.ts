/** Opens marked maps in an in-memory workspace. */
import { isMap } from "../../../server/workspace/files/folders.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { type MarkedMap, unmark } from "../maps/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "./memoryFileSystem.ts";

export interface OpenWorkspace extends MarkedMap {
  readonly workspace: Workspace;
}

/** Opens the first file of a marked map and the file with the cursor. The other files are only in the workspace folder. */
export async function openWorkspace(source: string): Promise<OpenWorkspace> {
  const marked = unmark(source);
  const workspace = workspaceOn(memoryFileSystem(marked.files));
  for (const uri of new Set([Object.keys(marked.files)[0] ?? marked.uri, marked.uri])) {
    const text = marked.files[uri] ?? "";
    if (isMap(uri)) workspace.open(uri, text, 1);
    else workspace.sources.open(uri, text);
  }
  await workspace.addFolder(marked.folder);
  await workspace.whenAllLoaded();
  return { ...marked, workspace };
}

/** Inserts text at the cursor, as an incremental change. */
export function typeAtCursor({ workspace, uri, cursor }: OpenWorkspace, text: string): void {
  const version = workspace.get(uri)?.version ?? 0;
  workspace.update(uri, [{ range: { start: cursor, end: cursor }, text }], version + 1);
}
