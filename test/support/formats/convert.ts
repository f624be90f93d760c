/** Exports and imports maps in tests. */
import { type ConvertedMap, exportMap, importMap } from "../../../server/core/formats/convert.ts";
import type { Exported } from "../../../server/core/formats/format.ts";
import type { MapDocument } from "../../../server/core/formats/mapDocument.ts";
import { readDocument } from "../../../server/core/formats/readDocument.ts";
import { formatWithId } from "../../../server/core/formats/registry.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { formatting } from "../../../server/features/requests/editing/formatting.ts";
import { workspaceWith } from "../workspaces/memoryFileSystem.ts";

const uri = "file:///maps/map.argmap";

function formatNamed(id: string) {
  const format = formatWithId(id);
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return format;
}

/** Exports a map that imports nothing. */
export const exportText = (map: string, format: string): Promise<Exported> =>
  exportMap(new MapFile(uri, map), "map", formatNamed(format));

/** Imports a file. */
export const importText = (text: string, format: string, fileName = "map"): Promise<ConvertedMap> =>
  importMap({ text, fileName }, formatNamed(format));

/** Exports a map and imports the result. */
export async function roundTrip(map: string, format: string): Promise<string> {
  const { content } = await exportText(map, format);
  if (typeof content !== "string") throw new Error("The format is binary.");
  return (await importText(content, format)).text;
}

/** Returns a map as plain data. */
export const documentOf = (map: string): MapDocument => readDocument(new MapFile(uri, map)).document;

/** Returns the codes of the problems in a map, without hints unless they are wanted. */
export function problemsIn(map: string, includesHints = false): readonly string[] {
  return workspaceWith(map, uri)
    .problemsOf(uri)
    .filter((problem) => includesHints || problem.severity !== "hint")
    .map(({ code }) => code);
}

/** Returns the number of edits that formatting a map would make. */
export const formattingEdits = (map: string): number =>
  formatting(workspaceWith(map, uri), uri, {
    lineWidth: 0,
    tabSize: 2,
    insertSpaces: true,
    insertFinalNewline: true,
    trimFinalNewlines: true,
  }).length;
