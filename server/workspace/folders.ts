/** Finds the maps that lie in a folder, however deep. */
import type { FileSystem } from "./fileSystem.ts";
import { folderOf } from "./paths.ts";

/** How the name of a map's file ends. */
const MAP = ".argmap";

/** So many folders are looked into at once. */
const AT_ONCE = 16;

/** Nobody keeps maps in folders that tools made for themselves. */
const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules";

export const isMap = (uri: string): boolean => uri.endsWith(MAP);

/** Whether a file or folder lies in a folder, however deep. */
export const isWithin = (uri: string, folder: string): boolean => uri.startsWith(`${folder}/`);

/** Whether a file or folder lies in one of these folders, and in none that is passed over. */
export function liesIn(uri: string, folders: Iterable<string>): boolean {
  for (const folder of folders) {
    if (!isWithin(uri, folder)) continue;
    const inside = folderOf(uri).slice(folder.length + 1);
    if (!inside.split("/").some((name) => isPassedOver(decodeURIComponent(name)))) return true;
  }
  return false;
}

/** The URIs of all maps in a folder and the folders in it. */
export async function mapsIn({ list }: FileSystem, folder: string): Promise<readonly string[]> {
  const maps: string[] = [];
  const folders = [folder];
  while (folders.length > 0) {
    const next = folders.splice(0, AT_ONCE);
    const names = await Promise.all(next.map((uri) => list(uri)));
    for (const [index, uri] of next.entries()) {
      for (const name of names[index] ?? []) {
        const isFolder = name.endsWith("/");
        const inside = `${uri}/${encodeURIComponent(isFolder ? name.slice(0, -1) : name)}`;
        if (!isFolder && isMap(name)) maps.push(inside);
        else if (isFolder && !isPassedOver(name.slice(0, -1))) folders.push(inside);
      }
    }
  }
  return maps;
}
