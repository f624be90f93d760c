/** PDFs as the text that a reader sees: read-only documents that quotes lead into, with their pages marked. */
import {
  commands,
  type DecorationOptions,
  Disposable,
  EventEmitter,
  Range,
  TabInputCustom,
  TabInputText,
  type TextEditor,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { READER_TEXT_SCHEME, readerTextUri } from "../../server/core/sources/readerTextUri.ts";
import type { ArticleClient } from "./articleClient.ts";

/** The document that shows a file: a PDF as its text, all others as they are. */
export const toReadableUri = (file: Uri): Uri =>
  file.scheme !== READER_TEXT_SCHEME && /\.pdf$/i.test(file.path) ? Uri.parse(readerTextUri(file.toString())) : file;

/** The file of the active tab, which may be one that no text editor shows. */
export function activeFileUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const tabUri = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return tabUri ?? window.activeTextEditor?.document.uri;
}

/** Has the links of maps lead to what can be read. */
export const readableLinks: Pick<Middleware, "provideDocumentLinks"> = {
  async provideDocumentLinks(document, token, next) {
    const links = await next(document, token);
    // What is on the web the browser shows.
    for (const link of links ?? [])
      if (link.target?.scheme === document.uri.scheme) link.target = toReadableUri(link.target);
    return links;
  },
};

/** Gives these documents their text and marks their pages; registers the command that opens one. */
export function registerReaderTexts(articles: ArticleClient): Disposable {
  const changed = new EventEmitter<Uri>();
  /** The first line of each page, for the editors of a document. */
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

  /** A file that has changed has another text; of one that the server has read already it tells when it has read it anew. */
  const watcher = workspace.createFileSystemWatcher("**/*.[pP][dD][fF]");
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
          renderOptions: { after: { contentText: `page ${label}` } },
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
