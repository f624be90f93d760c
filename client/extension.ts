/** The extension's start and stop. What it does is in the files named here. */
import { type ExtensionContext, window } from "vscode";
import { registerCommands } from "./commands.ts";
import { openFirstPreview } from "./first.ts";
import { createPreview } from "./preview/panel.ts";
import { createTrees } from "./preview/trees.ts";
import { registerReference } from "./reference.ts";
import { createServer } from "./server.ts";
import { registerServerCommands } from "./serverCommands.ts";
import { selectOnArrival } from "./sources/arrive.ts";
import { createUnquotedHint } from "./sources/hint.ts";
import { linksToTexts } from "./sources/shown.ts";
import { followSources } from "./sources/sources.ts";

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const channel = window.createOutputChannel("Argmap", { log: true });
  const hint = createUnquotedHint();
  const arrival = selectOnArrival();
  const server = createServer(context, channel, { ...hint.middleware, ...arrival.middleware, ...linksToTexts });
  const trees = createTrees(server, channel);
  const preview = createPreview(context, trees);
  stop = () => server.stop();

  context.subscriptions.push(
    channel,
    trees,
    preview,
    ...registerCommands({ server, preview, channel }),
    ...registerServerCommands(),
    registerReference(context),
    openFirstPreview(preview),
    arrival,
    followSources(server, channel, hint),
  );
  await server.start();
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
