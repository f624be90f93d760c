/** The extension's start and stop. What it does is in the files named here. */
import { type ExtensionContext, window } from "vscode";
import { registerCommands } from "./commands.ts";
import { openFirstPreview } from "./first.ts";
import { registerPreviewCommands } from "./preview/commands.ts";
import { createPreviews } from "./preview/previews.ts";
import { createTrees } from "./preview/trees.ts";
import { registerReference } from "./reference.ts";
import { createServer } from "./server.ts";
import { registerServerCommands } from "./serverCommands.ts";

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const channel = window.createOutputChannel("Argmap", { log: true });
  const server = createServer(context, channel);
  const trees = createTrees(server, channel);
  const previews = createPreviews(context, trees);
  stop = () => server.stop();

  context.subscriptions.push(
    channel,
    trees,
    previews,
    ...registerCommands({ server, channel }),
    ...registerPreviewCommands(previews, trees, context.extensionUri),
    ...registerServerCommands(),
    registerReference(context),
    openFirstPreview(previews),
  );
  await server.start();
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
