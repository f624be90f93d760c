/** The extension's start and stop. What it does is in the files named here. */
import { type ExtensionContext, window } from "vscode";
import { registerCommands } from "./commands.ts";
import { askForLenses, createServer, startForMaps } from "./languageClient.ts";
import { extendMarkdownIt } from "./markdownItPlugin.ts";
import { openFirstPreview } from "./openFirstPreview.ts";
import { registerPreviewCommands } from "./preview/commands.ts";
import { createPreviews } from "./preview/previews.ts";
import { createTrees } from "./preview/treeClient.ts";
import { registerReference } from "./reference.ts";
import { registerServerCommands } from "./serverCommands.ts";
import { createArticles } from "./sources/articleClient.ts";
import { linksToTexts } from "./sources/readerTextDocuments.ts";
import { followSources } from "./sources/registerSources.ts";
import { selectOnArrival } from "./sources/selectDefinitionTarget.ts";
import { createUnquotedHint } from "./sources/unquotedHint.ts";

let stop: (() => Promise<void>) | undefined;

/** What VS Code's Markdown preview asks of an extension. It waits for nothing else. */
interface Offers {
  readonly extendMarkdownIt: typeof extendMarkdownIt;
}

export function activate(context: ExtensionContext): Offers {
  const channel = window.createOutputChannel("Argmap", { log: true });
  const hint = createUnquotedHint();
  const arrival = selectOnArrival();
  const server = createServer(context, channel, { ...hint.middleware, ...arrival.middleware, ...linksToTexts });
  const trees = createTrees(server, channel);
  const articles = createArticles(server, channel);
  const sources = followSources(server, articles, hint);
  const passages = { locateQuote: articles.locateQuote, coverage: sources.coverage };
  const previews = createPreviews(context, trees, passages, () => askForLenses(server));
  stop = () => server.stop();

  context.subscriptions.push(
    channel,
    trees,
    articles,
    previews,
    ...registerCommands({ server, channel }),
    ...registerPreviewCommands(previews, trees, context.extensionUri),
    ...registerServerCommands(),
    registerReference(context),
    startForMaps(server),
    openFirstPreview(previews),
    arrival,
    sources,
  );
  return { extendMarkdownIt: (markdown) => extendMarkdownIt(markdown) };
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
