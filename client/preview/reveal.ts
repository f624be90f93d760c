/** Takes the user from a card to its words. */
import { Selection, TabInputText, type TextEditor, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";
import { LANGUAGE } from "../server.ts";
import type { TextPlace } from "./trees.ts";

/** Puts the cursor at a place of a text, which is shown where `showText` does. */
export async function reveal({ uri, range }: TextPlace, preview: ViewColumn | undefined): Promise<void> {
  const editor = await showText(uri, preview);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a text in the column for it. */
export const showText = (uri: Uri, preview: ViewColumn | undefined): Thenable<TextEditor> =>
  window.showTextDocument(uri, { viewColumn: columnFor(uri, preview) });

/** Where a text belongs that the preview leads to: where it or a map's text is seen, else beside the preview. */
export function columnFor(uri: Uri, preview: ViewColumn | undefined): ViewColumn {
  const beside = preview === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  return columnOf(uri) ?? columnOfTab(uri, preview) ?? columnOfMaps() ?? beside;
}

const columnOf = (uri: Uri): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.viewColumn;

/** Where it is open behind other tabs; not behind the preview, which it would hide. */
function columnOfTab(uri: Uri, preview: ViewColumn | undefined): ViewColumn | undefined {
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== preview && tabs.some((tab) => shows(tab.input)),
  )?.viewColumn;
}

const columnOfMaps = (): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.languageId === LANGUAGE)?.viewColumn;
