/** Converts text in the format of another tool that stands in a map. */
import { ImportError, type ImportedFile } from "./format.ts";
import type { DocumentItem, MapDocument } from "./mapDocument.ts";
import { nestGraph } from "./nestGraph.ts";
import { omissionLines } from "./omissions.ts";
import { formatWithId } from "./registry.ts";
import { writeDocument } from "./writeDocument.ts";

/**
 * Returns the entries that a text becomes in a map; undefined if it cannot be read. Its title becomes a heading. What cannot be
 * converted is listed in a comment, so that nothing is lost.
 *
 * @param formatId the id of a format that gives a graph
 * @param isTaken whether a name is used in the map
 */
export async function convertSnippet(
  text: string,
  formatId: string,
  isTaken: (name: string) => boolean,
): Promise<string | undefined> {
  const read = (await formatWithId(formatId)?.load())?.read;
  const imported = read === undefined ? undefined : await readOrRefuse(read, { text, fileName: "" });
  if (imported === undefined || !("graph" in imported.map)) return undefined;
  const { title = "", attributes = [], ...rest } = imported.map.graph;
  const { items } = nestGraph(rest, isTaken);
  const comments = [
    ...attributes.map(({ key, value }) => `${key}: ${value}`),
    ...omissionLines(imported.omissions).map((line) => `Not converted: ${line}`),
  ];
  return writeDocument(withComments(title === "" ? items : [{ level: 1, heading: title }, ...items], comments));
}

/** Each format is a bundle with an {@link ImportError} of its own, which only its name tells apart from other errors. */
async function readOrRefuse(read: Reader, file: ImportedFile) {
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof Error && error.name === ImportError.name) return undefined;
    throw error;
  }
}

type Reader = NonNullable<import("./format.ts").FormatModule["read"]>;

/** Puts comments above the first item. */
function withComments(items: readonly DocumentItem[], comments: readonly string[]): MapDocument {
  const [first, ...others] = items;
  if (first === undefined || comments.length === 0) return { items, comments };
  return { items: [{ ...first, comments: [...comments, ...(first.comments ?? [])] }, ...others] };
}
