/** Describes a format: how to recognize it, its abilities, and the module that reads and writes it. */
import type { ArgumentGraph } from "./graph/argumentGraph.ts";
import type { MapDocument } from "./mapDocument.ts";

/** Something that could not be carried from one format to another. */
export interface Omission {
  /** A noun phrase in the plural: “colors of statements”. */
  readonly what: string;
  /** The names or lines of all of them. */
  readonly where: readonly string[];
}

/** A map to be exported, as a graph and as its text is nested. */
export interface ExportedMap {
  /** The name of the file without its extension. */
  readonly fileName: string;
  readonly graph: ArgumentGraph;
  readonly document: MapDocument;
  /** What an evaluation says of entries, by their ids: “stands, likely (72%)”. */
  readonly verdicts?: ReadonlyMap<string, string>;
}

export interface Exported {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly omissions: readonly Omission[];
}

/** A file to be imported. */
export interface ImportedFile {
  readonly text: string;
  /** The name of the file without its extension: the title of a map that has none. */
  readonly fileName: string;
}

export interface Imported {
  /** Most formats give a graph; one that keeps the nesting of a map gives a document. */
  readonly map: { readonly graph: ArgumentGraph } | { readonly document: MapDocument };
  readonly omissions: readonly Omission[];
}

/** A module that is loaded when its format is used. */
export interface FormatModule {
  readonly write?: (map: ExportedMap) => Exported | Promise<Exported>;
  /** Whether it writes the comments of a map. */
  readonly keepsComments?: true;
  /** Throws {@link ImportError} if the file cannot be read. */
  readonly read?: (file: ImportedFile) => Imported | Promise<Imported>;
}

/** Documents for people, formats of other tools, diagrams and graphs, or data for programs. */
export type FormatGroup = "document" | "tool" | "diagram" | "data";

export interface Format {
  /** The word for the format on the command line. */
  readonly id: string;
  /** The name of the format for users. */
  readonly title: string;
  /** Where it is listed. */
  readonly group: FormatGroup;
  /** Extensions with their full stop, the usual one first. */
  readonly extensions: readonly string[];
  /** What follows the name of an exported file that would otherwise be that of the article or of another export. */
  readonly fileSuffix?: string;
  readonly canExport: boolean;
  readonly canImport: boolean;
  /** Whether an export can show what is computed about entries. */
  readonly showsVerdicts?: true;
  /** Whether a text is likely in this format, for files with an extension that several formats share. */
  readonly recognizes?: (text: string) => boolean;
  readonly load: () => Promise<FormatModule>;
}

/** A file cannot be imported. The message is one sentence that says what is wrong. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  /** The line, counted from 1. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}
