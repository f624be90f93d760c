/** Finds out whether the open folders contain maps, articles or neither. */
import type { Uri } from "vscode";
import { FileType, workspace } from "vscode";
import { articleExtensions, globOf, isArticleName } from "../../server/core/strings/articleName.ts";
import { MAP_EXTENSION } from "../language.ts";
import { classifyFolder, type FolderKind } from "./folderKind.ts";

const EXCLUDED = "**/{node_modules,.*}/**";
const MAX_ARTICLES = 200;

/** Returns whether the open folders have maps, articles that could be mapped, nothing, or something else. */
export async function folderKind(): Promise<FolderKind | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return undefined;
  const [map] = await workspace.findFiles(`**/*${MAP_EXTENSION}`, EXCLUDED, 1);
  if (map) return "maps";
  const listings = await Promise.all(folders.map(({ uri }) => workspace.fs.readDirectory(uri)));
  return classifyFolder(listings.flat().map(([name, type]) => ({ name, isFolder: type === FileType.Directory })));
}

/** Returns the files of the open folders that could be articles, by path. */
export async function findArticles(): Promise<readonly Uri[]> {
  const files = await workspace.findFiles(globOf(articleExtensions), EXCLUDED, MAX_ARTICLES);
  return files
    .filter(({ path }) => isArticleName(path.split("/").at(-1) ?? ""))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
