/** In which columns of the window texts stand. */
import { TabInputText, type Uri, type ViewColumn, window } from "vscode";
import { LANGUAGE } from "../languageClient.ts";

/** Where a text is seen. */
export const visibleColumnOf = (uri: Uri): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.viewColumn;

/** Where it is open behind other tabs; not behind the preview, which it would hide. */
export const tabColumnOf = (uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn | undefined =>
  window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== previewColumn && tabs.some((tab) => isTabOf(tab.input, uri)),
  )?.viewColumn;

/** Where a map's text is seen. */
export const visibleMapColumn = (): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.languageId === LANGUAGE)?.viewColumn;

/** Where a text is, or can be, behind what is seen, without another column: in the preview's own where there is none for texts. */
export function backgroundColumnOf(uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn | undefined {
  const ownColumn = visibleColumnOf(uri) ?? tabColumnOf(uri, previewColumn);
  if (ownColumn !== undefined || isOpenInTab(uri)) return ownColumn ?? previewColumn;
  const textGroup = window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== previewColumn && tabs.some(({ input }) => input instanceof TabInputText),
  );
  return visibleMapColumn() ?? textGroup?.viewColumn ?? previewColumn;
}

/** Whether a text is open in a tab, seen or not. */
export const isOpenInTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isTabOf(input, uri)));

const isTabOf = (input: unknown, uri: Uri): boolean =>
  input instanceof TabInputText && input.uri.toString() === uri.toString();
