/**
 * What the extension does before it is needed: it registers its commands, its view and the restoring of previews, and loads its
 * features with the first of these that is used, or with the first map. A folder without maps shows how to begin, which needs
 * no features, and neither do Markdown previews and tools of assistants.
 */
import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type TreeDataProvider,
  type WebviewPanel,
  window,
} from "vscode";
import { loadFeatures } from "./environment/loadFeatures.ts";
import { trackFolders } from "./maps/folderContext.ts";
import type { MapsNode } from "./maps/mapsTree.ts";
import { MAPS_VIEW } from "./maps/mapsView.ts";
import { onFirstMap } from "./onFirstMap.ts";
import { PREVIEW_VIEW_TYPE } from "./preview/viewType.ts";
import type { Features } from "./start.ts";

let loading: Promise<Features> | undefined;

/** Registers what loads the features of the extension. */
export function startOnDemand(context: ExtensionContext): void {
  const standIns = registerStandIns(commandIds(context), features);
  const folders = trackFolders(context.workspaceState);
  const treeChanged = new EventEmitter<undefined>();

  function features(): Promise<Features> {
    loading ??= load();
    return loading;
  }
  async function load(): Promise<Features> {
    const { startFeatures } = await loadFeatures();
    // The features register the same commands.
    standIns.dispose();
    const started = startFeatures(context, folders);
    context.subscriptions.push(started.onServerRestart(() => treeChanged.fire(undefined)));
    return started;
  }

  const mapsTree: TreeDataProvider<MapsNode> = {
    onDidChangeTreeData: treeChanged.event,
    async getChildren(node) {
      // The welcome text of a folder without maps needs no features.
      if (!node && (await folders.kind()) !== "maps") return [];
      return [...(await (await features()).mapsTree.getChildren(node))];
    },
    getTreeItem: async (node) => (await features()).mapsTree.getTreeItem(node),
  };
  context.subscriptions.push(
    standIns,
    folders,
    folders.onChanged(() => treeChanged.fire(undefined)),
    treeChanged,
    window.createTreeView(MAPS_VIEW, { treeDataProvider: mapsTree }),
    window.registerWebviewPanelSerializer(PREVIEW_VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        (await features()).restorePreview(panel, state);
      },
    }),
    onFirstMap(folders, () => void features()),
  );
}

/** Stops the language server if it runs. VS Code waits for the returned promise before it exits. */
export async function deactivate(): Promise<void> {
  const features = await loading;
  await features?.stop();
}

/** The commands that `package.json` lists. All others are only offered by the features. */
function commandIds({ extension }: ExtensionContext): readonly string[] {
  const { commands }: { readonly commands: readonly { readonly command: string }[] } =
    extension.packageJSON.contributes;
  return commands.map(({ command }) => command);
}

/** Registers commands that load the features, and then run the commands of the same names. */
const registerStandIns = (ids: readonly string[], features: () => Promise<Features>): Disposable =>
  Disposable.from(
    ...ids.map((id) =>
      commands.registerCommand(id, async (...args: unknown[]) => {
        await features();
        return commands.executeCommand(id, ...args);
      }),
    ),
  );
