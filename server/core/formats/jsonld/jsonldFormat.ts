/** JSON-LD: an argument network in the terms of the AIF ontology. */
import { readAif } from "../aif/readAif.ts";
import { writeAif } from "../aif/writeAif.ts";
import type { Exported, ExportedMap, FormatModule, Imported, ImportedFile } from "../format.ts";
import { parseJson } from "../parseJson.ts";
import { fromJsonld } from "./fromJsonld.ts";
import { toJsonld } from "./toJsonld.ts";

function write({ graph }: ExportedMap): Exported {
  const { network, omissions } = writeAif(graph);
  return { content: `${JSON.stringify(toJsonld(network), undefined, 2)}\n`, omissions };
}

async function read({ text, fileName }: ImportedFile): Promise<Imported> {
  const { graph, omissions } = readAif(await fromJsonld(parseJson(text)));
  return { map: { graph: { title: fileName, ...graph } }, omissions };
}

export const jsonld: FormatModule = { write, read };
