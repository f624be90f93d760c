/** Opens texts in the window that the suite runs in, and moves in them. */
import { commands, Selection, type TextDocument, type TextEditor, Uri, window, workspace } from "vscode";
import { waitForEvent } from "./waitForEvent.ts";

/** Opens a file of the workspace, which holds a copy of `examples/`. */
export const openFile = (name: string): Thenable<TextEditor> => window.showTextDocument(workspaceUri(name));

/** Writes a map into the workspace and opens it. */
export async function openMap(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(text));
  return openFile(name);
}

/** Leaves no text and no preview open. */
export async function closeAll(): Promise<void> {
  await workspace.saveAll();
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Puts the cursor behind the first occurrence of some words, and these in the middle of the editor. */
export async function placeCursorAfter(editor: TextEditor, words: string): Promise<void> {
  const place = editor.document.positionAt(indexOf(editor.document, words) + words.length);
  editor.selection = new Selection(place, place);
  // The window does one thing after the other, so when it has done this the cursor stands there too.
  await commands.executeCommand("revealLine", { lineNumber: place.line, at: "center" });
}

/** The number of the line that some words stand in. */
export const lineOf = (document: TextDocument, words: string): number =>
  document.positionAt(indexOf(document, words)).line;

/** Waits until the cursor of the active editor is in the line of some words of a file; gives that editor. */
export const waitForCursorAt = (file: string, words: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    const isThere =
      editor?.document.uri.path.endsWith(`/${file}`) && editor.selection.active.line === lineOf(editor.document, words);
    return isThere && editor;
  });

/** Waits until a text contains some words. */
export const waitForText = (document: TextDocument, words: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () => document.getText().includes(words));

function indexOf(document: TextDocument, words: string): number {
  const index = document.getText().indexOf(words);
  if (index < 0) throw new Error(`“${words}” is not in ${document.uri.path}.`);
  return index;
}

function workspaceUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite wants a workspace.");
  return Uri.joinPath(folder.uri, name);
}
