/** Starts the language server in a process of its own, over IPC. */
import { type ExtensionContext, type LogOutputChannel, Uri } from "vscode";
import { LanguageClient, type LanguageClientOptions, type Middleware, TransportKind } from "vscode-languageclient/node";
import { referenceLinks } from "./reference.ts";
import { commandsForServer } from "./serverCommands.ts";

/** The language, as `package.json` and the server name it. */
export const LANGUAGE = "argmap";

/** A client for the server that lies beside the extension; not started yet. */
export function createServer(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  sources: Middleware,
): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, "dist/server/node.cjs").fsPath;
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
    middleware: { ...referenceLinks.middleware, ...sources },
    initializationOptions: { ...referenceLinks.initializationOptions, commands: commandsForServer },
  };
  // The client's id is the prefix of the setting `argmap.trace.server`, which it reads by itself.
  return new LanguageClient(LANGUAGE, "Argmap", { run, debug }, options);
}
