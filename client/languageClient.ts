/** Starts the language server in a process of its own, over IPC. */
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
import { referenceLinks } from "./reference.ts";
import { clientCommands } from "./serverCommands.ts";

/** The language, as `package.json` and the server name it. */
export const LANGUAGE = "argmap";

/** A client for the server that lies beside the extension; not started yet. */
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
  // The server itself asks for the settings, and to be told when they have changed.
  const options: LanguageClientOptions = {
    // Not the old sides of comparisons and the like: the server reads from disk what these would import.
    documentSelector: [
      { scheme: "file", language: LANGUAGE },
      { scheme: "untitled", language: LANGUAGE },
    ],
    outputChannel,
    ...referenceLinks,
    middleware: { ...referenceLinks.middleware, ...middleware },
    initializationOptions: { ...referenceLinks.initializationOptions, commands: clientCommands },
  };
  // The client's id is the prefix of the setting `argmap.trace.server`, which it reads by itself.
  return new LanguageClient(LANGUAGE, "Argmap", { run, debug }, options);
}

/**
 * Starts the server when there is a map to read, be it one of the workspace's folders, whose articles it knows: a Markdown
 * preview asks for the extension too, and needs none.
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
  workspace.findFiles("**/*.argmap", undefined, 1).then(([map]) => {
    if (map === undefined) return;
    subscription.dispose();
    startServer(client);
  });
  return subscription;
}

/** Has VS Code ask anew for the counts above claims, in the texts that are seen. */
export function refreshCodeLenses(client: LanguageClient): void {
  for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document))) {
    client.getFeature("textDocument/codeLens").getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}

/** Starts the server where that has not happened yet. */
export function startServer(client: LanguageClient): void {
  // That it fails is told to the user by the client itself.
  client.start().catch(() => {});
}
