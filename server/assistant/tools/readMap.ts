import * as v from "valibot";
import type { Entry, Line } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { UserError } from "../../features/shared/userError.ts";
import { joinLines } from "../answers.ts";
import { cardOf, treeOf } from "../changes/cardEdits.ts";
import { entryInput, mapInput, wholeNumber } from "../inputs.ts";
import { entryIdOf, findEntry, labelWithId } from "../maps/entries.ts";
import type { AssistantSession } from "../session.ts";
import type { Tool } from "../tool.ts";

const INDENT = "  ";
/** Ids have six digits or, in a very long session, seven. */
const ID_WIDTH = 9;
const LEGEND =
  "Before each entry is its id, by which other tools take it; an entry with a name also goes by that. The language is described in the resource argmap://language.";

const entries = {
  map: mapInput,
  entry: v.optional(
    entryInput(
      "The entry whose branch to read: the entry and all that answers, supports or attacks it, wherever it is written",
    ),
  ),
  depth: v.optional(wholeNumber(1, 100, "With `entry`: how many levels of the branch to read.")),
  from_line: v.optional(
    wholeNumber(1, 10_000_000, "Without `entry`: the line to begin with, to read a long map in parts."),
  ),
};

/** Returns the text of a map or of a branch, with the ids of its entries. */
export const readMapTool: Tool<typeof entries> = {
  name: "read_map",
  title: "Read a map",
  description:
    "Returns the text of a map, or of the branch under one entry, with an id before each entry. Call it before you change a map.",
  changesMaps: false,
  input: v.strictObject(entries),
  run(session, { map: name, entry: wanted, depth, from_line = 1 }) {
    const map = session.map(name);
    const lines =
      wanted === undefined ? wholeLines(map, from_line) : branchLines(session, map, findEntry(map, wanted), depth);
    session.markSeen(map);
    const advice =
      wanted === undefined
        ? "Read on with `from_line`, or read one branch with `entry`."
        : "Read less with `depth`, or the branch of another entry.";
    return { text: `${session.nameOf(map.uri)}\n${LEGEND}\n\n${joinLines(lines, advice)}` };
  },
};

/** The lines of a file from one on. A line that begins an entry has its id. */
function wholeLines({ syntax: { lines } }: MapFile, from: number): readonly string[] {
  if (from > lines.length) throw new UserError(`The map has only ${lines.length} lines. Give a smaller \`from_line\`.`);
  const width = String(lines.length).length;
  return lines.slice(from - 1, lines.length).map((line, index) => {
    const id = line.owner?.line === line ? entryIdOf(line.owner) : "";
    return `${String(from + index).padStart(width)} ${id.padEnd(ID_WIDTH)}${line.scanned.raw}`.trimEnd();
  });
}

/** The entries of a branch in the order of the picture, each under the one that it belongs to. */
function branchLines(
  { workspace }: AssistantSession,
  map: MapFile,
  entry: Entry,
  depth = Number.POSITIVE_INFINITY,
): readonly string[] {
  const tree = treeOf(workspace, map);
  const top = cardOf(tree, entry);
  const levels = new Map([[top, 0]]);
  const built = tree.trees.watch(tree.uri)?.tree;
  const cards = new Map(built?.cards.map((card) => [card.id, card]));
  const result: string[] = [];
  for (const { card, parent } of built?.positions ?? []) {
    const above = parent === undefined ? undefined : levels.get(parent);
    const level = card === top ? 0 : above === undefined ? undefined : above + 1;
    if (level === undefined || level >= depth) continue;
    levels.set(card, level);
    const shown = tree.trees.cardContext(tree.uri, card)?.cardEntry.entry;
    if (shown === undefined) continue;
    const indent = INDENT.repeat(level);
    const isReference = cards.get(card)?.form === "reference";
    if (isReference) result.push(`${indent}→ ${labelWithId(shown)}, shown elsewhere`);
    else result.push(...ownLines(shown, map).map((line) => indent + line));
  }
  return result;
}

/** The lines of an entry with its attributes, text and quotes, without the entries under it. */
function ownLines(entry: Entry, map: MapFile): readonly string[] {
  const quotes = entry.children.filter(({ head }) => head.keyword === "quote");
  const file = fileOf(entry);
  const place = file === map ? "" : `  // in ${file.uri.slice(file.uri.lastIndexOf("/") + 1)}`;
  const [head = "", ...others] = [entry, ...quotes].flatMap((one) =>
    one.lines.flatMap((line) => {
      const text = withoutIndent(line, entry);
      return text.trim() === "" ? [] : [one.line === line ? `${entryIdOf(one)} ${text}` : text];
    }),
  );
  return [head + place, ...others.map((line) => INDENT + line)];
}

const withoutIndent = ({ scanned: { raw } }: Line, { indent }: Entry): string =>
  raw.startsWith(indent) ? raw.slice(indent.length) : raw.trimStart();
