/** The files that a map depends on. */
import { fileURLToPath } from "node:url";
import { importClosure } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import { resolvePath } from "../../workspace/files/paths.ts";
import { sourceUri } from "../../workspace/sources/sources.ts";

/** Returns the paths of the maps that a map imports, and of the articles that they cite. A missing file counts too. */
export function dependenciesOf(file: MapFile): readonly string[] {
  const files = importClosure(file);
  const articles = files.flatMap((one) => [...one.entriesOf("source")].flatMap((source) => sourceUri(source) ?? []));
  const imports = files.flatMap((one) => one.imports.flatMap(({ entry }) => resolvePath(one.uri, entry.text) ?? []));
  const uris = new Set([...imports, ...articles].filter((uri) => uri !== file.uri));
  return [...uris].filter((uri) => uri.startsWith("file:")).map((uri) => fileURLToPath(uri));
}
