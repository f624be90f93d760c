import { importClosure } from "../../core/language/graph.ts";
import { mapTitle } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** A map that another map imports. */
export interface ImportedMap {
  readonly uri: string;
  /** The text of its `map: …` entry; undefined if it has none. */
  readonly title: string | undefined;
}

/** Returns the maps that a map imports, directly or indirectly, nearest first. A preview can open these. */
export function importedMaps(workspace: Workspace, uri: string): readonly ImportedMap[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  return importClosure(file)
    .filter((one) => one !== file)
    .map((one) => ({ uri: one.uri, title: mapTitle(one) }));
}
