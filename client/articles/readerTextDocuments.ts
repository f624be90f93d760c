/** Shows PDFs, e-books, e-mails and other documents as read-only text documents with page marks, so that quotes can link into them. */
import {
  commands,
  type DecorationOptions,
  Disposable,
  EventEmitter,
  l10n,
  Range,
  TabInputCustom,
  TabInputText,
  type TextEditor,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Middleware } from "vscode-languageclient";
import { READER_TEXT_SCHEME, readerTextUri } from "../../server/core/articles/readerTextUri.ts";
import { documentExtensions, globOf, isDocumentName } from "../../server/core/strings/articleName.ts";
import type { ArticleClient } from "./articleClient.ts";

/** The URI of the document that shows a file in a text editor: the text of a document such as a PDF, any other file itself. */
export const toReadableUri = (file: Uri): Uri =>
  file.scheme !== READER_TEXT_SCHEME && isDocumentName(file.path) ? Uri.parse(readerTextUri(file.toString())) : file;

/** The file of the active tab, including files that only a custom editor can show. */
export function activeFileUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const tabUri = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return tabUri ?? window.activeTextEditor?.document.uri;
}

/** Makes links from maps to such files open their text. */
export const readableLinks: Pick<Middleware, "provideDocumentLinks"> = {
  async provideDocumentLinks(document, token, next) {
    const links = await next(document, token);
    // Links to the web keep their target.
    for (const link of links ?? [])
      if (link.target?.scheme === document.uri.scheme) link.target = toReadableUri(link.target);
    return links;
  },
};

/** Provides the documents and their page marks, and registers *Open as Text*. */
export function registerReaderTexts(articles: ArticleClient): Disposable {
  const changed = new EventEmitter<Uri>();
  /** The page marks of each open document, by its URI. */
  const pageDecorations = new Map<string, readonly DecorationOptions[]>();
  const pageDecorationType = window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: "dotted",
    borderWidth: "1px 0 0 0",
    borderColor: new ThemeColor("editorRuler.foreground"),
    after: { color: new ThemeColor("editorCodeLens.foreground"), margin: "0 0 0 2em" },
  });

  function decorate(editor: TextEditor): void {
    if (editor.document.uri.scheme !== READER_TEXT_SCHEME) return;
    editor.setDecorations(pageDecorationType, pageDecorations.get(editor.document.uri.toString()) ?? []);
  }

  // The server announces changes only of files that a map cites, so the client watches all of them.
  const watcher = workspace.createFileSystemWatcher(globOf(documentExtensions));
  const refresh = (file: Uri) => changed.fire(toReadableUri(file));

  return Disposable.from(
    changed,
    pageDecorationType,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    workspace.registerTextDocumentContentProvider(READER_TEXT_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const readerText = await articles.readerText(uri);
        const starts = readerText?.pages.map(({ label, range: { start } }) => ({
          range: lineRange(start.line),
          renderOptions: { after: { contentText: l10n.t("page {0}", label) } },
        }));
        pageDecorations.set(uri.toString(), starts ?? []);
        return readerText?.text ?? "";
      },
    }),
    articles.onTextChanged((uri) => changed.fire(uri)),
    articles.onServerRestart(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === READER_TEXT_SCHEME) changed.fire(uri);
    }),
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(decorate)),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors) if (editor.document === document) decorate(editor);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => pageDecorations.delete(uri.toString())),
    commands.registerCommand("argmap.openAsText", async (clicked?: unknown) => {
      const file = clicked instanceof Uri ? clicked : activeFileUri();
      if (file) await window.showTextDocument(toReadableUri(file));
    }),
  );
}

const lineRange = (line: number) => new Range(line, 0, line, 0);
