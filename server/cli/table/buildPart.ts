/** Writes the files of one part of a corpus. Runs in a worker thread. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { Workspace } from "../../workspace/workspace.ts";
import { uriOf } from "../command.ts";
import { dependenciesOf } from "../maps/dependencies.ts";
import { type AnyRow, type CorpusFormat, type CorpusRows, type CorpusTable, corpusTables } from "./columns.ts";
import type { RecordedMap, RecordedPart } from "./manifest.ts";
import { rowsOfMap } from "./mapRows.ts";
import type { PlannedPart } from "./planParts.ts";
import { stampedFileSystem } from "./stampedFileSystem.ts";
import { readRows, writeRows } from "./tableFiles.ts";

/** The task of a thread that writes a part. */
export interface PartTask {
  readonly part: PlannedPart;
  /** The folder of the tables. */
  readonly output: string;
  readonly format: CorpusFormat;
  /** Folders whose articles may be cited. */
  readonly folders: readonly string[];
}

/** A part that was written. */
export interface BuiltPart {
  readonly part: RecordedPart;
  readonly rows: number;
  /** Maps that could not be read. */
  readonly unreadable: readonly string[];
}

/** Returns the path of a file of a table. Partitions are named as Hive names them, which DuckDB and Spark read as a column. */
export const partPath = (
  output: string,
  table: CorpusTable,
  { folder, name }: Pick<PlannedPart, "folder" | "name">,
  format: CorpusFormat,
): string => path.join(output, table, `folder=${encodeURIComponent(folder)}`, `${name}.${format}`);

/** Reads the changed maps of a part, and writes its rows. */
export async function buildPart({ part, output, format, folders }: PartTask): Promise<BuiltPart> {
  const rows: { readonly [Table in CorpusTable]: AnyRow[] } = { entries: [], relations: [], quotes: [] };
  const maps: Record<string, RecordedMap> = { ...part.kept };
  if (Object.keys(part.kept).length > 0) {
    for (const table of corpusTables) {
      const before = await readRows(partPath(output, table, part, format), format);
      for (const row of before) if (Object.hasOwn(part.kept, String(row["map"]))) rows[table].push(row);
    }
  }
  const unreadable: string[] = [];
  for (const map of part.changed) {
    const read = await readMap(map, folders);
    if (read === undefined) {
      unreadable.push(map);
      continue;
    }
    maps[map] = read.recorded;
    for (const table of corpusTables) for (const row of read.rows[table]) rows[table].push(row);
  }
  for (const table of corpusTables) {
    const file = partPath(output, table, part, format);
    mkdirSync(path.dirname(file), { recursive: true });
    await writeRows(file, table, rows[table], format);
  }
  const { folder, name } = part;
  const count = corpusTables.reduce((sum, table) => sum + rows[table].length, 0);
  return { part: { folder, name, maps }, rows: count, unreadable };
}

/** Returns the rows of a map, and what they depend on; undefined if it cannot be read. */
export async function readMap(
  map: string,
  folders: readonly string[],
  base = diskFileSystem,
): Promise<{ readonly rows: CorpusRows; readonly recorded: RecordedMap } | undefined> {
  const { fileSystem, stampWhenRead } = stampedFileSystem(base);
  const uri = uriOf(map);
  const errors: unknown[] = [];
  const workspace = new Workspace(fileSystem, (error) => errors.push(error));
  for (const folder of folders) workspace.sources.allowFolder(folder);
  // An open map would be evaluated too, which takes longer than reading it.
  workspace.retain(uri);
  await workspace.whenIdle();
  if (errors.length > 0) throw errors[0];
  const file = workspace.get(uri)?.file;
  if (file === undefined) return undefined;
  const dependencies = Object.fromEntries(dependenciesOf(file).map((one) => [one, stampWhenRead(one)]));
  const stamp = stampWhenRead(fileURLToPath(uri));
  return { rows: rowsOfMap(workspace, file, displayPath), recorded: { stamp, dependencies } };
}

/** Returns the path of a file from the working folder, with slashes on every system: as the tables name a map. */
export const displayPath = (uri: string): string =>
  path.relative(process.cwd(), fileURLToPath(uri)).replaceAll(path.sep, "/");
