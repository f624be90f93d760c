/** Starts the language server in its own process and talks to it over IPC. */
import { type ExtensionContext, type LogOutputChannel, Uri } from "vscode";
import { LanguageClient, type Middleware, TransportKind } from "vscode-languageclient/node";
import { LANGUAGE } from "./language.ts";
import { clientOptions } from "./languageClient.ts";

/** Creates the client for the server that is bundled with the extension. Does not start it. */
export function createNodeClient(
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
  // The client reads the setting `<id>.trace.server` itself, so its id must be `argmap`.
  return new LanguageClient(LANGUAGE, "Argmap", { run, debug }, clientOptions(outputChannel, middleware));
}
