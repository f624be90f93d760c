/** Suggests files for a path that does not exist. */
import { nearest } from "../../core/strings/spelling.ts";
import { parentFolder, resolvePath, stemOf } from "../../workspace/files/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const MAX_PATHS = 3;

/**
 * Returns the paths of files with a similar name, in the folder that `path` leads to, nearest first. Names that differ
 * only in case or extension count as similar. Lists that folder.
 *
 * @param uri the map that contains the path; the results are relative to it
 */
export async function similarFiles(workspace: Workspace, uri: string, path: string): Promise<readonly string[]> {
  const target = resolvePath(uri, path);
  if (target === undefined) return [];
  const slash = path.lastIndexOf("/") + 1;
  const names = await workspace.fileSystem.list(parentFolder(target));
  const articles = names.filter((name) => !name.startsWith(".") && !name.endsWith("/") && !name.endsWith(".argmap"));
  const writtenName = path.slice(slash);
  const similar = similarlyNamed(writtenName, articles, (name) => name).flatMap((sameStem) =>
    // A file with the same extension comes first.
    sameStem.toSorted((a, b) => extensionMatch(b, writtenName) - extensionMatch(a, writtenName) || (a < b ? -1 : 1)),
  );
  return similar.slice(0, MAX_PATHS).map((name) => path.slice(0, slash) + name);
}

/**
 * Returns the files with a similar name, nearest first, grouped by name without extension. Names that differ only in
 * case or extension count as similar.
 */
export function similarlyNamed<File>(
  name: string,
  files: readonly File[],
  nameOf: (file: File) => string,
): readonly (readonly File[])[] {
  const stems = nearest(stemOf(name), new Set(files.map((file) => stemOf(nameOf(file)))));
  return stems.map((stem) => files.filter((file) => stemOf(nameOf(file)) === stem));
}

const extensionMatch = (name: string, writtenName: string): number =>
  Number(extensionOf(name) === extensionOf(writtenName));

const extensionOf = (name: string): string => name.slice(stemOf(name).length).toLowerCase();
