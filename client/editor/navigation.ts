/** Places of the protocol as VS Code has them, and going there. */
import { Range, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";
import type { ArticleLocation } from "../../server/protocol/articles.ts";

export const toRange = ({ start, end }: ArticleLocation["range"]): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Shows a place, selected: in the editor that shows its document, else beside the active one. */
export async function goTo(uri: Uri, range: Range, column: ViewColumn = ViewColumn.Beside): Promise<void> {
  const visibleEditor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(uri, {
    viewColumn: visibleEditor?.viewColumn ?? column,
    selection: range,
  });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
