import type { FileSystem } from "./fileSystem.ts";
import { isWithin } from "./folders.ts";

/** Caches the real URIs of files and folders, without symbolic links. */
export class RealPaths {
  readonly #fileSystem: FileSystem;
  readonly #realUris = new Map<string, string>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Resolves files and folders, again if they have been resolved before. */
  async resolve(uris: Iterable<string>): Promise<void> {
    const resolveOne = async (uri: string): Promise<void> => {
      // A file that does not exist is not a link.
      this.#realUris.set(uri, (await this.#fileSystem.realUri(uri)) ?? uri);
    };
    await Promise.all([...new Set(uris)].map(resolveOne));
  }

  /** Whether a resolved file is a symbolic link, or lies in one. */
  isLink(uri: string): boolean {
    const real = this.#realUris.get(uri);
    return real !== undefined && real !== uri;
  }

  /**
   * Whether a file really lies in one of these folders, and is not only a link there. Undefined if this is not known before some
   * of them are resolved.
   */
  isWithin(uri: string, folders: readonly string[]): boolean | undefined {
    const real = this.#realUris.get(uri);
    if (real === undefined) return undefined;
    // If no part of the path is a link, its folders are no links either.
    if (real === uri) return folders.some((folder) => isWithin(uri, folder));
    const realFolders = folders.map((folder) => this.#realUris.get(folder));
    if (realFolders.some((folder) => folder !== undefined && isWithin(real, folder))) return true;
    return realFolders.includes(undefined) ? undefined : false;
  }
}
