import type { FileSystem } from "../files/fileSystem.ts";
import { isWithin } from "../files/folders.ts";
import type { RealPaths } from "../files/realPaths.ts";

/** The result of reading a map. `restricted`: it is outside the folders, and the user does not trust them. */
export type MapText =
  | { readonly state: "found"; readonly text: string }
  | { readonly state: "missing" }
  | { readonly state: "restricted" };

/** The dependencies of {@link MapReader} on the workspace. */
export interface MapReaderHost {
  readonly fileSystem: FileSystem;
  readonly realPaths: RealPaths;
  /** Returns the folders whose maps are read although the user does not trust the workspace. */
  readonly allowedFolders: () => readonly string[];
}

/** Reads maps from the disk, in an untrusted workspace only those of some folders. */
export class MapReader {
  readonly #host: MapReaderHost;
  /** Whether the user trusts the open folders. */
  isTrusted = true;

  constructor(host: MapReaderHost) {
    this.#host = host;
  }

  async read(uri: string): Promise<MapText> {
    if (!this.isTrusted && !(await this.#isAllowed(uri))) return { state: "restricted" };
    const text = await this.#host.fileSystem.read(uri);
    return text === undefined ? { state: "missing" } : { state: "found", text };
  }

  async #isAllowed(uri: string): Promise<boolean> {
    const { realPaths, allowedFolders } = this.#host;
    const folders = allowedFolders();
    await realPaths.resolve([uri, ...folders]);
    return folders.some((folder) => isWithin(uri, folder)) && realPaths.isWithin(uri, folders) === true;
  }
}
