/** What the open folders contain: maps, articles, or something else. */
import type { Uri } from "vscode";
import { FileType, workspace } from "vscode";
import { MAP_EXTENSION } from "../language.ts";

/** The extensions of files that maps can quote. */
const ARTICLE_NAME = /\.(txt|md|markdown|html?|xhtml|pdf)$/i;
const ARTICLE_GLOB = "**/*.{txt,md,markdown,html,htm,xhtml,pdf}";
/** Files about the folder itself, which nobody maps. */
const ABOUT_FOLDER = /^(readme|license|licence|changelog|contributing|notice)\b/i;
const EXCLUDED = "**/{node_modules,.*}/**";
const MAX_ARTICLES = 200;

/** `other`: a folder of something else, such as a program, where Argmap stays out of the way. */
export type FolderKind = "maps" | "articles" | "empty" | "other";

/** Returns whether the open folders have maps, articles that could be mapped, nothing, or something else. */
export async function folderKind(): Promise<FolderKind | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return undefined;
  const [map] = await workspace.findFiles(`**/*${MAP_EXTENSION}`, EXCLUDED, 1);
  if (map) return "maps";
  const listings = await Promise.all(folders.map(({ uri }) => workspace.fs.readDirectory(uri)));
  return classifyFolder(listings.flat().map(([name, type]) => ({ name, isFolder: type === FileType.Directory })));
}

/** Classifies a folder without maps by the names in it. Articles have to be at least half of its files. */
export function classifyFolder(
  entries: readonly { readonly name: string; readonly isFolder: boolean }[],
): Exclude<FolderKind, "maps"> {
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  if (visible.length === 0) return "empty";
  const files = visible.filter(({ isFolder }) => !isFolder);
  const articles = files.filter(({ name }) => isArticleName(name));
  return articles.length > 0 && 2 * articles.length >= files.length ? "articles" : "other";
}

/** Whether a file could be an article, by its name. */
export const isArticleName = (name: string): boolean => ARTICLE_NAME.test(name) && !ABOUT_FOLDER.test(name);

/** Returns the files of the open folders that could be articles, by path. */
export async function findArticles(): Promise<readonly Uri[]> {
  const files = await workspace.findFiles(ARTICLE_GLOB, EXCLUDED, MAX_ARTICLES);
  return files
    .filter(({ path }) => isArticleName(path.split("/").at(-1) ?? ""))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
