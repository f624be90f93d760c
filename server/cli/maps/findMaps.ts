/** Finds the maps that a user names on the command line. */
import { accessSync, constants, type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { joinList } from "../../core/strings/english.ts";
import { isMap } from "../../workspace/files/folders.ts";
import { uriOf } from "../command.ts";
import { STDIN } from "../standardStreams.ts";
import { UsageError } from "../usageError.ts";
import { expandGlobs } from "./globs.ts";

/** The maps under a folder, or the folders and files that could not be read. */
export interface FoundMaps {
  readonly maps: readonly string[];
  readonly unreadable: readonly string[];
}

/** Lists a folder; throws if it cannot be read. */
export type ListFolder = (folder: string) => readonly Dirent[];

const listFolder: ListFolder = (folder) => readdirSync(folder, { withFileTypes: true });

/**
 * Returns a file itself, or the maps in a folder and its subfolders, in alphabetical order. Passes over what cannot be read.
 *
 * @throws {UsageError} if there is no such file or folder
 */
export function findMaps(target: string, list: ListFolder = listFolder): FoundMaps {
  if (!statsOf(target).isDirectory()) return { maps: [target], unreadable: [] };
  const maps: string[] = [];
  const unreadable: string[] = [];
  const folders = [target];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly Dirent[];
    try {
      entries = list(folder);
    } catch {
      unreadable.push(folder);
      continue;
    }
    for (const entry of entries) {
      const child = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") folders.push(child);
      } else if (isMap(entry.name)) (isReadableFile(child) ? maps : unreadable).push(child);
    }
  }
  return { maps: maps.sort(), unreadable: unreadable.sort() };
}

/** The maps that a user names, and the folders whose articles they may cite. */
export interface NamedMaps {
  /** Each map once: a path, or {@link STDIN}. */
  readonly maps: readonly string[];
  /** The URIs of the working folder and of the folders that the user named. */
  readonly folders: readonly string[];
  /** The names from the user, with glob patterns replaced by their matches. */
  readonly targets: readonly string[];
}

/**
 * Returns the maps that a user names, and those in the folders that they name, as paths or glob patterns. Says on stderr what
 * could not be read.
 *
 * @param command the name of the command, for the message
 * @throws {UsageError} if there is no such file or folder, or there are no maps in the folders
 */
export async function findAllMaps(command: string, named: readonly string[]): Promise<NamedMaps> {
  const targets = await expandGlobs(named);
  const found = targets.map((target) => (target === STDIN ? { maps: [STDIN], unreadable: [] } : findMaps(target)));
  const unreadable = [...new Set(found.flatMap((one) => one.unreadable))];
  if (unreadable.length > 0) process.stderr.write(`argmap ${command}: ${passedOver(unreadable)}\n`);
  // A map may be named twice, as in “talk.argmap ./talk.argmap”. The first name counts.
  const names = found.flatMap((one) => one.maps).toReversed();
  const maps = [...new Map(names.map((map) => [map === STDIN ? STDIN : path.resolve(map), map])).values()].toReversed();
  if (maps.length === 0) throw new UsageError(`No maps found in ${targets.join(", ")}.`);
  const folders = targets.filter((target) => target !== STDIN && isFolder(target));
  return { maps, folders: [".", ...folders].map(uriOf), targets };
}

const MAX_NAMED = 3;

/** Says which folders and files were not read. */
function passedOver(unreadable: readonly string[]): string {
  const named = unreadable.slice(0, MAX_NAMED);
  const rest = unreadable.length - named.length;
  return `Passed over what cannot be read: ${joinList([...named, ...(rest > 0 ? [`${rest} more`] : [])], "and")}.`;
}

/** Whether the user named a folder. */
const isFolder = (target: string): boolean => statsOf(target).isDirectory();

function statsOf(target: string): Stats {
  let stats: Stats | undefined;
  try {
    stats = statSync(target, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENAMETOOLONG") throw new UsageError(`This name is too long for a file: ${target.slice(0, 60)}…`);
    throw new UsageError(`Cannot read ${target}. Check that you may read it.`);
  }
  if (stats === undefined) throw new UsageError(`No such file or folder: ${target}`);
  return stats;
}

/** Whether a path is a regular file that may be read, or a link to one. */
function isReadableFile(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
