/** `argmap table`: writes the entries, relations and quotes of many maps as tables for databases. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { counted, joinList } from "../../core/strings/english.ts";
import { cannotWrite, displayName, uriOf, writeOutput } from "../command.ts";
import { findAllMaps, findMaps } from "../maps/findMaps.ts";
import { startProgress } from "../progressBar.ts";
import { STDIN } from "../standardStreams.ts";
import { displayPath, partPath, readMap } from "../table/buildPart.ts";
import { type AnyRow, type CorpusFormat, type CorpusTable, corpusFormats, corpusTables } from "../table/columns.ts";
import { manifestPath, manifestText, readManifest } from "../table/manifest.ts";
import { type PlacedMap, planParts } from "../table/planParts.ts";
import { writeRows } from "../table/tableFiles.ts";
import { runTasks } from "../threads.ts";
import { UsageError } from "../usageError.ts";

export interface TableCommandOptions {
  readonly output?: string;
  readonly format?: CorpusFormat;
  /** The table that a file gets. */
  readonly rows: CorpusTable;
}

/**
 * Writes tables about maps to a folder, or one of them to a file. Returns 1 if a map could not be read.
 *
 * @throws {UsageError} if there are no maps, or the output cannot be written
 */
export async function table(named: readonly string[], { output, format, rows }: TableCommandOptions): Promise<number> {
  if (output === undefined) throw new UsageError("Name a folder or file for the tables with -o.");
  if (named.includes(STDIN)) throw new UsageError("Name folders with maps: standard input has no files.");
  const { folders, targets } = await findAllMaps("table", named);
  const maps = placeMaps(targets);
  const fileFormat = corpusFormats.find((one) => path.extname(output).toLowerCase() === `.${one}`);
  if (fileFormat !== undefined && format !== undefined && format !== fileFormat)
    throw new UsageError(`${output} ends in .${fileFormat}, but --format is ${format}. Leave out --format.`);
  const unreadable =
    fileFormat === undefined
      ? await writeFolder(maps, folders, output, format ?? "parquet")
      : await writeFile(maps, folders, output, rows, fileFormat);
  for (const map of unreadable)
    process.stderr.write(`argmap table: Left out because it is not text in UTF-8: ${displayName(map)}\n`);
  return unreadable.length > 0 ? 1 : 0;
}

/** Returns the maps with their top folders: the first folder below the one that the user named, or else that one. */
function placeMaps(targets: readonly string[]): readonly PlacedMap[] {
  const placed = new Map<string, PlacedMap>();
  for (const target of targets) {
    const own = path.basename(path.resolve(target)).replace(/\.argmap$/, "");
    for (const found of findMaps(target).maps) {
      const map = displayPath(uriOf(found));
      const [first = own, ...rest] = path.relative(target, found).split(path.sep);
      if (!placed.has(map)) placed.set(map, { map, folder: rest.length > 0 ? first : own });
    }
  }
  return [...placed.values()];
}

/** Writes all tables to a folder, part by part, on all cores. Parts whose maps have not changed stay as they are. */
async function writeFolder(
  maps: readonly PlacedMap[],
  folders: readonly string[],
  output: string,
  format: CorpusFormat,
): Promise<readonly string[]> {
  if (path.extname(output) !== "" && !existsSync(output))
    throw new UsageError(
      `Name a folder, or a file that ends in ${joinList(
        corpusFormats.map((one) => `.${one}`),
        "or",
      )}.`,
    );
  const manifest = readManifest(output);
  if (manifest !== undefined && manifest.format !== format)
    throw new UsageError(
      `${output} holds tables as ${manifest.format}. Name another folder, or add --format ${manifest.format}.`,
    );
  try {
    mkdirSync(output, { recursive: true });
  } catch (error) {
    throw cannotWrite(output, error);
  }
  const { parts, unchanged } = planParts(maps, manifest);
  const read = parts.reduce((sum, { changed }) => sum + changed.length, 0);
  const progress = startProgress("Reading maps", parts.length);
  try {
    const tasks = parts.map((part) => ({ part, output, format, folders }));
    const built = await runTasks("buildPart", tasks, { onDone: () => progress.advance() });
    const written = [...unchanged, ...built.map(({ part }) => part)];
    await removeOtherParts(
      output,
      new Set(written.flatMap((part) => corpusTables.map((one) => partPath(output, one, part, format)))),
    );
    // Written last: after a run that was stopped, its parts are written again.
    await writeOutput(manifestPath(output), manifestText({ format, parts: written }));
    process.stdout.write(`${counted(maps.length, "map")}, ${read} of them read: ${output}\n`);
    return built.flatMap(({ unreadable }) => unreadable);
  } finally {
    progress.end();
  }
}

/** Removes the files of parts that are gone, or that a run has written which was stopped: a database reads all files. */
async function removeOtherParts(output: string, kept: ReadonlySet<string>): Promise<void> {
  for (const one of corpusTables) {
    const folder = path.join(output, one);
    for (const file of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []) {
      const full = path.join(folder, file);
      if (/^folder=[^/\\]*[/\\]part-\d+\.\w+$/.test(file) && !kept.has(full)) await rm(full, { force: true });
    }
  }
}

/** Writes one table to a file, map by map. */
async function writeFile(
  maps: readonly PlacedMap[],
  folders: readonly string[],
  output: string,
  name: CorpusTable,
  format: CorpusFormat,
): Promise<readonly string[]> {
  const unreadable: string[] = [];
  const progress = startProgress("Reading maps", maps.length);
  async function* allRows(): AsyncIterable<AnyRow> {
    for (const { map } of maps) {
      const read = await readMap(map, folders);
      if (read === undefined) unreadable.push(map);
      else yield* read.rows[name];
      progress.advance();
    }
  }
  try {
    await writeRows(output, name, allRows(), format);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new UsageError(`Cannot write ${output}: ${error.message}`);
    throw error;
  } finally {
    progress.end();
  }
  return unreadable;
}
