/** Takes the user from a card to its words. */
import { Selection, type TextEditor, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";
import type { TextLocation } from "../preview/treeClient.ts";
import { tabColumnOf, visibleColumnOf, visibleMapColumn } from "./viewColumns.ts";

/** Puts the cursor at a place of a text, which is shown where `showText` does. */
export async function revealLocation(
  { uri, range }: TextLocation,
  previewColumn: ViewColumn | undefined,
): Promise<void> {
  const editor = await showText(uri, previewColumn);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a text in the column for it. */
export const showText = (uri: Uri, previewColumn: ViewColumn | undefined): Thenable<TextEditor> =>
  window.showTextDocument(uri, { viewColumn: columnForText(uri, previewColumn) });

/** Where a text belongs that the preview leads to: where it or a map's text is seen, else beside the preview. */
export function columnForText(uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn {
  const beside = previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  return visibleColumnOf(uri) ?? tabColumnOf(uri, previewColumn) ?? visibleMapColumn() ?? beside;
}
