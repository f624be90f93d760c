/** Judges folders by the names in them. */
import { isArticleName } from "../../server/core/strings/articleName.ts";

/** `other`: a folder of something else, such as a program, where Argmap stays out of the way. */
export type FolderKind = "maps" | "articles" | "empty" | "other";

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
