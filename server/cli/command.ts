/** What the commands of the command line share. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { severityOf } from "../core/checks/severity.ts";
import type { MapFile } from "../core/language/map.ts";
import { counted, plural } from "../core/strings/english.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { normalizeUri } from "../workspace/paths.ts";
import { Workspace } from "../workspace/workspace.ts";

/**
 * Runs a command with its arguments, and returns the exit status.
 *
 * @throws {UsageError} if the arguments are invalid
 */
export type Command = (args: readonly string[]) => number | Promise<number>;

/** The user passed invalid arguments; the message says what is wrong. */
export class UsageError extends Error {}

/**
 * Returns the options and positional arguments of a command.
 *
 * @throws {UsageError} for an unknown option
 */
export function parseArguments<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Returns the only positional argument. Throws {@link UsageError} if there are none or several. */
export function singleMap(positionals: readonly string[]): string {
  const [map, ...rest] = positionals;
  if (map === undefined) throw new UsageError("No map specified.");
  if (rest.length > 0) throw new UsageError(`Expected one map, but got ${positionals.length}.`);
  return map;
}

/** Returns the URI of a path, which is relative to the working folder. */
export const uriOf = (target: string): string => normalizeUri(pathToFileURL(path.resolve(target)).toString());

const cannotRead = (uri: string): string =>
  `Cannot read ${fileURLToPath(uri)}. A map is a text file in UTF-8 that you may read.`;

/** Opens one map, see {@link openMaps}. */
export async function openMap(
  uri: string,
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<{ readonly workspace: Workspace; readonly file: MapFile }> {
  const workspace = await openMaps([uri], folders, fileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new UsageError(cannotRead(uri));
  return { workspace, file };
}

/**
 * Returns a workspace with these maps open, after all files that they import and cite have been read. Throws {@link UsageError}
 * if a map cannot be read.
 *
 * @param folders folders whose files may be cited, in addition to the folder of each map
 */
export async function openMaps(
  uris: readonly string[],
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<Workspace> {
  const errors: unknown[] = [];
  const workspace = new Workspace(fileSystem, (error) => errors.push(error));
  for (const folder of folders) workspace.sources.allowFolder(folder);
  for (const uri of uris) {
    const text = await fileSystem.read(uri);
    if (text === undefined) throw new UsageError(cannotRead(uri));
    workspace.open(uri, text, 0);
  }
  await workspace.whenIdle();
  if (errors.length > 0) throw errors[0];
  return workspace;
}

/** Returns the number of errors in a map. */
export const countErrors = (workspace: Workspace, uri: string): number =>
  workspace.problemsOf(uri).filter((problem) => severityOf(problem) === "error").length;

/**
 * Warns on stderr if a map has errors. Returns the exit status: 1 if it has, else 0.
 *
 * @param consequence what follows from the errors: a clause that completes “so …”
 */
export function warnOfErrors(errors: number, consequence: string): number {
  if (errors === 0) return 0;
  process.stderr.write(
    `This map has ${counted(errors, "error")}, so ${consequence}. Run “argmap check” to see ${plural(errors, "it", "them")}.\n`,
  );
  return 1;
}

/** Writes a file that the user has named. Throws {@link UsageError} if that fails. */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Replaces control characters, so that a map cannot send escape sequences to the terminal. Keeps tabs and line feeds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
export const printable = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd");
