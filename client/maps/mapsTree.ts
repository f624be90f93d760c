/** The items of the view *Argument Maps* in the Explorer: the maps of the folder with their articles, and the articles without a map. */
import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from "vscode";
import { toReadableUri } from "../articles/readerTextDocuments.ts";
import { findArticles } from "../editor/folderContents.ts";
import type { MapClient } from "./mapClient.ts";

/** An item of the view. */
export type MapsNode =
  | { readonly is: "map"; readonly uri: Uri; readonly title: string; readonly articles: readonly Uri[] }
  | { readonly is: "article"; readonly uri: Uri; readonly isMapped: boolean }
  | { readonly is: "unmapped"; readonly articles: readonly Uri[] };

/** The items of the view. */
export interface MapsTree {
  /** The items under one of them, or the outermost ones. */
  getChildren(node: MapsNode | undefined): Promise<readonly MapsNode[]>;
  getTreeItem(node: MapsNode): TreeItem;
}

/** Returns the items of the view. They change with the folder, and when the server has restarted. */
export const createMapsTree = (client: MapClient, extensionUri: Uri): MapsTree => ({
  getChildren: async (node) => (node ? childrenOf(node) : rootNodes(client)),
  getTreeItem: (node) => treeItem(node, extensionUri),
});

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
