import type { MapFile } from "../../core/language/map.ts";
import { externalChange, type FileChange } from "../fileChange.ts";
import type { FileSystem } from "../files/fileSystem.ts";
import { findMaps, isMap, WorkspaceFolders } from "../files/folders.ts";
import { parentFolder } from "../files/paths.ts";
import type { RealPaths } from "../files/realPaths.ts";
import { PendingReads } from "../pendingReads.ts";
import type { UnavailableState } from "./importLinks.ts";
import type { LoadedMaps } from "./loadedMaps.ts";
import { MapReader } from "./mapReader.ts";
import type { NameIndex } from "./nameIndex.ts";

/** The dependencies of {@link MapLoader} on the workspace. */
export interface MapLoaderHost {
  readonly fileSystem: FileSystem;
  readonly realPaths: RealPaths;
  readonly names: NameIndex;
  /** Returns the maps that are loaded. It is first called after the workspace has been constructed. */
  readonly maps: () => LoadedMaps;
  /** Receives unexpected errors. */
  readonly report: (error: unknown) => void;
  /** Called with the files whose map or problems may have changed. */
  readonly onChange: (changes: readonly FileChange[]) => void;
}

/**
 * Decides which maps are loaded: those in the folders of the workspace, those that are open or retained, and what these
 * import. Reads them from the disk, and unloads those that are no longer needed.
 */
export class MapLoader {
  readonly folders: WorkspaceFolders;
  readonly #host: MapLoaderHost;
  readonly #reader: MapReader;
  /** Files that are kept loaded although they may not be open, see `retain`. */
  readonly #retained = new Set<string>();
  /** Files that were requested but are not loaded. A loaded file is also here while it is being read again. */
  readonly #unavailable = new Map<string, UnavailableState>();
  readonly #pendingReads: PendingReads;

  constructor(host: MapLoaderHost) {
    const { fileSystem, realPaths, report } = host;
    this.#host = host;
    this.#pendingReads = new PendingReads(report);
    this.#reader = new MapReader({ fileSystem, realPaths, allowedFolders: () => this.#allowedFolders() });
    this.folders = new WorkspaceFolders({
      list: fileSystem.list,
      read: async (uri) => {
        const map = await this.#reader.read(uri);
        return map.state === "found" ? map.text : undefined;
      },
    });
  }

  get #maps(): LoadedMaps {
    return this.#host.maps();
  }

  /** Whether a map is being read. */
  get isReading(): boolean {
    return this.#pendingReads.isPending;
  }

  /** Resolves when no map is being read. */
  whenIdle(): Promise<void> {
    return this.#pendingReads.whenIdle();
  }

  /** The URIs of all maps that are loaded or were requested. */
  knownUris(): readonly string[] {
    return [...this.#maps.uris(), ...this.#unavailable.keys()];
  }

  /** See `Workspace.setTrusted`. */
  setTrusted(isTrusted: boolean): void {
    this.#reader.isTrusted = isTrusted;
    if (!isTrusted) return;
    for (const [uri, state] of this.#unavailable) if (state === "restricted") this.#read(uri);
  }

  /** Resolves when all maps in a folder have been read. See `Workspace.addFolder`. */
  async loadFolder(folder: string, progress?: (done: number, all: number) => void): Promise<void> {
    await this.folders.load(folder, (maps) => this.#loadMaps(maps, progress));
  }

  /** Returns the state of a file that is not loaded, and starts reading it on the first call. */
  request(uri: string): UnavailableState {
    const state = this.#unavailable.get(uri);
    if (state !== undefined) return state;
    this.#read(uri);
    return "loading";
  }

  /** The editor opened a file. If it is being read, the text that is read is ignored. */
  handleOpen(uri: string): void {
    this.#unavailable.delete(uri);
  }

  /** The editor closed a file; it is read from disk again if it is still needed. */
  handleClose(uri: string): void {
    // The file may have been created after its folder was read. If it is not on disk, the read below removes it again.
    this.folders.addMap(uri);
    this.unloadUnneeded();
    if (this.#maps.has(uri)) this.#read(uri);
  }

  /** Keeps a file loaded until `release`; reads it if necessary. */
  retain(uri: string): void {
    this.#retained.add(uri);
    if (!this.#maps.has(uri)) this.#read(uri);
  }

  /** Ends `retain`. */
  release(uri: string): void {
    this.#retained.delete(uri);
    this.unloadUnneeded();
  }

  /** A map or folder was created, changed or deleted on disk. Maps in a folder must be reported one by one, too. */
  changedOnDisk(uri: string): void {
    const workspaceFile = this.#maps.get(uri);
    const wasMissing = this.#unavailable.get(uri) === "missing";
    if (workspaceFile !== undefined) {
      if (workspaceFile.version === undefined) this.#read(uri);
    } else if (this.folders.contains(uri) && (isMap(uri) || !wasMissing)) this.#discoverMaps(uri);
    else if (wasMissing) this.#read(uri);
  }

  /** Looks for new maps in all folders. */
  rescanFolders(): void {
    for (const folder of this.folders.all) this.#discoverMaps(folder);
  }

  /** Unloads all files that are neither in a folder, nor open, nor retained, nor imported by such a file. */
  unloadUnneeded(): void {
    const maps = this.#maps;
    const needed = maps.graph.withAllImports([...this.#openMaps(), ...this.#retained, ...this.folders.maps]);
    const stillNeeded = new Set<string>();
    for (const uri of maps.uris().filter((one) => !needed.has(one))) {
      for (const imported of maps.graph.importsOf(uri)) if (needed.has(imported)) stillNeeded.add(imported);
      maps.remove(uri);
    }
    for (const uri of this.#unavailable.keys()) if (!needed.has(uri)) this.#unavailable.delete(uri);
    if (stillNeeded.size === 0) return;
    // Entries that only an unloaded file used may now be unused.
    maps.relink([...stillNeeded]);
    this.#host.onChange([...stillNeeded].map(externalChange));
  }

  #openMaps(): readonly string[] {
    return this.#maps.all().flatMap(({ file, version }) => (version === undefined ? [] : [file.uri]));
  }

  #allowedFolders(): readonly string[] {
    return [...this.folders.all, ...[...this.#openMaps(), ...this.#retained].map(parentFolder)];
  }

  /** Reads maps of the folders, and links them when all have been read, so that no imported map is read twice. */
  async #loadMaps(uris: readonly string[], progress?: (done: number, all: number) => void): Promise<void> {
    const added: MapFile[] = [];
    const addMap = (uri: string, text: string): void => {
      // The file was opened, or loaded as an import, in the meantime.
      if (this.#maps.has(uri)) return;
      this.#unavailable.delete(uri);
      const { file } = this.#maps.addUnlinked(uri, text, undefined);
      added.push(file);
      // Indexed here in batches, because indexing all files at once would delay the first search.
      this.#host.names.entriesOf(file);
    };
    await this.folders.read(uris, addMap, progress);
    this.#maps.linkAdded(added);
  }

  /** Loads a new map, or the maps of a new folder, in the folders of the workspace. */
  #discoverMaps(uri: string): void {
    const found = isMap(uri) ? Promise.resolve([uri]) : findMaps(this.#host.fileSystem, uri);
    void this.#pendingReads.track(
      found.then((maps) => this.#loadMaps(maps.filter((map) => !this.#maps.has(map)))),
      () => {},
    );
  }

  #read(uri: string): void {
    this.#unavailable.set(uri, "loading");
    void this.#pendingReads.track(this.#reader.read(uri), (map) => {
      // The file was opened, or is no longer needed, in the meantime.
      if (this.#unavailable.get(uri) !== "loading") return;
      const maps = this.#maps;
      if (map.state === "found") {
        const { text } = map;
        this.#unavailable.delete(uri);
        this.folders.addMap(uri);
        if (maps.has(uri)) maps.edit(uri, [{ text }]);
        else maps.add(uri, text, undefined);
      } else {
        this.#unavailable.set(uri, map.state);
        this.folders.removeMap(uri);
        const formerImports = maps.graph.importsOf(uri);
        maps.remove(uri);
        maps.relink([...maps.graph.allImportersOf(uri), ...formerImports]);
        this.#host.onChange(formerImports.map(externalChange));
        this.unloadUnneeded();
      }
      this.#host.onChange([uri, ...maps.graph.neighborsOf(uri)].map(externalChange));
    });
  }
}
