/** Exports maps to other formats, and imports files in other formats as maps. */
import type { Entry } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import {
  type Exported,
  type Format,
  type FormatModule,
  ImportError,
  type Imported,
  type ImportedFile,
  type Omission,
} from "./format.ts";
import { nestGraph } from "./graph/nestGraph.ts";
import { readGraphWithIds } from "./graph/readGraph.ts";
import { readDocument } from "./readDocument.ts";
import { writeDocument } from "./writeDocument.ts";

/**
 * Exports a map, with the entries of the files that it imports.
 *
 * @param fileName the name of the file without its extension
 * @param verdictOf what an evaluation says of an entry, for formats that show this
 */
export async function exportMap(
  file: MapFile,
  fileName: string,
  format: Format,
  verdictOf?: (entry: Entry) => string | undefined,
): Promise<Exported> {
  const { write, keepsComments = false } = await format.load();
  if (write === undefined) throw new Error(`Maps are not exported to ${format.title}.`);
  const { document, unreadableLines } = readDocument(file);
  const { graph, ids } = readGraphWithIds(file);
  const verdicts = verdictOf && verdictsOf(ids, verdictOf);
  const { content, omissions } = await write({ fileName, document, graph, ...(verdicts && { verdicts }) });
  const ofText = [
    ...omittedLines("lines that cannot be read", unreadableLines),
    ...omittedLines("comments", keepsComments ? [] : commentLines(file)),
  ];
  return { content, omissions: [...ofText, ...omissions] };
}

function verdictsOf(
  ids: ReadonlyMap<Entry, string>,
  verdictOf: (entry: Entry) => string | undefined,
): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string>();
  for (const [entry, id] of ids) {
    const verdict = verdictOf(entry);
    if (verdict !== undefined) verdicts.set(id, verdict);
  }
  return verdicts;
}

const omittedLines = (what: string, lines: readonly number[]): readonly Omission[] =>
  lines.length === 0 ? [] : [{ what, where: lines.map((line) => `line ${line}`) }];

/** Returns the numbers of the lines that are comments. */
const commentLines = ({ syntax }: MapFile): readonly number[] =>
  [...syntax.lines].flatMap(({ scanned }, index) => (scanned.kind === "comment" ? [index + 1] : []));

/** A map made from a file in another format. */
export interface ConvertedMap {
  /** The formatted text of the map. */
  readonly text: string;
  readonly omissions: readonly Omission[];
}

/** Imports a file as a map. Throws {@link ImportError} if it cannot be read. */
export async function importMap(file: ImportedFile, format: Format): Promise<ConvertedMap> {
  const { read } = await format.load();
  if (read === undefined) throw new ImportError(`Files in the format ${format.title} cannot be imported.`);
  const text = file.text.replace(/^\uFEFF/u, "");
  if (text.trim() === "") throw new ImportError("The file is empty.");
  const { map, omissions } = await readWith(read, { ...file, text });
  return { text: toText(map), omissions };
}

/** Each format is a bundle with an {@link ImportError} of its own, which only its name tells apart from other errors. */
async function readWith(read: NonNullable<FormatModule["read"]>, file: ImportedFile): Promise<Imported> {
  try {
    return await read(file);
  } catch (error) {
    if (!(error instanceof Error && error.name === "ImportError")) throw error;
    throw new ImportError(error.message, "line" in error && typeof error.line === "number" ? error.line : undefined);
  }
}

const toText = (map: Imported["map"]): string => writeDocument("document" in map ? map.document : nestGraph(map.graph));
