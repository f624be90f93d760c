/** Helpers for all commands of the command line. */
import { accessSync, constants, statSync } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { severityOf } from "../core/checks/severity.ts";
import type { MapFile } from "../core/language/map.ts";
import { counted, plural } from "../core/strings/english.ts";
import { MAX_FILE_BYTES } from "../node/diskFileSystem.ts";
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { isMap } from "../workspace/files/folders.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { Workspace } from "../workspace/workspace.ts";
import { STDIN } from "./standardStreams.ts";
import { UsageError } from "./usageError.ts";

/** Returns the name of a map as the user knows it. */
export const displayName = (target: string): string => (target === STDIN ? "<stdin>" : target);

/** The URI of the map on standard input. It imports and cites files of the working folder. */
const STDIN_URI = uriOf(STDIN);

/** Returns the URI of a path, which is relative to the working folder. */
export function uriOf(target: string): string {
  return normalizeUri(pathToFileURL(path.resolve(target)).toString());
}

/** Says why a map cannot be read. */
export function cannotRead(uri: string): string {
  const file = fileURLToPath(uri);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return `No such file: ${file}`;
  if (stats.isDirectory()) return `${file} is a folder. Name a map.`;
  if (stats.size > MAX_FILE_BYTES)
    return `${file} is too large: it has ${megabytes(stats.size)} MB. A map has at most ${megabytes(MAX_FILE_BYTES)} MB.`;
  if (!stats.isFile()) return `${file} is not a file. Name a map.`;
  return mayRead(file)
    ? `${file} is not in UTF-8. Save it as UTF-8.`
    : `Cannot read ${file}. Check that you may read it.`;
}

function mayRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

/** Opens one map, see {@link openMaps}. Throws {@link UsageError} if it cannot be read. */
export async function openMap(
  uri: string,
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<{ readonly workspace: Workspace; readonly file: MapFile }> {
  const { workspace } = await openMaps([uri], folders, fileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new UsageError(cannotRead(uri));
  return { workspace, file };
}

/** Maps in a workspace. */
export interface OpenedMaps {
  readonly workspace: Workspace;
  /** The URIs of the maps that cannot be read. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Returns a workspace with these maps open, after all files that they import and cite have been read.
 *
 * @param folders folders whose files may be cited, in addition to the folder of each map
 */
export async function openMaps(
  uris: readonly string[],
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<OpenedMaps> {
  const errors: unknown[] = [];
  const unreadable = new Set<string>();
  const workspace = new Workspace(fileSystem, (error) => errors.push(error));
  for (const folder of folders) workspace.sources.allowFolder(folder);
  for (const uri of uris) {
    const text = uri === STDIN_URI ? await readText(process.stdin) : await fileSystem.read(uri);
    if (text === undefined) unreadable.add(uri);
    else workspace.open(uri, text, 0);
  }
  await workspace.whenIdle();
  if (errors.length > 0) throw errors[0];
  return { workspace, unreadable };
}

/**
 * Says on stderr which maps cannot be read. Returns whether there is one.
 *
 * @param command the name of the command, for the message
 * @throws {UsageError} if none of the maps can be read
 */
export function reportUnreadable(command: string, unreadable: readonly string[], maps: readonly string[]): boolean {
  const [first] = unreadable;
  if (first !== undefined && unreadable.length === maps.length) throw new UsageError(cannotRead(uriOf(first)));
  for (const map of unreadable) process.stderr.write(`argmap ${command}: ${cannotRead(uriOf(map))}\n`);
  return first !== undefined;
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

/** Throws {@link UsageError} if a file that is not to be a map would replace one. */
export function refuseMapName(file: string | undefined): void {
  if (file !== undefined && isMap(file.toLowerCase()))
    throw new UsageError(`${file} is the name of a map. Name another file with -o.`);
}

/** Writes a file that the user has named, whole or not at all. Throws {@link UsageError} if that fails. */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await refuseReadOnly(file);
    // Loaded when needed: it takes a twentieth of the start of a command.
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(file, content);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * Throws an error if a file exists and must not be changed. Writing it whole replaces it, for which the system only asks whether its
 * folder may be changed.
 */
export async function refuseReadOnly(file: string): Promise<void> {
  const stats = await stat(file).catch(() => undefined);
  if (stats === undefined) return;
  // An administrator may write everything, also what is marked as read-only.
  if ((stats.mode & ANYONE_MAY_WRITE) === 0) throw Object.assign(new Error(), { code: READ_ONLY });
  await access(file, constants.W_OK);
}

const ANYONE_MAY_WRITE = 0o222;
const READ_ONLY = "READ_ONLY";

/** Returns the error for a file or folder that could not be written, in words that do not name temporary files. */
export function cannotWrite(file: string, error: unknown): UsageError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = writeFailures[code] ?? (error instanceof Error ? error.message : String(error));
  return new UsageError(`Cannot write ${file}: ${reason}`);
}

/** Why a file could not be written, by the codes of the operating system. */
const writeFailures: Readonly<Record<string, string>> = {
  EACCES: "You may not write there.",
  EEXIST: "A file with the name of a folder is in the way.",
  EISDIR: "It is a folder. Name a file.",
  ENOENT: "Its folder does not exist.",
  ENOSPC: "The disk is full.",
  ENOTDIR: "A part of its path is a file, not a folder.",
  EPERM: "You may not write there.",
  EROFS: "The disk is read-only.",
  [READ_ONLY]: "It is read-only.",
};

/** Replaces control characters, so that a map cannot send escape sequences to the terminal. Keeps tabs and line feeds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
export const printable = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd");
