/** The maps that an assistant works on, from its first request to its last. */
import { createIdGenerator } from "../core/language/entry.ts";
import type { MapFile } from "../core/language/map.ts";
import type { Problem } from "../core/language/problem.ts";
import type { MapChange } from "../protocol/assistant.ts";
import type { ExportedView } from "../protocol/export.ts";
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { findMaps } from "../workspace/files/folders.ts";
import { Workspace } from "../workspace/workspace.ts";
import { fileName, findMap } from "./maps/mapNames.ts";

/** What a session needs of its environment. */
export interface AssistantHost {
  /** The URIs of the folders that the assistant may read, none of them in another. */
  readonly folders: readonly string[];
  /** Reads nothing outside the folders. */
  readonly fileSystem: FileSystem;
  /** Returns the files that have changed on disk since they were read. */
  readonly changedFiles: () => Promise<readonly string[]>;
  /**
   * Writes maps, all of them or none; undefined if the session is read-only.
   *
   * @throws {UserError} if a map is not as it was before, or cannot be written
   */
  readonly write: ((changes: readonly MapChange[]) => Promise<void>) | undefined;
  /** Draws a picture as PNG. Throws {@link UserError} if that is not possible. */
  readonly drawPng: (view: ExportedView, scale: number) => Promise<Uint8Array>;
}

/** Ids begin at a random number of six digits, so that those of an earlier session name no entry of this one. */
const randomId = (): number => 100_000 + Math.floor(Math.random() * 800_000);

/** Maps, and what the assistant has seen of them. */
export class AssistantSession {
  readonly host: AssistantHost;
  readonly workspace: Workspace;
  /** The texts that the assistant has read last, by the URIs of the maps. */
  readonly #seenTexts = new Map<string, string>();
  #lastCall: Promise<unknown> = Promise.resolve();
  #isStarted = false;

  /** @param report receives unexpected errors */
  constructor(host: AssistantHost, report: (error: unknown) => void) {
    this.host = host;
    this.workspace = new Workspace(host.fileSystem, report, undefined, createIdGenerator(randomId()));
    // Maps from outside the folders are not imported.
    this.workspace.setTrusted(false);
  }

  /** Runs a function on the maps as they are on disk, after the calls before it. */
  inTurn<T>(run: () => Promise<T> | T): Promise<T> {
    const result = this.#lastCall.then(async () => {
      await this.#refresh();
      return run();
    });
    this.#lastCall = result.catch(() => {});
    return result;
  }

  /** Reads what has changed on disk, and finds new maps. */
  async #refresh(): Promise<void> {
    const { folders, fileSystem, changedFiles } = this.host;
    if (!this.#isStarted) {
      this.#isStarted = true;
      await Promise.all(folders.map((folder) => this.workspace.addFolder(folder)));
    } else {
      const changed = await changedFiles();
      const maps = (await Promise.all(folders.map((folder) => findMaps(fileSystem, folder)))).flat();
      for (const uri of new Set([...changed, ...maps.filter((map) => this.workspace.get(map) === undefined)]))
        this.workspace.changedOnDisk(uri);
    }
    await this.workspace.whenAllLoaded();
  }

  /** The maps in the folders and what they import. */
  get maps(): readonly MapFile[] {
    return this.workspace.files();
  }

  /**
   * Returns the map with a name.
   *
   * @throws {UserError} if there is none
   */
  map(name: string): MapFile {
    return findMap(name, this.maps, this.host.folders);
  }

  /** Returns the name of a map or an article, which the assistant can use. */
  nameOf(uri: string): string {
    return fileName(uri, this.host.folders);
  }

  /** Returns the problems of maps, each map with its own, after the articles that they cite have been read. */
  async problemsOf(files: readonly MapFile[]): Promise<ReadonlyMap<MapFile, readonly Problem[]>> {
    const read = () => new Map(files.map((file) => [file, this.workspace.problemsOf(file.uri)]));
    read();
    await this.workspace.whenIdle();
    return read();
  }

  /** Notes that the assistant has read a map as it is now. */
  markSeen(...files: readonly MapFile[]): void {
    for (const { uri, syntax } of files) this.#seenTexts.set(uri, syntax.text);
  }

  /** Whether a map is another one than the assistant has read. A map that it has not read yet is not. */
  hasChangedSinceSeen(uri: string, text: string): boolean {
    const seen = this.#seenTexts.get(uri);
    return seen !== undefined && seen !== text;
  }
}
