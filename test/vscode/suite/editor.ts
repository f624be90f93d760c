/** Opens texts in the window that the suite runs in. */
import { type TextEditor, Uri, window, workspace } from "vscode";

/** Opens a file of the workspace, which holds a copy of `examples/`. */
export const openFile = (name: string): Thenable<TextEditor> => window.showTextDocument(inWorkspace(name));

/** Writes a map into the workspace and opens it. */
export async function openMap(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  return openFile(name);
}

function inWorkspace(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite wants a workspace.");
  return Uri.joinPath(folder.uri, name);
}
