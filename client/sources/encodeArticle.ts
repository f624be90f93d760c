/** *Encode This Article*: a map beside an article, both side by side. */
import { commands, type Disposable, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { TargetsResult } from "../../server/protocol/articles.ts";
import { goTo } from "../editor/navigation.ts";
import type { ArticleClient } from "./articleClient.ts";
import { activeFileUri, toReadableUri } from "./readerTextDocuments.ts";

/** Registers the command; menus name the article, the palette means the active editor. */
export const registerEncodeArticle = (articles: ArticleClient): Disposable =>
  commands.registerCommand("argmap.encodeArticle", async (clicked?: unknown) => {
    const article = clicked instanceof Uri ? clicked : activeFileUri();
    if (!article) return void window.showInformationMessage("Open the article that is to be encoded first.");
    const maps = await mapsCiting(articles, article);
    const map = maps.length === 0 ? await createMap(articles, article) : await pickMap(maps);
    if (map) await showSideBySide(article, map);
  });

type MapToOpen = { readonly uri: Uri; readonly cursorAtEnd: boolean };

type CitingMaps = TargetsResult["maps"];

/** The maps that cite the article already. */
const mapsCiting = async (articles: ArticleClient, article: Uri): Promise<CitingMaps> =>
  (await articles.targets(article, ""))?.maps.filter(({ cites }) => cites) ?? [];

/** One of them: the only one, else that which the user picks, those in sight offered first; undefined where none is picked. */
async function pickMap(maps: CitingMaps): Promise<MapToOpen | undefined> {
  if (maps.length <= 1) return maps[0] && { uri: Uri.parse(maps[0].uri), cursorAtEnd: false };
  const visibleUris = window.visibleTextEditors.map(({ document }) => document.uri.toString());
  const items = maps
    .toSorted((a, b) => Number(visibleUris.includes(b.uri)) - Number(visibleUris.includes(a.uri)))
    .map(({ uri, title }) => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri }));
  const chosen = await window.showQuickPick(items, { title: "Maps that cite this article" });
  return chosen && { uri: Uri.parse(chosen.uri), cursorAtEnd: false };
}

/** A new map, which no file was in the place of. */
async function createMap(articles: ArticleClient, article: Uri): Promise<MapToOpen | undefined> {
  const map = await articles.newMap(article);
  if (!map) return undefined;
  const { uri } = map.location;
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(map.content) });
  if (await workspace.applyEdit(edit)) return { uri, cursorAtEnd: true };
  void window.showWarningMessage("The map could not be written.");
  return undefined;
}

async function showSideBySide(article: Uri, { uri, cursorAtEnd }: MapToOpen): Promise<void> {
  await window.showTextDocument(toReadableUri(article), { viewColumn: ViewColumn.One, preview: false });
  const map = await workspace.openTextDocument(uri);
  const last = map.lineAt(map.lineCount - 1).range.end;
  if (cursorAtEnd) await goTo(uri, new Range(last, last), ViewColumn.Two);
  else await window.showTextDocument(map, { viewColumn: ViewColumn.Two, preview: false });
}
