/** Creates and disposes the parts of the extension, on a desktop and in a browser. */
import { type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { TRUST_GRANTED } from "../server/protocol/trust.ts";
import { createArticleClient } from "./articles/articleClient.ts";
import { createUnquotedHint } from "./articles/hints/unquotedHint.ts";
import { readableLinks } from "./articles/readerTextDocuments.ts";
import { registerArticles } from "./articles/registerArticles.ts";
import { selectDefinitionTarget } from "./articles/selectDefinitionTarget.ts";
import { registerCodeLensCommands } from "./codeLensCommands.ts";
import { answerFileRequests } from "./fileRequests.ts";
import { refreshCodeLenses, startServerForMaps } from "./languageClient.ts";
import { createMapClient } from "./maps/mapClient.ts";
import { registerMaps } from "./maps/registerMaps.ts";
import { openFirstPreview } from "./openFirstPreview.ts";
import { registerPreviewCommands } from "./preview/commands.ts";
import { createPreviews } from "./preview/previews.ts";
import { createTreeClient } from "./preview/treeClient.ts";
import { registerReference } from "./reference.ts";
import { registerServerControls } from "./serverControls.ts";
import { createServerMessages } from "./serverMessages.ts";

/** Creates the client of a language server. Does not start it. */
export type CreateLanguageClient = (
  context: ExtensionContext,
  channel: LogOutputChannel,
  middleware: Middleware,
) => BaseLanguageClient;

let stop: (() => Promise<void>) | undefined;

/** Registers everything that the extension offers. */
export function start(context: ExtensionContext, createLanguageClient: CreateLanguageClient): void {
  const channel = window.createOutputChannel("Argmap", { log: true });
  const hint = createUnquotedHint();
  const targetSelector = selectDefinitionTarget();
  const client = createLanguageClient(context, channel, {
    ...hint.middleware,
    ...targetSelector.middleware,
    ...readableLinks,
  });
  const messages = createServerMessages(client, channel);
  const trees = createTreeClient(client, messages);
  const articles = createArticleClient(client, messages);
  const sources = registerArticles(client, articles, hint, context.globalState);
  const { coverage, onMapped, onAdded } = sources;
  const articleServices = { locateQuote: articles.locateQuote, coverage, onMapped, onAdded };
  const previews = createPreviews(context, trees, articleServices, () => refreshCodeLenses(client));
  const maps = createMapClient(client, messages);
  stop = () => client.stop();

  context.subscriptions.push(
    channel,
    messages,
    trees,
    articles,
    previews,
    answerFileRequests(client),
    ...registerServerControls({ client, channel }),
    ...registerPreviewCommands(previews, trees, maps, context.extensionUri),
    ...registerCodeLensCommands(),
    registerReference(context),
    startServerForMaps(client),
    workspace.onDidGrantWorkspaceTrust(() => messages.notify(TRUST_GRANTED, {})),
    openFirstPreview(previews),
    targetSelector,
    sources,
    maps,
    registerMaps(context, { client: maps, articles, previews }),
  );
}

/** Stops the language server. VS Code waits for the returned promise before it exits. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
