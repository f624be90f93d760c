/** *Encode This Article*: a map beside an article, both side by side. */
import { commands, type Disposable, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { TargetsResult } from "../../server/protocol/articles.ts";
import { goTo } from "../editor/navigation.ts";
import type { Articles } from "./articleClient.ts";
import { activeFile, readable } from "./readerTextDocuments.ts";

/** Registers the command; menus name the article, the palette means the active editor. */
export const registerEncodeArticle = (articles: Articles): Disposable =>
  commands.registerCommand("argmap.encodeArticle", async (clicked?: unknown) => {
    const article = clicked instanceof Uri ? clicked : activeFile();
    if (!article) return void window.showInformationMessage("Open the article that is to be encoded first.");
    const maps = await citing(articles, article);
    const map = maps.length === 0 ? await made(articles, article) : await oneOf(maps);
    if (map) await sideBySide(article, map);
  });

type Opened = { readonly uri: Uri; readonly end: boolean };

type Citing = TargetsResult["maps"];

/** The maps that cite the article already. */
const citing = async (articles: Articles, article: Uri): Promise<Citing> =>
  (await articles.targets(article, ""))?.maps.filter(({ cites }) => cites) ?? [];

/** One of them: the only one, else that which the user picks, those in sight offered first; undefined where none is picked. */
async function oneOf(maps: Citing): Promise<Opened | undefined> {
  if (maps.length <= 1) return maps[0] && { uri: Uri.parse(maps[0].uri), end: false };
  const inSight = window.visibleTextEditors.map(({ document }) => document.uri.toString());
  const items = maps
    .toSorted((a, b) => Number(inSight.includes(b.uri)) - Number(inSight.includes(a.uri)))
    .map(({ uri, title }) => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri }));
  const chosen = await window.showQuickPick(items, { title: "Maps that cite this article" });
  return chosen && { uri: Uri.parse(chosen.uri), end: false };
}

/** A new map, which no file was in the place of. */
async function made(articles: Articles, article: Uri): Promise<Opened | undefined> {
  const map = await articles.newMap(article);
  if (!map) return undefined;
  const { uri } = map.place;
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(map.content) });
  if (await workspace.applyEdit(edit)) return { uri, end: true };
  void window.showWarningMessage("The map could not be written.");
  return undefined;
}

async function sideBySide(article: Uri, { uri, end }: Opened): Promise<void> {
  await window.showTextDocument(readable(article), { viewColumn: ViewColumn.One, preview: false });
  const map = await workspace.openTextDocument(uri);
  const last = map.lineAt(map.lineCount - 1).range.end;
  if (end) await goTo(uri, new Range(last, last), ViewColumn.Two);
  else await window.showTextDocument(map, { viewColumn: ViewColumn.Two, preview: false });
}
