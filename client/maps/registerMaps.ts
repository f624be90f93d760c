/** Registers what concerns maps as a whole: new maps, examples, the tour and the counts. */
import { commands, Disposable, type ExtensionContext } from "vscode";
import type { ArticleClient } from "../articles/articleClient.ts";
import { loadCommands } from "../environment/loadCommands.ts";
import type { Previews } from "../preview/previews.ts";
import { createCountsStatus } from "./countsStatus.ts";
import { registerEmptyMapHint } from "./emptyMap.ts";
import type { MapClient } from "./mapClient.ts";
import { registerForeignPaste } from "./pasteForeignText.ts";

interface MapServices {
  readonly client: MapClient;
  readonly articles: ArticleClient;
  readonly previews: Previews;
}

/** Registers everything in this folder. */
export function registerMaps(context: ExtensionContext, { client, articles, previews }: MapServices): Disposable {
  return Disposable.from(
    createCountsStatus(client),
    registerEmptyMapHint(),
    registerForeignPaste(client),
    commands.registerCommand("argmap.newMap", (clicked?: unknown) =>
      loadCommands().newMap(clicked, articles, previews),
    ),
    commands.registerCommand("argmap.openExample", () => loadCommands().openExample(context, previews)),
    commands.registerCommand("argmap.takeTour", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
    ),
  );
}
