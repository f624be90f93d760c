/** AIF, the Argument Interchange Format, in the JSON of AIFdb and of xAIF. */
import type { Exported, ExportedMap, FormatModule, Imported, ImportedFile } from "../format.ts";
import { formatAif, parseAif } from "./aifJson.ts";
import { readAif } from "./readAif.ts";
import { writeAif } from "./writeAif.ts";

function write({ graph }: ExportedMap, isXaif: boolean): Exported {
  const { network, omissions } = writeAif(graph);
  return { content: formatAif(network, isXaif), omissions };
}

function read({ text, fileName }: ImportedFile): Imported {
  const { graph, omissions } = readAif(parseAif(text));
  return { map: { graph: { title: fileName, ...graph } }, omissions };
}

/** The JSON of AIFdb. */
export const aif: FormatModule = { write: (map) => write(map, false), read };
/** xAIF, which wraps the JSON of AIFdb. */
export const xaif: FormatModule = { write: (map) => write(map, true), read };
