/** A marked map, opened in a workspace in memory. */
import { isMap } from "../../server/workspace/folders.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { type Marked, unmark } from "./markedMap.ts";
import { memory, workspaceOn } from "./memoryFileSystem.ts";

export interface Opened extends Marked {
  readonly workspace: Workspace;
}

/** Opens the first file of a marked map, and the one with the cursor; the others lie in the folder of the workspace. */
export async function opened(source: string): Promise<Opened> {
  const marked = unmark(source);
  const workspace = workspaceOn(memory(marked.files));
  for (const uri of new Set([Object.keys(marked.files)[0] ?? marked.uri, marked.uri])) {
    const text = marked.files[uri] ?? "";
    if (isMap(uri)) workspace.open(uri, text, 1);
    else workspace.sources.hold(uri, text);
  }
  await workspace.addFolder(marked.folder);
  await workspace.complete();
  return { ...marked, workspace };
}

/** Types at the cursor of a marked map, as an editor tells of it: what is asked next is asked during an edit. */
export function type({ workspace, uri, cursor }: Opened, text: string): void {
  const version = workspace.get(uri)?.version ?? 0;
  workspace.update(uri, [{ range: { start: cursor, end: cursor }, text }], version + 1);
}
