/** Entry point of the extension: creates and disposes its parts. */
import { type ExtensionContext, window, workspace } from "vscode";
import { TRUST_GRANTED } from "../server/protocol/trust.ts";
import { createArticleClient } from "./articles/articleClient.ts";
import { createUnquotedHint } from "./articles/hints/unquotedHint.ts";
import { readableLinks } from "./articles/readerTextDocuments.ts";
import { registerArticles } from "./articles/registerArticles.ts";
import { selectDefinitionTarget } from "./articles/selectDefinitionTarget.ts";
import { registerAssistant } from "./assistant/registerAssistant.ts";
import { registerCodeLensCommands } from "./codeLensCommands.ts";
import { createLanguageClient, refreshCodeLenses, startServerForMaps } from "./languageClient.ts";
import { createMapClient } from "./maps/mapClient.ts";
import { registerMaps } from "./maps/registerMaps.ts";
import { extendMarkdownIt } from "./markdownItPlugin.ts";
import { openFirstPreview } from "./openFirstPreview.ts";
import { registerPreviewCommands } from "./preview/commands.ts";
import { createPreviews } from "./preview/previews.ts";
import { createTreeClient } from "./preview/treeClient.ts";
import { registerReference } from "./reference.ts";
import { registerServerControls } from "./serverControls.ts";
import { createServerMessages } from "./serverMessages.ts";

let stop: (() => Promise<void>) | undefined;

/** The API that VS Code's Markdown preview reads. `activate` returns it without waiting for the language server. */
interface ExtensionApi {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

/** Registers everything that the extension offers. Returns the API for VS Code's Markdown preview. */
export function activate(context: ExtensionContext): ExtensionApi {
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
    ...registerServerControls({ client, channel }),
    ...registerPreviewCommands(previews, trees, maps, context.extensionUri),
    ...registerCodeLensCommands(),
    registerReference(context),
    registerAssistant(context),
    startServerForMaps(client),
    workspace.onDidGrantWorkspaceTrust(() => messages.notify(TRUST_GRANTED, {})),
    openFirstPreview(previews),
    targetSelector,
    sources,
    maps,
    registerMaps(context, { client: maps, articles, previews }),
  );
  return { extendMarkdownIt: (markdown) => extendMarkdownIt(markdown) };
}

/** Stops the language server. VS Code waits for the returned promise before it exits. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
