/** JSON: a map as it is nested, as `docs/argmap.schema.json` describes it. Nothing is lost but the layout of the text. */
import {
  type Exported,
  type ExportedMap,
  type FormatModule,
  ImportError,
  type Imported,
  type ImportedFile,
} from "../format.ts";
import { parseJson } from "../parseJson.ts";
import { JSON_VERSION, readJsonMap } from "./jsonMap.ts";

function write({ document }: ExportedMap): Exported {
  const content = JSON.stringify({ format: "argmap", version: JSON_VERSION, ...document }, undefined, 2);
  return { content: `${content}\n`, omissions: [] };
}

function read({ text }: ImportedFile): Imported {
  try {
    return { map: { document: readJsonMap(parseJson(text)) }, omissions: [] };
  } catch (error) {
    // Validation calls itself for each level.
    if (error instanceof RangeError) throw new ImportError("The entries are nested too deeply.");
    throw error;
  }
}

export const json: FormatModule = { write, read, keepsComments: true };
