/** JSON: a map as it is nested, as `docs/argmap.schema.json` describes it. Nothing is lost but the layout of the text. */
import type { Exported, ExportedMap, FormatModule, Imported, ImportedFile } from "../format.ts";
import { parseJson } from "../parseJson.ts";
import { JSON_VERSION, readJsonMap } from "./jsonMap.ts";
import { writeJson } from "./writeJson.ts";

function write({ document }: ExportedMap): Exported {
  return { content: writeJson(document, { format: "argmap", version: JSON_VERSION }), omissions: [] };
}

const read = ({ text }: ImportedFile): Imported => ({ map: { document: readJsonMap(parseJson(text)) }, omissions: [] });

export const json: FormatModule = { write, read, keepsComments: true };
