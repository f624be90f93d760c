/** The names and ids by which an assistant and Argmap speak of entries. An id stays the same while Argmap runs. */
import { didYouMean } from "../../core/checks/support/messages.ts";
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { namesInScope } from "../../core/language/relations/namesInScope.ts";
import { nearest } from "../../core/strings/spelling.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { UserError } from "../../features/shared/userError.ts";

const ID = /^#(\d+)$/;
const MAX_TITLE_LENGTH = 80;

/** Returns the id of an entry: `#1234`. */
export const entryIdOf = (entry: Entry): string => `#${entry.id}`;

/** Returns what answers call an entry: `claim keep (#1234) “The charge should …”`. */
export function labelWithId(entry: Entry): string {
  const name = entry.head.name === undefined ? "" : ` ${entry.head.name.text}`;
  const title = truncate(titleOf(entry), MAX_TITLE_LENGTH);
  return `${entry.head.keyword}${name} (${entryIdOf(entry)})${title === "" || title === name.trim() ? "" : ` “${title}”`}`;
}

/**
 * Finds the entry with a name or an id, in a map or its imports.
 *
 * @throws {UserError} if there is none
 */
export function findEntry(map: MapFile, nameOrId: string): Entry {
  const wanted = nameOrId.trim();
  const id = ID.exec(wanted)?.[1];
  const found = id === undefined ? entryNamed(map, wanted) : entryWithId(map, Number(id));
  if (found !== undefined) return found;
  if (id !== undefined)
    throw new UserError(`There is no entry ${wanted} in this map. Ids change when Argmap starts again: call read_map.`);
  const names = Array.from(
    namesInScope(map, () => true),
    ({ qualifiedName }) => qualifiedName,
  );
  throw new UserError(
    `No entry of this map is named “${wanted}”. ${didYouMean(nearest(wanted, names)) || "Call read_map to see the names and ids."}`,
  );
}

/** Returns the entry that a name refers to in a map, with a prefix (`air.cleaner`) or without. */
export function entryNamed(map: MapFile, written: string): Entry | undefined {
  const [first = "", second] = written.trim().normalize("NFC").split(".");
  const name = second === undefined ? { text: first, prefix: undefined } : { text: second, prefix: first };
  const resolution = map.resolve(name);
  return resolution.state === "found" ? resolution.entry : undefined;
}

function entryWithId(map: MapFile, id: number): Entry | undefined {
  for (const { syntax } of importClosure(map))
    for (const entry of syntax.entries.values()) if (entry.id === id) return entry;
  return undefined;
}

/** Returns the file of an entry and its line, counted from 1. */
export const lineOf = (entry: Entry): number => fileOf(entry).syntax.lines.numberOf(entry.line) + 1;
