/** *New Map*: asks for a template and a title, creates the map and opens it with its preview. */
import { l10n, type QuickPickItem, SnippetString, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { ArticleClient } from "../articles/articleClient.ts";
import { createMapFile, showArticleAndMap } from "../articles/mapArticle.ts";
import { findArticles } from "../editor/folderContents.ts";
import { unusedName } from "../editor/unusedName.ts";
import { LANGUAGE } from "../language.ts";
import type { Previews } from "../preview/previews.ts";
import { withoutHint } from "./emptyMap.ts";
import { escapeSnippet, fileNameFor, type MapTemplate, speakersPart, templates, withTitle } from "./templates.ts";

interface TemplateItem extends QuickPickItem {
  /** Undefined for an empty map. */
  readonly template: MapTemplate | undefined;
}

interface ArticleItem extends QuickPickItem {
  /** Undefined for none of the articles. */
  readonly article: Uri | undefined;
}

/**
 * Asks what the map is about, and creates it.
 *
 * @param clicked the folder of a menu
 */
export async function newMap(clicked: unknown, articles: ArticleClient, previews: Previews): Promise<void> {
  const chosen = await pickTemplate();
  if (!chosen) return;
  if (chosen.template?.isOfArticle) {
    const picked = await pickArticle();
    if (!picked) return;
    if (picked.article) return createMapOf(picked.article, chosen.template, articles, previews);
  }
  const title = await window.showInputBox({
    title: l10n.t("New Map"),
    prompt: l10n.t("What is the map about? Its file gets the same name. Leave it empty to decide later."),
    placeHolder: l10n.t("For example: Sundays at the library"),
  });
  if (title === undefined) return;
  await createMap(previews, chosen.template, title.trim(), clicked instanceof Uri ? clicked : undefined);
}

function pickTemplate(): Thenable<TemplateItem | undefined> {
  const items: TemplateItem[] = templates.map((template) => ({
    label: `$(${template.icon}) ${template.label}`,
    detail: template.detail,
    template,
  }));
  items.push({
    label: `$(file) ${l10n.t("Empty map")}`,
    detail: l10n.t("Start from a blank page"),
    template: undefined,
  });
  return window.showQuickPick(items, { title: l10n.t("New Map"), placeHolder: l10n.t("What kind of map?") });
}

/** Asks which article to map, if the folder has any. Undefined if the user cancels. */
async function pickArticle(): Promise<ArticleItem | undefined> {
  const noArticle: ArticleItem = { label: `$(file) ${l10n.t("None of these")}`, article: undefined };
  const found = await findArticles();
  if (found.length === 0) return noArticle;
  const items = found.map(
    (article): ArticleItem => ({ label: `$(book) ${workspace.asRelativePath(article)}`, article }),
  );
  return window.showQuickPick([...items, noArticle], {
    title: l10n.t("New Map"),
    placeHolder: l10n.t("Which article?"),
  });
}

/** Creates a map in which the source is filled in from the article. */
async function createMapOf(
  article: Uri,
  template: MapTemplate,
  articles: ArticleClient,
  previews: Previews,
): Promise<void> {
  const map = await createMapFile(articles, article);
  if (!map) return;
  await showArticleAndMap(article, map);
  await previews.openBelow(map.uri);
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === map.uri.toString());
  if (!editor) return;
  await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? ViewColumn.Two });
  const source = /^source ([^\s:]+)/m.exec(editor.document.getText())?.[1] ?? "article";
  await editor.insertSnippet(new SnippetString(speakersPart(template.snippet, source)));
}

/** Creates the map in a folder of the window; if no folder is open, as an untitled text. */
async function createMap(
  previews: Previews,
  template: MapTemplate | undefined,
  title: string,
  clickedFolder: Uri | undefined,
): Promise<void> {
  const folder = clickedFolder ?? workspace.workspaceFolders?.[0]?.uri;
  const file = folder && (await createFile(folder, fileNameFor(title)));
  if (folder && !file) return;
  const snippet = template ? withTitle(template.snippet, title) : title && `map: ${escapeSnippet(title)}\n\n$0`;
  const open = async (): Promise<Uri> => {
    const document = file
      ? await workspace.openTextDocument(file)
      : await workspace.openTextDocument({ language: LANGUAGE });
    const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
    if (snippet) await editor.insertSnippet(new SnippetString(snippet));
    return document.uri;
  };
  previews.open(file && snippet ? await withoutHint(file, open) : await open());
}

/** Creates an empty file with an unused name. Undefined if that failed; then a message says so. */
async function createFile(folder: Uri, stem: string): Promise<Uri | undefined> {
  const taken = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const file = Uri.joinPath(folder, unusedName(stem, taken));
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false });
  if (await workspace.applyEdit(edit)) return file;
  void window.showWarningMessage(
    l10n.t("Could not create “{0}”. Check whether the folder is writable.", workspace.asRelativePath(file)),
  );
  return undefined;
}
