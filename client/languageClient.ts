/** The client of the language server: its options, and how it starts. */
import { type Disposable, type LogOutputChannel, type TextDocument, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from "vscode-languageclient";
import { clientCommands } from "./codeLensCommands.ts";
import { isFileScheme } from "./editor/isFileScheme.ts";
import { LANGUAGE } from "./language.ts";
import { referenceLinks } from "./reference.ts";

/** Returns the options of a client, in Node and in browsers. */
export const clientOptions = (outputChannel: LogOutputChannel, middleware: Middleware): LanguageClientOptions => ({
  // The server requests the settings and registers for their changes, so nothing about settings is configured here.
  // `serveNewFileSystems` adds to it.
  documentSelector: [...knownSchemes()].map(mapsWithScheme),
  outputChannel,
  ...referenceLinks,
  middleware: { ...referenceLinks.middleware, ...middleware },
  // A function, because the user may grant trust before the server is restarted.
  initializationOptions: () => ({
    ...referenceLinks.initializationOptions,
    commands: clientCommands,
    isTrusted: workspace.isTrusted,
  }),
});

/** The schemes of the disk, of the open folders and of the open maps. */
const knownSchemes = (): ReadonlySet<string> =>
  new Set([
    "file",
    "untitled",
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
    ...workspace.textDocuments.filter(isMapFile).map(({ uri }) => uri.scheme),
  ]);

const mapsWithScheme = (scheme: string) => ({ scheme, language: LANGUAGE });

const isMapFile = ({ languageId, uri }: TextDocument): boolean => languageId === LANGUAGE && isFileScheme(uri.scheme);

/**
 * Restarts the server for the first map of a file system that was not known when the client was created: a client announces all
 * schemes of its documents when it starts.
 */
export function serveNewFileSystems(client: BaseLanguageClient): Disposable {
  return workspace.onDidOpenTextDocument((document) => {
    const { documentSelector = [] } = client.clientOptions;
    const { scheme } = document.uri;
    const isServed = documentSelector.some(
      (filter) => typeof filter === "object" && "scheme" in filter && filter.scheme === scheme,
    );
    if (isServed || !isMapFile(document)) return;
    documentSelector.push(mapsWithScheme(scheme));
    if (client.needsStop()) void client.stop().then(() => startServer(client));
  });
}

/** Makes VS Code request the code lenses of all visible editors again. */
export function refreshCodeLenses(client: BaseLanguageClient): void {
  for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document))) {
    client.getFeature("textDocument/codeLens").getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}

/** Starts the server unless it is running or starting. */
export function startServer(client: BaseLanguageClient): void {
  // The client itself shows the user why the server failed to start.
  client.start().catch(() => {});
}
