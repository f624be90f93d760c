/** *Map This Article*: opens an article and its map side by side, and creates the map if there is none. */
import { commands, type Disposable, l10n, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { TargetsResult } from "../../server/protocol/articles.ts";
import { findArticles } from "../editor/folderContents.ts";
import { visibleColumnOf } from "../editor/viewColumns.ts";
import { LANGUAGE } from "../language.ts";
import type { ArticleClient } from "./articleClient.ts";
import { setArticleLanguage } from "./articleLanguage.ts";
import type { SelectWordsHint } from "./hints/selectWordsHint.ts";
import { visibleMaps } from "./mapChoice.ts";
import { activeFileUri, toReadableUri } from "./readerTextDocuments.ts";

/**
 * Registers the command. Menus pass the article as argument; the command palette uses the active editor. Without either, the
 * user picks one of the articles in the folder.
 *
 * @param onMapped is called with the map when both are open
 */
export const registerMapArticle = (
  articles: ArticleClient,
  hint: SelectWordsHint,
  onMapped: (map: Uri) => void,
): Disposable =>
  commands.registerCommand("argmap.encodeArticle", async (clicked?: unknown) => {
    const article = clickedArticle(clicked) ?? activeArticle() ?? (await pickArticle());
    if (!article) return;
    const maps = await mapsCiting(articles, article);
    const map = maps.length === 0 ? await createMapFile(articles, article) : await pickCitingMap(maps);
    if (!map) return;
    await showArticleAndMap(article, map);
    onMapped(map.uri);
    hint.show(toReadableUri(article));
  });

/** The article that a menu passes: a file, or an item of the view of maps. */
function clickedArticle(clicked: unknown): Uri | undefined {
  if (clicked instanceof Uri) return clicked;
  const isItem = typeof clicked === "object" && clicked !== null && "uri" in clicked;
  return isItem && clicked.uri instanceof Uri ? clicked.uri : undefined;
}

/** The file in the active editor, unless it is a map. */
function activeArticle(): Uri | undefined {
  return window.activeTextEditor?.document.languageId === LANGUAGE ? undefined : activeFileUri();
}

/** The only article of the folder, or the one that the user picks. */
async function pickArticle(): Promise<Uri | undefined> {
  const found = await findArticles();
  if (found.length === 0) {
    const message = l10n.t(
      "The folder has no article: no text, Markdown, HTML, Word or PDF file, and no e-mail or subtitles. Add one to it first.",
    );
    return void window.showInformationMessage(message);
  }
  if (found.length === 1) return found[0];
  const items = found.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (
    await window.showQuickPick(items, { title: l10n.t("Map This Article"), placeHolder: l10n.t("Which article?") })
  )?.uri;
}

/** A map to show beside its article. */
export interface MapToOpen {
  readonly uri: Uri;
  readonly cursorAtEnd: boolean;
}

type CitingMaps = TargetsResult["maps"];

const mapsCiting = async (articles: ArticleClient, article: Uri): Promise<CitingMaps> =>
  (await articles.targets(article, ""))?.maps.filter(({ cites }) => cites) ?? [];

/** The only map, or the one that the user picks: visible maps come first. Undefined if the user cancels. */
async function pickCitingMap(maps: CitingMaps): Promise<MapToOpen | undefined> {
  if (maps.length <= 1) return maps[0] && { uri: Uri.parse(maps[0].uri), cursorAtEnd: false };
  const visible = visibleMaps();
  const items = maps
    .toSorted((a, b) => Number(visible.has(b.uri)) - Number(visible.has(a.uri)))
    .map(({ uri, title }) => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri }));
  const chosen = await window.showQuickPick(items, { title: l10n.t("Maps That Cite This Article") });
  return chosen && { uri: Uri.parse(chosen.uri), cursorAtEnd: false };
}

/** Creates the file of a map for an article. Undefined if that failed; an existing file is never overwritten. */
export async function createMapFile(articles: ArticleClient, article: Uri): Promise<MapToOpen | undefined> {
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

/** Shows an article on the left, where the user goes on, and its map on the right. */
export async function showArticleAndMap(article: Uri, { uri, cursorAtEnd }: MapToOpen): Promise<void> {
  const document = await setArticleLanguage(await workspace.openTextDocument(toReadableUri(article)));
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  const map = await workspace.openTextDocument(uri);
  const { end } = map.lineAt(map.lineCount - 1).range;
  await window.showTextDocument(map, {
    viewColumn: visibleColumnOf(uri) ?? ViewColumn.Two,
    preview: false,
    ...(cursorAtEnd && { selection: new Range(end, end) }),
  });
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
}
