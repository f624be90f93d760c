/** Starts the language server in its own process and talks to it over IPC. */
import {
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { LanguageClient, type LanguageClientOptions, type Middleware, TransportKind } from "vscode-languageclient/node";
import { clientCommands } from "./codeLensCommands.ts";
import { LANGUAGE, MAP_EXTENSION } from "./language.ts";
import { referenceLinks } from "./reference.ts";

/** Creates the client for the server that is bundled with the extension. Does not start it. */
export function createLanguageClient(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  middleware: Middleware,
): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, "dist/server/main.cjs").fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = {
    ...run,
    options: { execArgv: ["--nolazy", "--inspect=6009"] },
  };
  // The server requests the settings and registers for their changes, so nothing about settings is configured here.
  const options: LanguageClientOptions = {
    // Excludes other schemes, such as the left side of a diff: the server would resolve their imports on disk.
    documentSelector: [
      { scheme: "file", language: LANGUAGE },
      { scheme: "untitled", language: LANGUAGE },
    ],
    outputChannel,
    ...referenceLinks,
    middleware: { ...referenceLinks.middleware, ...middleware },
    // A function, because the user may grant trust before the server is restarted.
    initializationOptions: () => ({
      ...referenceLinks.initializationOptions,
      commands: clientCommands,
      isTrusted: workspace.isTrusted,
    }),
  };
  // The client reads the setting `<id>.trace.server` itself, so its id must be `argmap`.
  return new LanguageClient(LANGUAGE, "Argmap", { run, debug }, options);
}

/**
 * Starts the server as soon as a map is open or the workspace contains one. VS Code also activates the extension for
 * Markdown previews, which need no server.
 */
export function startServerForMaps(client: LanguageClient): Disposable {
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
export function refreshCodeLenses(client: LanguageClient): void {
  for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document))) {
    client.getFeature("textDocument/codeLens").getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}

/** Starts the server unless it is running or starting. */
export function startServer(client: LanguageClient): void {
  // The client itself shows the user why the server failed to start.
  client.start().catch(() => {});
}
