/** Files that the path of a source may have been meant for. */
import { nearest } from "../../core/checks/support/spelling.ts";
import { parentFolder, resolvePath, stemOf } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const MAX_PATHS = 3;

/**
 * Paths, as the map `uri` would write them, of files in the folder that a path leads into whose names come near, or differ
 * by their capitals or ending only; nearest first. Reads that folder.
 */
export async function similarFiles(workspace: Workspace, uri: string, path: string): Promise<readonly string[]> {
  const target = resolvePath(uri, path);
  if (target === undefined) return [];
  const slash = path.lastIndexOf("/") + 1;
  const names = await workspace.fileSystem.list(parentFolder(target));
  const articles = names.filter((name) => !name.startsWith(".") && !name.endsWith("/") && !name.endsWith(".argmap"));
  const writtenName = path.slice(slash);
  const similar = similarlyNamed(writtenName, articles, (name) => name).flatMap((sameStem) =>
    // The one that ends as was written is likelier.
    sameStem.toSorted((a, b) => extensionMatch(b, writtenName) - extensionMatch(a, writtenName) || (a < b ? -1 : 1)),
  );
  return similar.slice(0, MAX_PATHS).map((name) => path.slice(0, slash) + name);
}

/**
 * Those of some files whose names come near one, or differ by their capitals or ending only: nearest first, and together
 * those of one name.
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
