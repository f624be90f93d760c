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
import { SHOWN, shownUri } from "../../server/core/sources/readerTextUri.ts";
import type { Articles } from "./articleClient.ts";

/** The document that shows a file: a PDF as its text, all others as they are. */
export const readable = (file: Uri): Uri =>
  file.scheme !== SHOWN && /\.pdf$/i.test(file.path) ? Uri.parse(shownUri(file.toString())) : file;

/** The file of the active tab, which may be one that no text editor shows. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return shown ?? window.activeTextEditor?.document.uri;
}

/** Has the links of maps lead to what can be read. */
export const linksToTexts: Pick<Middleware, "provideDocumentLinks"> = {
  async provideDocumentLinks(document, token, next) {
    const links = await next(document, token);
    // What is on the web the browser shows.
    for (const link of links ?? [])
      if (link.target?.scheme === document.uri.scheme) link.target = readable(link.target);
    return links;
  },
};

/** Gives these documents their text and marks their pages; registers the command that opens one. */
export function showTexts(articles: Articles): Disposable {
  const changed = new EventEmitter<Uri>();
  /** The first line of each page, for the editors of a document. */
  const pages = new Map<string, readonly DecorationOptions[]>();
  const page = window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: "dotted",
    borderWidth: "1px 0 0 0",
    borderColor: new ThemeColor("editorRuler.foreground"),
    after: { color: new ThemeColor("editorCodeLens.foreground"), margin: "0 0 0 2em" },
  });

  function paint(editor: TextEditor): void {
    if (editor.document.uri.scheme !== SHOWN) return;
    editor.setDecorations(page, pages.get(editor.document.uri.toString()) ?? []);
  }

  /** A file that has changed has another text; of one that the server has read already it tells when it has read it anew. */
  const watcher = workspace.createFileSystemWatcher("**/*.[pP][dD][fF]");
  const reread = (file: Uri) => changed.fire(readable(file));

  return Disposable.from(
    changed,
    page,
    watcher,
    watcher.onDidChange(reread),
    watcher.onDidCreate(reread),
    workspace.registerTextDocumentContentProvider(SHOWN, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const shown = await articles.text(uri);
        const starts = shown?.pages.map(({ label, range: { start } }) => ({
          range: lineOf(start.line),
          renderOptions: { after: { contentText: `page ${label}` } },
        }));
        pages.set(uri.toString(), starts ?? []);
        return shown?.text ?? "";
      },
    }),
    articles.onTextChanged((uri) => changed.fire(uri)),
    articles.onStarted(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SHOWN) changed.fire(uri);
    }),
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(paint)),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors) if (editor.document === document) paint(editor);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => pages.delete(uri.toString())),
    commands.registerCommand("argmap.openAsText", async (clicked?: unknown) => {
      const file = clicked instanceof Uri ? clicked : activeFile();
      if (file) await window.showTextDocument(readable(file));
    }),
  );
}

const lineOf = (line: number) => new Range(line, 0, line, 0);
