/** Opens texts in the window of the suite, and moves the cursor in them. */
import * as assert from "node:assert/strict";
import {
  commands,
  Selection,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { type as typeKeys, waitForVisible } from "./driver.ts";
import { waitForEvent } from "./waitForEvent.ts";

/** The URI of a file in the workspace, which contains a copy of `examples/`. */
export function workspaceUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite needs a workspace.");
  return Uri.joinPath(folder.uri, name);
}

export const writeFile = (name: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(text));

/** Shows a text. Resolves when it has the focus and so takes the next key. */
export async function showText(uri: Uri, options: TextDocumentShowOptions = {}): Promise<TextEditor> {
  const editor = await window.showTextDocument(uri, options);
  await waitForVisible(".editor-group-container.active .monaco-editor.focused");
  return editor;
}

/** Opens a file with the cursor at its start. VS Code would restore the position of an earlier test. */
export const openFile = (name: string): Promise<TextEditor> =>
  showText(workspaceUri(name), { selection: new Selection(0, 0, 0, 0) });

/** Moves the focus to the text of an editor, which a preview may have, and types at the cursor. */
export async function typeInto({ document, viewColumn }: TextEditor, words: string): Promise<void> {
  await showText(document.uri, viewColumn === undefined ? {} : { viewColumn });
  await typeKeys(words);
}

/** Undoes the last step in the text of an editor: the command acts on the text that has the focus. */
export async function undoIn({ document, viewColumn }: TextEditor): Promise<void> {
  await showText(document.uri, viewColumn === undefined ? {} : { viewColumn });
  await commands.executeCommand("undo");
}

/**
 * Writes a map into the workspace and opens it. VS Code keeps the documents of earlier tests for some minutes, and reads their
 * files again when they are opened, so this waits for the new text.
 */
export async function openMap(name: string, text: string): Promise<TextEditor> {
  await writeFile(name, text);
  const editor = await openFile(name);
  await waitForContent(editor.document, text);
  return editor;
}

/**
 * Saves all texts, and closes them and all previews. A text that has no tab, such as one that a renaming has changed, must be
 * saved by itself: VS Code would keep it unsaved, and no longer read its file.
 */
export async function closeAll(): Promise<void> {
  await workspace.saveAll();
  // Not VS Code's own files, such as the settings, which it saves itself.
  for (const document of workspace.textDocuments)
    if (document.isDirty && workspace.getWorkspaceFolder(document.uri)) await document.save();
  await commands.executeCommand("workbench.action.closeAllEditors");
}

/** Puts the cursor behind the first occurrence of some words, and scrolls it to the center. */
export async function placeCursorAfter(editor: TextEditor, words: string): Promise<void> {
  const position = editor.document.positionAt(indexOf(editor.document, words) + words.length);
  editor.selection = new Selection(position, position);
  // The window handles messages in order: after this command, the selection is set.
  await commands.executeCommand("revealLine", { lineNumber: position.line, at: "center" });
}

/** Selects the first occurrence of some words of a file, in the editor that shows it. */
export async function selectWords(name: string, words: string): Promise<TextEditor> {
  const visibleEditor = window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(`/${name}`));
  const editor = await showText(workspaceUri(name), {
    viewColumn: visibleEditor?.viewColumn ?? ViewColumn.One,
  });
  const { document } = editor;
  const start = indexOf(document, words);
  const [from, to] = [document.positionAt(start), document.positionAt(start + words.length)];
  editor.selection = new Selection(from, to);
  await commands.executeCommand("revealLine", { lineNumber: from.line, at: "center" });
  return editor;
}

/** The line number of the first occurrence of some words. */
export const lineOf = (document: TextDocument, words: string): number =>
  document.positionAt(indexOf(document, words)).line;

/** Waits until the cursor of the active editor is in the line of some words of a file. */
export const waitForCursorAt = (file: string, words: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    const isThere =
      editor?.document.uri.path.endsWith(`/${file}`) && editor.selection.active.line === lineOf(editor.document, words);
    return isThere && editor;
  });

/** Waits until the active editor shows a file. */
export const waitForActive = (name: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.path.endsWith(`/${name}`) && editor;
  });

/** Waits until the active editor shows a file in which some words are selected. */
export const waitForSelected = (name: string, words: string): Promise<TextEditor> =>
  waitForEvent([window.onDidChangeTextEditorSelection, window.onDidChangeActiveTextEditor], () => {
    const editor = window.activeTextEditor;
    const isSelected =
      editor?.document.uri.path.endsWith(`/${name}`) && editor.document.getText(editor.selection) === words;
    return isSelected && editor;
  });

/** Waits until a text contains some words. */
export const waitForText = (document: TextDocument, words: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () => document.getText().includes(words));

/**
 * Waits until any text contains some words. A preview shows a new card before its text is edited, so seeing the card is not
 * enough.
 */
export const waitForAnyText = (words: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () =>
    workspace.textDocuments.some((document) => document.getText().includes(words)),
  );

/** Waits until the whole content of a text is as expected. */
export const waitForContent = (document: TextDocument, content: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () => document.getText() === content);

function indexOf(document: TextDocument, words: string): number {
  const index = document.getText().indexOf(words);
  assert.ok(index >= 0, `“${words}” is not in ${document.uri.path}.`);
  return index;
}
