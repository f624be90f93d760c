/** The folders of the workspace, and the maps in them, including subfolders. */
import type { FileSystem } from "./fileSystem.ts";
import { parentFolder } from "./paths.ts";

const MAP_EXTENSION = ".argmap";

/** How many folders are listed at once. */
const FOLDER_CONCURRENCY = 16;

/** How many files are read at once, before other work gets its turn. */
const READ_BATCH_SIZE = 32;

/** Folders that belong to tools contain no maps of the user. */
const isIgnored = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** Whether a URI names a map, by its extension. */
export const isMap = (uri: string): boolean => uri.endsWith(MAP_EXTENSION);

/** Whether a file or folder lies in a folder or one of its subfolders. */
export const isWithin = (uri: string, folder: string): boolean => uri.startsWith(`${folder}/`);

/** Returns the folders that are in none of the others. */
export const outermostFolders = (folders: readonly string[]): readonly string[] =>
  [...new Set(folders)].filter((folder) => !folders.some((other) => isWithin(folder, other)));

/** Records the folders of the workspace and the maps in them. */
export class WorkspaceFolders {
  readonly #fileSystem: Pick<FileSystem, "list" | "read">;
  readonly #folders = new Set<string>();
  readonly #maps = new Set<string>();
  /** Folders being read for the first time. */
  readonly #pendingReads = new Set<Promise<void>>();

  constructor(fileSystem: Pick<FileSystem, "list" | "read">) {
    this.#fileSystem = fileSystem;
  }

  /** The URIs of the folders, without a trailing slash. */
  get all(): ReadonlySet<string> {
    return this.#folders;
  }

  /** The URIs of the maps in the folders that have been read. */
  get maps(): ReadonlySet<string> {
    return this.#maps;
  }

  /** Whether a file or folder lies in one of the folders, and not in an ignored subfolder. */
  contains(uri: string): boolean {
    return isInFolders(uri, this.#folders);
  }

  add(folder: string): void {
    this.#folders.add(folder);
  }

  remove(folder: string): void {
    this.#folders.delete(folder);
    for (const map of this.#maps) if (!this.contains(map)) this.#maps.delete(map);
  }

  /** Adds a file that exists, if it is a map in one of the folders. */
  addMap(uri: string): void {
    if (isMap(uri) && this.contains(uri)) this.#maps.add(uri);
  }

  /** Removes a map that no longer exists. */
  removeMap(map: string): void {
    this.#maps.delete(map);
  }

  /** Calls `read` with the maps of a folder, and waits for it. */
  async load(folder: string, read: (maps: readonly string[]) => Promise<void>): Promise<void> {
    const reading = findMaps(this.#fileSystem, folder).then(read);
    this.#pendingReads.add(reading);
    try {
      await reading;
    } finally {
      this.#pendingReads.delete(reading);
    }
  }

  /** Resolves when all folders have been read for the first time. */
  async whenAllLoaded(): Promise<void> {
    while (this.#pendingReads.size > 0) await Promise.allSettled(this.#pendingReads);
  }

  /** Reads maps in batches, and calls `onText` with the text of each map that lies in the folders. */
  async read(
    maps: readonly string[],
    onText: (uri: string, text: string) => void,
    progress?: (done: number, all: number) => void,
  ): Promise<void> {
    for (let done = 0; done < maps.length; done += READ_BATCH_SIZE) {
      const next = maps.slice(done, done + READ_BATCH_SIZE);
      const texts = await Promise.all(next.map((uri) => this.#fileSystem.read(uri)));
      for (const [index, uri] of next.entries()) {
        const text = texts[index];
        if (text === undefined || !this.contains(uri)) continue;
        this.#maps.add(uri);
        onText(uri, text);
      }
      progress?.(Math.min(done + READ_BATCH_SIZE, maps.length), maps.length);
    }
  }
}

/** Whether a file or folder lies in one of these folders, and not in an ignored subfolder. */
function isInFolders(uri: string, folders: Iterable<string>): boolean {
  for (const folder of folders) {
    if (!isWithin(uri, folder)) continue;
    const relativeFolder = parentFolder(uri).slice(folder.length + 1);
    if (!relativeFolder.split("/").some((name) => isIgnored(decodeURIComponent(name)))) return true;
  }
  return false;
}

/** Returns the URIs of all maps in a folder and its subfolders. */
export async function findMaps({ list }: Pick<FileSystem, "list">, folder: string): Promise<readonly string[]> {
  const maps: string[] = [];
  const folders = [folder];
  while (folders.length > 0) {
    const next = folders.splice(0, FOLDER_CONCURRENCY);
    const names = await Promise.all(next.map((uri) => list(uri)));
    for (const [index, uri] of next.entries()) {
      for (const name of names[index] ?? []) {
        const isFolder = name.endsWith("/");
        const childUri = `${uri}/${encodeURIComponent(isFolder ? name.slice(0, -1) : name)}`;
        if (!isFolder && isMap(name)) maps.push(childUri);
        else if (isFolder && !isIgnored(name.slice(0, -1))) folders.push(childUri);
      }
    }
  }
  return maps;
}
