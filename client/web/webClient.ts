/** Starts the language server in a worker of the browser. */
import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { LANGUAGE } from "../language.ts";
import { clientOptions } from "../languageClient.ts";
import { startBundle } from "./startBundle.ts";

/** Creates the client for the server that is bundled with the extension. Does not start it. */
export const createWebClient = (
  { extensionUri }: ExtensionContext,
  outputChannel: LogOutputChannel,
  middleware: Middleware,
): LanguageClient =>
  new LanguageClient(
    LANGUAGE,
    "Argmap",
    async () => {
      const worker = startBundle(extensionUri, "server.js");
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    clientOptions(outputChannel, middleware),
  );
