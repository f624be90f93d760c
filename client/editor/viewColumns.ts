/** In which columns of the window texts stand. */
import { TabInputText, type Uri, type ViewColumn, window } from "vscode";
import { LANGUAGE } from "../languageClient.ts";

/** Where a text is seen. */
export const columnOf = (uri: Uri): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.viewColumn;

/** Where it is open behind other tabs; not behind the preview, which it would hide. */
export const columnOfTab = (uri: Uri, preview: ViewColumn | undefined): ViewColumn | undefined =>
  window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== preview && tabs.some((tab) => shows(tab.input, uri)),
  )?.viewColumn;

/** Where a map's text is seen. */
export const columnOfMaps = (): ViewColumn | undefined =>
  window.visibleTextEditors.find((editor) => editor.document.languageId === LANGUAGE)?.viewColumn;

/** Where a text is, or can be, behind what is seen, without another column: in the preview's own where there is none for texts. */
export function columnBehind(uri: Uri, preview: ViewColumn | undefined): ViewColumn | undefined {
  const there = columnOf(uri) ?? columnOfTab(uri, preview);
  if (there !== undefined || isInTab(uri)) return there ?? preview;
  const ofTexts = window.tabGroups.all.find(
    ({ tabs, viewColumn }) => viewColumn !== preview && tabs.some(({ input }) => input instanceof TabInputText),
  );
  return columnOfMaps() ?? ofTexts?.viewColumn ?? preview;
}

/** Whether a text is open in a tab, seen or not. */
export const isInTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => shows(input, uri)));

const shows = (input: unknown, uri: Uri): boolean =>
  input instanceof TabInputText && input.uri.toString() === uri.toString();
