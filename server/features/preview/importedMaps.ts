import { importClosure } from "../../core/language/graph.ts";
import type { Workspace } from "../../workspace/workspace.ts";

export interface ImportedMap {
  readonly uri: string;
  /** As `map: …` says it; undefined where nothing does. */
  readonly title: string | undefined;
}

/** The maps that a map is made of beside itself, nearest first: what a preview of it can lead to. */
export function importedMaps(workspace: Workspace, uri: string): readonly ImportedMap[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  return importClosure(file)
    .filter((one) => one !== file)
    .map((one) => ({ uri: one.uri, title: [...one.entriesOf("map")][0]?.text || undefined }));
}
