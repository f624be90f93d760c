/** *Map This Article*: opens an article and its map side by side, and creates the map if there is none. */
import { commands, type Disposable, l10n, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { TargetsResult } from "../../server/protocol/articles.ts";
import { goTo } from "../editor/navigation.ts";
import type { ArticleClient } from "./articleClient.ts";
import { activeFileUri, toReadableUri } from "./readerTextDocuments.ts";

/** Registers the command. Menus pass the article as argument; the command palette uses the active editor. */
export const registerMapArticle = (articles: ArticleClient): Disposable =>
  commands.registerCommand("argmap.encodeArticle", async (clicked?: unknown) => {
    const article = clicked instanceof Uri ? clicked : activeFileUri();
    if (!article) return void window.showInformationMessage(l10n.t("No article is open. Open the article first."));
    const maps = await mapsCiting(articles, article);
    const map = maps.length === 0 ? await createMap(articles, article) : await pickMap(maps);
    if (map) await showSideBySide(article, map);
  });

type MapToOpen = { readonly uri: Uri; readonly cursorAtEnd: boolean };

type CitingMaps = TargetsResult["maps"];

const mapsCiting = async (articles: ArticleClient, article: Uri): Promise<CitingMaps> =>
  (await articles.targets(article, ""))?.maps.filter(({ cites }) => cites) ?? [];

/** The only map, or the one that the user picks: visible maps come first. Undefined if the user cancels. */
async function pickMap(maps: CitingMaps): Promise<MapToOpen | undefined> {
  if (maps.length <= 1) return maps[0] && { uri: Uri.parse(maps[0].uri), cursorAtEnd: false };
  const visibleUris = window.visibleTextEditors.map(({ document }) => document.uri.toString());
  const items = maps
    .toSorted((a, b) => Number(visibleUris.includes(b.uri)) - Number(visibleUris.includes(a.uri)))
    .map(({ uri, title }) => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri }));
  const chosen = await window.showQuickPick(items, { title: l10n.t("Maps That Cite This Article") });
  return chosen && { uri: Uri.parse(chosen.uri), cursorAtEnd: false };
}

/** Creates a map beside an article. Undefined if that failed; an existing file is never overwritten. */
async function createMap(articles: ArticleClient, article: Uri): Promise<MapToOpen | undefined> {
  const map = await articles.newMap(article);
  if (!map) return undefined;
  const { uri } = map.location;
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(map.content) });
  if (await workspace.applyEdit(edit)) return { uri, cursorAtEnd: true };
  void window.showWarningMessage(
    l10n.t("Could not create “{0}”. Check whether the folder is writable.", workspace.asRelativePath(uri)),
  );
  return undefined;
}

async function showSideBySide(article: Uri, { uri, cursorAtEnd }: MapToOpen): Promise<void> {
  await window.showTextDocument(toReadableUri(article), { viewColumn: ViewColumn.One, preview: false });
  const map = await workspace.openTextDocument(uri);
  const { end } = map.lineAt(map.lineCount - 1).range;
  if (cursorAtEnd) await goTo({ uri, range: new Range(end, end) }, ViewColumn.Two);
  else await window.showTextDocument(map, { viewColumn: ViewColumn.Two, preview: false });
}
