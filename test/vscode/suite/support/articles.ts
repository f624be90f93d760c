/** An article and a map that cites it, for the tests of articles. */
import { type TextEditor, ViewColumn } from "vscode";
import { waitForVisible } from "./driver.ts";
import { openFile, showText, workspaceUri, writeFile } from "./editor.ts";

export const article = `The Ferry

The ferry carried nine hundred people a day last summer.

Its engine is thirty years old. Every second week it stands still.

A bridge would cost forty million, the council says.
`;
export const map = `map: The ferry

source text: The Ferry
  file: ferry.txt

claim keep: The ferry should stay.
  quote text: nine hundred people a day
  reason: Nothing else crosses the bay.
`;

/** A selector of the gutter icons beside cited or uncited lines. */
export const gutterIcon = ".glyph-margin-widgets .cgmr, .margin-view-overlays .cgmr";

/** A selector of the picked item in the quick pick. */
export const focusedItem = (text: string): string => `.quick-input-widget .monaco-list-row.focused:has-text("${text}")`;

/** Writes `ferry.txt` and `ferry.argmap`. */
export async function writeFerryFiles(): Promise<void> {
  await writeFile("ferry.txt", article);
  await writeFile("ferry.argmap", map);
}

/** Opens the article in the first column and its map in the second one. Returns the editor of the map. */
export async function openSideBySide(): Promise<TextEditor> {
  await openFile("ferry.txt");
  const editor = await showText(workspaceUri("ferry.argmap"), { viewColumn: ViewColumn.Two });
  await waitForVisible(gutterIcon);
  return editor;
}
