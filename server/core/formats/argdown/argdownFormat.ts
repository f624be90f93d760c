/** Argdown, read by its own parser. */
import type { Exported, ExportedMap, FormatModule, Imported, ImportedFile } from "../format.ts";
import { Omissions } from "../omissions.ts";
import { parseArgdown } from "./argdownModel.ts";
import { readArgdown } from "./readArgdown.ts";
import { writeArgdown } from "./writeArgdown.ts";

function write({ graph }: ExportedMap): Exported {
  const omissions = new Omissions();
  return { content: writeArgdown(graph, omissions), omissions: omissions.list };
}

function read({ text, fileName }: ImportedFile): Imported {
  const omissions = new Omissions();
  const graph = readArgdown(parseArgdown(text), omissions);
  return { map: { graph: { ...graph, title: graph.title ?? fileName } }, omissions: omissions.list };
}

export const argdown: FormatModule = { write, read };
