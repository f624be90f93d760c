/** Locations in texts, and showing them to the user. */
import { Range, Selection, type TextEditor, TextEditorRevealType, Uri, ViewColumn, window } from "vscode";
import type { ArticleLocation } from "../../server/protocol/articles.ts";
import { columnForText, visibleColumnOf } from "./viewColumns.ts";

export interface TextLocation {
  readonly uri: Uri;
  readonly range: Range;
}

/** Converts a range of the protocol. */
export const toRange = ({ start, end }: ArticleLocation["range"]): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Converts a location of the protocol. */
export const toTextLocation = ({ uri, range }: ArticleLocation): TextLocation => ({
  uri: Uri.parse(uri),
  range: toRange(range),
});

/** Opens a location and selects its range: in the editor that already shows the document, else in `column`. */
export async function goTo({ uri, range }: TextLocation, column: ViewColumn = ViewColumn.Beside): Promise<void> {
  const editor = await window.showTextDocument(uri, {
    viewColumn: visibleColumnOf(uri) ?? column,
    selection: range,
  });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a location next to a preview and puts the cursor at its start. With `preserveFocus`, the focus stays where it is. */
export async function revealLocation(
  { uri, range }: TextLocation,
  previewColumn: ViewColumn | undefined,
  preserveFocus: boolean,
): Promise<void> {
  const editor = await showText(uri, previewColumn, preserveFocus);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a document next to a preview. */
export const showText = (
  uri: Uri,
  previewColumn: ViewColumn | undefined,
  preserveFocus = false,
): Thenable<TextEditor> =>
  window.showTextDocument(uri, { viewColumn: columnForText(uri, previewColumn), preserveFocus });
