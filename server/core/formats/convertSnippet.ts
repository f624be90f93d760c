/** Converts text in the format of another tool that stands in a map. */
import { ImportError, type ImportedFile } from "./format.ts";
import { nestGraph } from "./graph/nestGraph.ts";
import { type DocumentItem, isHeading, type MapDocument } from "./mapDocument.ts";
import { MISREADINGS, omissionLines } from "./omissions.ts";
import { formatWithId } from "./registry.ts";
import { writeDocument } from "./writeDocument.ts";

/** The entries that a text becomes in a map, as lines. */
export interface ConvertedSnippet {
  /** The entries under the root that was put in front of the text, indented by two spaces. */
  readonly underRoot: readonly string[];
  /** The entries at the left edge. */
  readonly atLeftEdge: readonly string[];
}

/** The text of a root that is put in front of a text, and only says what the text is under. */
export const ROOT_TEXT = "Root of the snippet.";

/**
 * Returns the entries that a text becomes in a map; undefined if it cannot be read in full. Its title becomes a heading. What
 * cannot be converted is listed in a comment, so that nothing is lost.
 *
 * @param formatId the id of a format that gives a graph
 * @param isTaken whether a name is used in the map
 * @param hasRoot whether a root with {@link ROOT_TEXT} is in front of the text
 */
export async function convertSnippet(
  text: string,
  formatId: string,
  isTaken: (name: string) => boolean,
  hasRoot: boolean,
): Promise<ConvertedSnippet | undefined> {
  const read = (await formatWithId(formatId)?.load())?.read;
  const imported = read === undefined ? undefined : await readOrRefuse(read, { text, fileName: "" });
  if (imported === undefined || !("graph" in imported.map)) return undefined;
  if (imported.omissions.some(({ what }) => MISREADINGS.has(what))) return undefined;
  const { title = "", attributes = [], ...rest } = imported.map.graph;
  const { items: nested } = nestGraph(rest, isTaken);
  const items = title === "" ? nested : [{ level: 1, heading: title }, ...nested];
  const comments = [
    ...attributes.map(({ key, value }) => `${key}: ${value}`),
    ...omissionLines(imported.omissions).map((line) => `Not converted: ${line}`),
  ];
  if (!hasRoot) return { underRoot: [], atLeftEdge: linesOf(withComments(items, comments)) };
  return withoutRoot(items, comments);
}

/** Returns the lines without the root; undefined if the root has clauses or no children, or if another entry refers to it. */
function withoutRoot(items: readonly DocumentItem[], comments: readonly string[]): ConvertedSnippet | undefined {
  const root = items.find((item) => !isHeading(item) && item.text === ROOT_TEXT);
  if (root === undefined || isHeading(root) || (root.clauses ?? []).length > 0) return undefined;
  const others = items.filter((item) => item !== root);
  const [first, ...siblings] = root.entries ?? [];
  if (first === undefined || isNamed(root.name, [...others, first, ...siblings])) return undefined;
  const entries =
    comments.length === 0
      ? [first, ...siblings]
      : [{ ...first, comments: [...comments, ...(first.comments ?? [])] }, ...siblings];
  const [, ...underRoot] = linesOf({ items: [{ keyword: root.keyword, text: ROOT_TEXT, entries }] });
  return { underRoot, atLeftEdge: linesOf({ items: others }) };
}

/** Whether an entry, or one under it, refers to a name. They may be nested more deeply than calls can be. */
function isNamed(name: string | undefined, items: readonly DocumentItem[]): boolean {
  const open = [...items];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (isHeading(item)) continue;
    if (item.isUse === true && item.name === name) return true;
    if ((item.clauses ?? []).some(({ names }) => names.some((one) => one === name))) return true;
    for (const entry of item.entries ?? []) open.push(entry);
  }
  return false;
}

function linesOf(document: MapDocument): readonly string[] {
  const text = writeDocument(document).trimEnd();
  return text === "" ? [] : text.split("\n");
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
