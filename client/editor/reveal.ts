/** Takes the user from a card to its words. */
import { Selection, type TextEditor, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";
import type { TextPlace } from "../preview/treeClient.ts";
import { columnOf, columnOfMaps, columnOfTab } from "./viewColumns.ts";

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
