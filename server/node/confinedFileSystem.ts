/** Files of some folders and no others, however their paths lead there, with their changes on disk. */
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { isWithin } from "../workspace/files/folders.ts";
import { diskFileSystem } from "./diskFileSystem.ts";

/** Larger maps are not read for assistants. */
export const MAX_MAP_BYTES = 4 * 1024 * 1024;

/** Files that can be read, and those of them that have changed. */
export interface ConfinedFiles {
  /** Everything outside the folders is missing or denied. Links are judged by their targets. */
  readonly fileSystem: FileSystem;
  /** Returns the files that have been created, changed or deleted since they were read. */
  readonly changedFiles: () => Promise<readonly string[]>;
  /** Whether a file really lies in one of the folders. */
  readonly contains: (uri: string) => Promise<boolean>;
}

/**
 * Confines reading to folders.
 *
 * @param folders the real URIs of the folders
 * @param maxMapBytes larger maps are not read
 */
export function confineToFolders(folders: readonly string[], maxMapBytes: number): ConfinedFiles {
  /** The state of each file when it was read. */
  const stamps = new Map<string, string>();

  /** Returns the real URI of a file inside the folders; undefined for any other, and if it does not exist. */
  const resolve = async (uri: string): Promise<string | undefined> => {
    const real = await diskFileSystem.realUri(uri);
    return real !== undefined && folders.some((folder) => real === folder || isWithin(real, folder)) ? real : undefined;
  };
  const resolveAndStamp = async (uri: string): Promise<string | undefined> => {
    stamps.set(uri, await stampOf(uri));
    return resolve(uri);
  };

  return {
    fileSystem: {
      async read(uri) {
        const real = await resolveAndStamp(uri);
        const file = real === undefined ? undefined : await diskFileSystem.readBytes(real, maxMapBytes);
        if (file?.state !== "found") return undefined;
        try {
          // A byte-order mark is kept, so that it is written again.
          return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
        } catch {
          return undefined;
        }
      },
      async readBytes(uri, maxBytes) {
        const real = await resolveAndStamp(uri);
        if (real !== undefined) return diskFileSystem.readBytes(real, maxBytes);
        return (await diskFileSystem.realUri(uri)) === undefined ? { state: "missing" } : { state: "denied" };
      },
      realUri: (uri) => diskFileSystem.realUri(uri),
      async list(uri) {
        const real = await resolve(uri);
        return real === undefined ? [] : diskFileSystem.list(real);
      },
      readInBackground: diskFileSystem.readInBackground,
    },
    async changedFiles() {
      const checked = await Promise.all(
        Array.from(stamps, async ([uri, stamp]) => ((await stampOf(uri)) === stamp ? [] : [uri])),
      );
      return checked.flat();
    },
    contains: async (uri) => (await resolve(uri)) !== undefined,
  };
}

/** Returns what tells two states of a file apart; the same for all files that do not exist. */
async function stampOf(uri: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(fileURLToPath(uri));
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return "";
  }
}
