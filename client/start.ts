/** Creates and disposes the parts of the extension, on a desktop and in a browser. */
import { type ExtensionContext, type LogOutputChannel, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { TRUST_GRANTED } from "../server/protocol/trust.ts";
import { createArticleClient } from "./articles/articleClient.ts";
import { createUnquotedHint } from "./articles/hints/unquotedHint.ts";
import { readableLinks } from "./articles/readerTextDocuments.ts";
import { registerArticles } from "./articles/registerArticles.ts";
import { selectDefinitionTarget } from "./articles/selectDefinitionTarget.ts";
import { registerCodeLensCommands } from "./codeLensCommands.ts";
import { answerFileRequests } from "./fileRequests.ts";
import { refreshCodeLenses, serveNewFileSystems, startServer } from "./languageClient.ts";
import type { FolderContext } from "./maps/folderContext.ts";
import { createMapClient, type MapClient } from "./maps/mapClient.ts";
import { createMapsTree, type MapsTree } from "./maps/mapsTree.ts";
import { registerMaps } from "./maps/registerMaps.ts";
import { onFirstMap } from "./onFirstMap.ts";
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

/** What `onDemand.ts` needs of the features. */
export interface Features {
  /** The items of the view of maps. */
  readonly mapsTree: MapsTree;
  readonly onServerRestart: MapClient["onServerRestart"];
  /** Shows a preview of an earlier window in its panel. */
  restorePreview(panel: WebviewPanel, state: unknown): void;
  /** Stops the language server. */
  stop(): Promise<void>;
}

/** Registers everything that the extension offers, except for the tools for assistants and maps in Markdown. */
export function start(
  context: ExtensionContext,
  folders: FolderContext,
  createLanguageClient: CreateLanguageClient,
): Features {
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
  const mapsTree = createMapsTree(maps, context.extensionUri);

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
    serveNewFileSystems(client),
    // An editor that loses the focus cancels the request for code lenses that it was about to make.
    window.onDidChangeActiveTextEditor(() => refreshCodeLenses(client)),
    onFirstMap(folders, () => startServer(client)),
    workspace.onDidGrantWorkspaceTrust(() => messages.notify(TRUST_GRANTED, {})),
    openFirstPreview(previews),
    targetSelector,
    sources,
    maps,
    registerMaps(context, { client: maps, articles, previews }),
  );
  return {
    mapsTree,
    onServerRestart: maps.onServerRestart,
    restorePreview: previews.restore,
    stop: () => client.stop(),
  };
}
