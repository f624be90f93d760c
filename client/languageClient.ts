/** The client of the language server: its options, and when it starts. */
import { Disposable, type LogOutputChannel, type TextDocument, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from "vscode-languageclient";
import { clientCommands } from "./codeLensCommands.ts";
import { fileSchemes } from "./editor/fileSchemes.ts";
import { LANGUAGE, MAP_EXTENSION } from "./language.ts";
import { referenceLinks } from "./reference.ts";

/** Returns the options of a client, in Node and in browsers. */
export const clientOptions = (outputChannel: LogOutputChannel, middleware: Middleware): LanguageClientOptions => ({
  // The server requests the settings and registers for their changes, so nothing about settings is configured here.
  documentSelector: [...fileSchemes(), "untitled"].map((scheme) => ({ scheme, language: LANGUAGE })),
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

/**
 * Starts the server as soon as a map is open or the workspace contains one. VS Code also activates the extension for
 * Markdown previews, which need no server.
 */
export function startServerForMaps(client: BaseLanguageClient): Disposable {
  const isMap = ({ languageId }: TextDocument): boolean => languageId === LANGUAGE;
  if (workspace.textDocuments.some(isMap)) {
    startServer(client);
    return new Disposable(() => {});
  }
  const subscription = workspace.onDidOpenTextDocument((document) => {
    if (!isMap(document)) return;
    subscription.dispose();
    startServer(client);
  });
  workspace.findFiles(`**/*${MAP_EXTENSION}`, undefined, 1).then(([map]) => {
    if (map === undefined) return;
    subscription.dispose();
    startServer(client);
  });
  return subscription;
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
