/** Reads a map with the maps that it imports. */
import { importClosure } from "../../server/core/language/graph.ts";
import { type ImportTarget, MapFile } from "../../server/core/language/map.ts";

/** Returns the text at an address; undefined if there is none. */
export type ReadText = (address: string) => Promise<string | undefined>;

/** More maps than any map imports. */
const MAX_MAPS = 100;

/**
 * Reads a map.
 *
 * @param address the address that imports are relative to
 */
export async function readMap(address: string, text: string, read: ReadText): Promise<MapFile> {
  const map = new MapFile(address, text);
  const files = new Map([[address, map]]);
  const unread = [...importedAddresses(map)];
  for (let next = unread.shift(); next !== undefined && files.size < MAX_MAPS; next = unread.shift()) {
    if (files.has(next)) continue;
    const imported = await read(next);
    if (imported === undefined) continue;
    const file = new MapFile(next, imported);
    files.set(next, file);
    unread.push(...importedAddresses(file));
  }
  for (const file of files.values())
    for (const { entry } of file.imports) file.setImportTarget(entry, importTarget(file, entry.text, files));
  return map;
}

const importedAddresses = (file: MapFile): readonly string[] =>
  file.imports.flatMap(({ entry }) => resolveAddress(file.uri, entry.text) ?? []);

const resolveAddress = (from: string, path: string): string | undefined =>
  URL.canParse(path, from) ? new URL(path, from).href : undefined;

function importTarget(file: MapFile, path: string, files: ReadonlyMap<string, MapFile>): ImportTarget {
  const imported = files.get(resolveAddress(file.uri, path) ?? "");
  if (imported === undefined) return { state: "missing" };
  // The links that have been set so far.
  return importClosure(imported).includes(file)
    ? { state: "circular", cycle: [file.uri, imported.uri] }
    : { state: "found", file: imported };
}
