/** Finds the editor column in which a document is open or should be opened. */
import { TabInputText, type Uri, ViewColumn, window } from "vscode";
import { LANGUAGE } from "../language.ts";

/** The column in which a document is visible. */
export const visibleColumnOf = (uri: Uri): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.viewColumn;

/** The column in which a document is open, visible or not. Ignores the preview's column, which the document would cover. */
const tabColumnOf = (uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn | undefined =>
  window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== previewColumn && tabs.some((tab) => isTabOf(tab.input, uri)),
  )?.viewColumn;

/** The column in which the document of any map is visible. */
const visibleMapColumn = (): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.languageId === LANGUAGE)?.viewColumn;

/** The column in which to show a document that the user opens from a preview, so that the preview stays visible. */
export function columnForText(uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn {
  const beside = previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  return visibleColumnOf(uri) ?? tabColumnOf(uri, previewColumn) ?? visibleMapColumn() ?? beside;
}

/**
 * The column in which to open a document in a background tab without creating another column. That is the preview's own
 * column if no other column contains documents.
 */
export function backgroundColumnOf(uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn | undefined {
  const ownColumn = visibleColumnOf(uri) ?? tabColumnOf(uri, previewColumn);
  if (ownColumn !== undefined || isOpenInTab(uri)) return ownColumn ?? previewColumn;
  const textGroup = window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== previewColumn && tabs.some(({ input }) => input instanceof TabInputText),
  );
  return visibleMapColumn() ?? textGroup?.viewColumn ?? previewColumn;
}

/** Whether a document is open in a tab, visible or not. */
export const isOpenInTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isTabOf(input, uri)));

const isTabOf = (input: unknown, uri: Uri): boolean =>
  input instanceof TabInputText && input.uri.toString() === uri.toString();
