/** The messages between the extension and the worker. Both are of the same version, so messages are not validated. */
import type { Omission } from "../core/formats/format.ts";
import type { ImportingText } from "../core/formats/linkedTexts.ts";

export interface ImportConversion {
  readonly kind: "import";
  /** The content of the file. */
  readonly bytes: Uint8Array;
  /** The name of the file, with its extension. */
  readonly name: string;
  /** The id of its format. If undefined, the extension and the content say it. */
  readonly format?: string | undefined;
}

export interface ExportConversion {
  readonly kind: "export";
  /** The map, and the files that it imports. */
  readonly texts: readonly ImportingText[];
  /** The name of the map without its extension. */
  readonly name: string;
  /** The id of a format. */
  readonly format: string;
}

export type ConvertJob = ImportConversion | ExportConversion;

/** The result of a job of each kind. */
export interface ConvertResults {
  readonly import: ImportedMap | RefusedFile | { readonly state: "unknown-format" };
  readonly export: ExportedFile;
}

interface ImportedMap {
  readonly state: "imported";
  readonly text: string;
  readonly omissions: readonly Omission[];
}

interface RefusedFile {
  readonly state: "refused";
  /** One sentence that says what is wrong with the file. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number | undefined;
}

interface ExportedFile {
  readonly content: string | Uint8Array;
  readonly omissions: readonly Omission[];
}

/** The answer of the worker. */
export type FromConvertWorker<Kind extends ConvertJob["kind"]> =
  | { readonly state: "done"; readonly result: ConvertResults[Kind] }
  | { readonly state: "failed"; readonly message: string };
