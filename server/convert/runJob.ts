/** Imports files as maps, and exports maps to other formats. */
import { exportMap, importMap } from "../core/formats/convert.ts";
import { decodeInput } from "../core/formats/decodeInput.ts";
import { ImportError } from "../core/formats/format.ts";
import { fromLinkedTexts } from "../core/formats/linkedTexts.ts";
import { detectFormat, formatWithId } from "../core/formats/registry.ts";
import type { ConvertJob, ConvertResults, ExportConversion, ImportConversion } from "./convertJob.ts";

/** Runs a job. */
export const runJob = (job: ConvertJob): Promise<ConvertResults[ConvertJob["kind"]]> =>
  job.kind === "import" ? runImport(job) : runExport(job);

/** Imports a file, or says why that is not possible. */
export async function runImport({ bytes, name, format: id }: ImportConversion): Promise<ConvertResults["import"]> {
  const extension = /\.[^.]*$/u.exec(name)?.[0] ?? "";
  try {
    const text = decodeInput(bytes);
    const format = id === undefined ? detectFormat(extension, text) : formatWithId(id);
    if (format === undefined) return { state: "unknown-format" };
    const imported = await importMap({ text, fileName: name.slice(0, name.length - extension.length) }, format);
    return { state: "imported", ...imported };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { state: "refused", message: error.message, line: error.line };
  }
}

/** Exports a map. Throws if there is no such format or no map. */
export async function runExport({ texts, name, format: id }: ExportConversion): Promise<ConvertResults["export"]> {
  const format = formatWithId(id);
  const file = fromLinkedTexts(texts);
  if (format === undefined || file === undefined) throw new Error(`There is nothing to export as ${id}.`);
  return exportMap(file, name, format);
}
