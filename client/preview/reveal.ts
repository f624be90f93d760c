/** Takes the user from a card to its words. */
import { Selection, TabInputText, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";
import { LANGUAGE } from "../server.ts";
import type { TextPlace } from "./trees.ts";

/** Puts the cursor at a place, in the column where its text is open, else beside the preview. */
export async function reveal({ uri, range }: TextPlace, preview: ViewColumn | undefined): Promise<void> {
  const viewColumn = columnOf(uri) ?? columnOfMaps() ?? (preview === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const editor = await window.showTextDocument(uri, { viewColumn });
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: Uri): ViewColumn | undefined {
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find((group) => group.tabs.some((tab) => shows(tab.input)))?.viewColumn;
}

const columnOfMaps = (): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.languageId === LANGUAGE)?.viewColumn;
