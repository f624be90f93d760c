/** The items of the view *Argument Maps* in the Explorer: the maps of the folder with their articles, and the articles without a map. */
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import { toReadableUri } from "../articles/readerTextDocuments.ts";
import { findArticles, folderKind } from "../editor/folderContents.ts";
import type { MapClient } from "./mapClient.ts";
import { MAPS_VIEW } from "./mapsView.ts";

/** Context key: what the open folders contain. The view and its welcome texts depend on it. */
const FOLDER_CONTEXT = "argmap.folder";
/** In milliseconds: files often change in groups. */
const REFRESH_DELAY = 200;

/** An item of the view. */
export type MapsNode =
  | { readonly is: "map"; readonly uri: Uri; readonly title: string; readonly articles: readonly Uri[] }
  | { readonly is: "article"; readonly uri: Uri; readonly isMapped: boolean }
  | { readonly is: "unmapped"; readonly articles: readonly Uri[] };

/** Workspace state: whether the view was expanded once, in a folder where it says how to begin. */
const EXPANDED_KEY = "argmap.maps.expanded";

/** The items of the view. */
export interface MapsTree extends Disposable {
  /** The items under one of them, or the outermost ones. */
  getChildren(node: MapsNode | undefined): Promise<readonly MapsNode[]>;
  getTreeItem(node: MapsNode): TreeItem;
  readonly onChanged: Event<void>;
}

/** Returns the items, and keeps them and the context of the view up to date. */
export function createMapsTree(
  client: MapClient,
  { extensionUri, workspaceState: state }: Pick<ExtensionContext, "extensionUri" | "workspaceState">,
): MapsTree {
  const changed = new EventEmitter<void>();
  let refreshTimer: NodeJS.Timeout | undefined;

  async function updateContext(): Promise<void> {
    const kind = await folderKind();
    await commands.executeCommand("setContext", FOLDER_CONTEXT, kind);
    if ((kind === "empty" || kind === "articles") && !state.get(EXPANDED_KEY)) void expand();
  }
  async function expand(): Promise<void> {
    await state.update(EXPANDED_KEY, true);
    // VS Code collapses views that extensions add to the Explorer. Later it remembers what the user does.
    await commands.executeCommand(`${MAPS_VIEW}.focus`, { preserveFocus: true });
  }
  const refresh = (): void => {
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(() => {
      void updateContext();
      changed.fire();
    }, REFRESH_DELAY);
  };
  const contextUpdated = updateContext();

  const watcher = workspace.createFileSystemWatcher("**/*");
  const subscriptions = Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    workspace.onDidSaveTextDocument(({ uri }) => uri.path.endsWith(".argmap") && refresh()),
    workspace.onDidChangeWorkspaceFolders(refresh),
    client.onServerRestart(refresh),
  );
  return {
    onChanged: changed.event,
    async getChildren(node) {
      if (node) return childrenOf(node);
      // The view may have just loaded the extension, and its welcome text depends on the context.
      await contextUpdated;
      return rootNodes(client);
    },
    getTreeItem: (node) => treeItem(node, extensionUri),
    dispose() {
      clearTimeout(refreshTimer);
      subscriptions.dispose();
    },
  };
}

function childrenOf(node: MapsNode): readonly MapsNode[] {
  const articles = node.is === "article" ? [] : node.articles;
  return articles.map((uri) => ({ is: "article", uri, isMapped: node.is === "map" }));
}

/** The maps, and the articles without one. Nothing if there are no maps: then the view shows how to begin. */
async function rootNodes(client: MapClient): Promise<readonly MapsNode[]> {
  const isInFolder = (uri: Uri): boolean => workspace.getWorkspaceFolder(uri) !== undefined;
  const maps = ((await client.maps()) ?? [])
    .map(({ uri, title, articles }) => ({
      is: "map" as const,
      uri: Uri.parse(uri),
      title,
      articles: articles.map((article) => Uri.parse(article.uri)),
    }))
    .filter(({ uri }) => isInFolder(uri));
  if (maps.length === 0) return [];
  const mapped = new Set(maps.flatMap(({ articles }) => articles.map(String)));
  const unmapped = (await findArticles()).filter((uri) => !mapped.has(uri.toString()));
  return [...maps, ...(unmapped.length > 0 ? [{ is: "unmapped" as const, articles: unmapped }] : [])];
}

function treeItem(node: MapsNode, extensionUri: Uri): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  if (node.is === "unmapped") {
    const item = new TreeItem(l10n.t("Articles without a map"), Expanded);
    item.id = "unmapped";
    return item;
  }
  const path = workspace.asRelativePath(node.uri);
  const name = path.split("/").at(-1) ?? path;
  if (node.is === "article") {
    const item = new TreeItem(name, None);
    item.resourceUri = node.uri;
    item.tooltip = path;
    item.iconPath = new ThemeIcon("book");
    item.contextValue = node.isMapped ? "mappedArticle" : "article";
    item.command = { command: "vscode.open", title: l10n.t("Open"), arguments: [toReadableUri(node.uri)] };
    return item;
  }
  const item = new TreeItem(node.title, node.articles.length > 0 ? Collapsed : None);
  item.id = node.uri.toString();
  if (node.title !== name) item.description = path;
  item.tooltip = path;
  item.iconPath = Uri.joinPath(extensionUri, "client/icons/map.svg");
  item.contextValue = "map";
  item.command = { command: "vscode.open", title: l10n.t("Open"), arguments: [node.uri] };
  return item;
}
