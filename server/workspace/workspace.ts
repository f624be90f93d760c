import { inProblemOrder } from "../core/checks/problemOrder.ts";
import type { SeveritySettings } from "../core/checks/severity.ts";
import { createIdGenerator, type IdGenerator } from "../core/language/entry.ts";
import type { MapFile } from "../core/language/map.ts";
import type { Problem } from "../core/language/problem.ts";
import type { ContentChange } from "../core/language/syntax.ts";
import { EvaluationProblems } from "./evaluationProblems.ts";
import { Evaluations } from "./evaluations.ts";
import { externalChange, type FileChange } from "./fileChange.ts";
import type { FileSystem } from "./files/fileSystem.ts";
import { findMaps, isMap, isWithin, WorkspaceFolders } from "./files/folders.ts";
import { parentFolder, withoutTrailingSlash } from "./files/paths.ts";
import { RealPaths } from "./files/realPaths.ts";
import type { UnavailableState } from "./maps/importLinks.ts";
import { LoadedMaps } from "./maps/loadedMaps.ts";
import { NameIndex } from "./maps/nameIndex.ts";
import type { WorkspaceFile } from "./maps/workspaceFile.ts";
import { PendingReads } from "./pendingReads.ts";
import { SemanticTokenResults } from "./semanticTokenResults.ts";
import { Citations } from "./sources/citations.ts";
import { QuoteAnchors } from "./sources/quoteAnchors.ts";
import { Sources, sourceUri } from "./sources/sources.ts";

export type { WorkspaceFile } from "./maps/workspaceFile.ts";

/** The result of reading a map. `restricted`: it is outside the folders, and the user does not trust them. */
type MapText =
  | { readonly state: "found"; readonly text: string }
  | { readonly state: "missing" }
  | { readonly state: "restricted" };

/**
 * The maps in the folders of the workspace, and those that are open, retained, or imported by one of these, kept up to date
 * with the editor and the disk.
 *
 * Decides which maps are loaded, and reads them; `LoadedMaps` edits, links and checks them. All state that outlives a request
 * is kept here, in its parts (`LoadedMaps`, `Sources`, `Citations`, `QuoteAnchors`, `NameIndex`,
 * `SemanticTokenResults`), and in `Trees`.
 */
export class Workspace {
  readonly fileSystem: FileSystem;
  /** The last semantic tokens of each open file. */
  readonly semanticTokens = new SemanticTokenResults();
  /** The articles that maps quote. */
  readonly sources: Sources;
  /** The last known passages of quotes that are no longer in their article. */
  readonly anchors = new QuoteAnchors();
  /** The cited passages of articles. */
  readonly citations: Citations;
  readonly evaluations: Evaluations;
  /** The index for searching names and texts. */
  readonly names = new NameIndex();
  readonly #maps: LoadedMaps;
  readonly #folders: WorkspaceFolders;
  /** Files that are kept loaded although they may not be open, see `retain`. */
  readonly #retained = new Set<string>();
  /** Files that were requested but are not loaded. A loaded file is also here while it is being read again. */
  readonly #unavailable = new Map<string, UnavailableState>();
  readonly #realPaths: RealPaths;
  #isTrusted = true;
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  readonly #articleListeners = new Set<(uri: string) => void>();
  readonly #pendingMaps: PendingReads;
  readonly #pendingArticles: PendingReads;
  readonly #pendingEvaluations: PendingReads;
  readonly #evaluationProblems: EvaluationProblems;

  /**
   * @param report receives unexpected errors
   * @param defer runs a function after the messages already received have been processed
   * @param newId creates the ids of the entries of all files. They must be unique, because clients may still hold the id of
   * an entry after its file was read again
   * @param onPause runs a function when the user has paused
   */
  constructor(
    fileSystem: FileSystem,
    report: (error: unknown) => void,
    defer: (work: () => void) => void = (work) => work(),
    newId: IdGenerator = createIdGenerator(0),
    onPause: (work: () => void) => void = defer,
  ) {
    this.fileSystem = fileSystem;
    this.#pendingMaps = new PendingReads(report);
    this.#pendingArticles = new PendingReads(report);
    this.#pendingEvaluations = new PendingReads(report);
    this.#realPaths = new RealPaths(fileSystem);
    this.#folders = new WorkspaceFolders({
      list: fileSystem.list,
      read: async (uri) => {
        const map = await this.#readMap(uri);
        return map.state === "found" ? map.text : undefined;
      },
    });
    this.sources = new Sources({
      fileSystem,
      report,
      defer,
      track: (promise, then) => this.#pendingArticles.track(promise, then),
      workspaceFile: (uri) => this.#maps.get(uri),
      importersOf: (uri) => this.#maps.graph.allImportersOf(uri),
      folders: this.#folders.all,
      realPaths: this.#realPaths,
      onArticleReplaced: (uri, before) =>
        this.anchors.record(this.citations.quotesFrom(uri), { uri, article: before }, this.sources),
      onArticleRead: (uri) => {
        for (const listener of this.#articleListeners) listener(uri);
      },
      onArticlesChanged: (maps, articles) => {
        this.citations.markArticlesChanged(articles);
        this.#emit([...maps].map((uri) => ({ uri, change: "problems", isEdited: false })));
      },
    });
    this.#maps = new LoadedMaps({
      sources: this.sources,
      anchors: this.anchors,
      names: this.names,
      newId,
      report,
      requestFile: (uri) => this.#requestFile(uri),
      onImportsChanged: () => this.#forgetUnneeded(),
      onChange: (changes) => this.#emit(changes),
    });
    this.citations = new Citations({
      file: (uri) => this.#maps.get(uri)?.file,
      fileOfSource: sourceUri,
      article: (source) => {
        const read = this.sources.articleOf(source);
        return read.state === "found" ? read.article : undefined;
      },
      locateQuote: (quote) => this.sources.locateQuote(quote),
    });
    this.evaluations = new Evaluations((uri) => this.#maps.get(uri)?.file, defer);
    this.onChange((changes) => this.citations.applyChanges(changes));
    this.onChange((changes) => this.evaluations.applyChanges(changes));
    this.#evaluationProblems = new EvaluationProblems({
      evaluations: this.evaluations,
      file: (uri) => this.#maps.get(uri),
      uris: () => this.#maps.uris(),
      onPause,
      track: (work) => void this.#pendingEvaluations.track(work, () => {}),
      onProblemsChanged: (uri) => this.#emit([{ uri, change: "problems", isEdited: false }]),
    });
    this.onChange((changes) => this.#evaluationProblems.applyChanges(changes));
  }

  /** Says which checks the user has turned off: those that need the evaluation of a map are then not run. */
  setSeverities(severities: SeveritySettings): void {
    this.#evaluationProblems.setSeverities(severities);
  }

  /**
   * Says whether the user trusts the open folders. If not, maps import only from these folders, and from the folders of the maps
   * that the user has opened.
   */
  setTrusted(isTrusted: boolean): void {
    this.#isTrusted = isTrusted;
    if (!isTrusted) return;
    for (const [uri, state] of this.#unavailable) if (state === "restricted") this.#read(uri);
  }

  /** Calls `listener` with the files whose map or problems may have changed; the edited file comes first. */
  onChange(listener: (changes: readonly FileChange[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls `listener` with the URI of each article that has been read or read again. */
  onArticleRead(listener: (uri: string) => void): void {
    this.#articleListeners.add(listener);
  }

  /** Returns a loaded file, whether it is open or read from disk. */
  get(uri: string): WorkspaceFile | undefined {
    return this.#maps.get(uri);
  }

  /** Returns the maps of all loaded files. */
  files(): readonly MapFile[] {
    return this.#maps.all().map(({ file }) => file);
  }

  /** Returns the files in which an entry of a file can be mentioned: the file itself and its direct importers. */
  withImporters(file: MapFile): readonly MapFile[] {
    return [file, ...this.#maps.filesOf(this.#maps.graph.importersOf(file.uri))];
  }

  /** Returns a file and its direct and indirect importers. */
  withAllImporters(file: MapFile): readonly MapFile[] {
    return [file, ...this.#maps.filesOf(this.#maps.graph.allImportersOf(file.uri))];
  }

  /** Returns the problems of a file in the order of its text; empty if it is not loaded. */
  problemsOf(uri: string): readonly Problem[] {
    const workspaceFile = this.#maps.get(uri);
    return workspaceFile === undefined ? [] : inProblemOrder(workspaceFile.checker.problems(), workspaceFile.file);
  }

  /** Resolves when no map is being read. */
  whenMapsIdle(): Promise<void> {
    return this.#pendingMaps.whenIdle();
  }

  /** Resolves when no file is being read, neither a map nor an article, and all checks have run. */
  async whenIdle(): Promise<void> {
    while (this.#pendingMaps.isPending || this.#pendingArticles.isPending || this.#pendingEvaluations.isPending) {
      await this.#pendingMaps.whenIdle();
      await this.#pendingArticles.whenIdle();
      await this.#pendingEvaluations.whenIdle();
    }
  }

  /**
   * Adds a folder to the workspace, and resolves when all maps in it have been read. They are kept up to date by
   * `changedOnDisk`.
   *
   * @param progress receives the number of maps that have been read, and the number of all maps
   */
  async addFolder(uri: string, progress?: (done: number, all: number) => void): Promise<void> {
    const folder = withoutTrailingSlash(uri);
    this.#folders.add(folder);
    this.sources.recheckWithin(folder);
    await this.#folders.load(folder, (maps) => this.#loadMaps(maps, progress));
  }

  /** Removes a folder from the workspace. */
  removeFolder(uri: string): void {
    const folder = withoutTrailingSlash(uri);
    this.#folders.remove(folder);
    this.sources.recheckWithin(folder);
    this.#forgetUnneeded();
  }

  /** Reads maps of the folders, and links them when all have been read, so that no imported map is read twice. */
  async #loadMaps(maps: readonly string[], progress?: (done: number, all: number) => void): Promise<void> {
    const added: MapFile[] = [];
    const addMap = (uri: string, text: string): void => {
      // The file was opened, or loaded as an import, in the meantime.
      if (this.#maps.has(uri)) return;
      this.#unavailable.delete(uri);
      const { file } = this.#maps.addUnlinked(uri, text, undefined);
      added.push(file);
      // Indexed here in batches, because indexing all files at once would delay the first search.
      this.names.entriesOf(file);
    };
    await this.#folders.read(maps, addMap, progress);
    this.#maps.linkAdded(added);
  }

  /** Resolves when all maps of the folders have been read, and no map is being read. */
  async whenAllMapsLoaded(): Promise<void> {
    await this.#folders.whenAllLoaded();
    await this.whenMapsIdle();
  }

  /** Resolves when all maps of the folders have been read, and no file is being read. */
  async whenAllLoaded(): Promise<void> {
    await this.#folders.whenAllLoaded();
    await this.whenIdle();
  }

  /** The editor opened a file; its text overrides the file on disk. */
  open(uri: string, text: string, version: number): void {
    this.#unavailable.delete(uri);
    const workspaceFile = this.#maps.get(uri);
    if (workspaceFile === undefined) {
      this.#maps.add(uri, text, version);
      this.#emit([
        { uri, change: undefined, isEdited: true },
        ...this.#maps.graph.neighborsOf(uri).map(externalChange),
      ]);
    } else {
      workspaceFile.version = version;
      this.#maps.edit(uri, [{ text }]);
    }
  }

  /** The editor changed an open file. */
  update(uri: string, edits: readonly ContentChange[], version: number): void {
    const workspaceFile = this.#maps.get(uri);
    if (workspaceFile === undefined) return;
    workspaceFile.version = version;
    this.#maps.edit(uri, edits);
  }

  /** The editor closed a file; it is read from disk again if it is still needed. */
  close(uri: string): void {
    const workspaceFile = this.#maps.get(uri);
    if (workspaceFile === undefined) return;
    workspaceFile.version = undefined;
    this.semanticTokens.delete(uri);
    // The file may have been created after its folder was read. If it is not on disk, the read below removes it again.
    this.#folders.addMap(uri);
    this.#forgetUnneeded();
    if (this.#maps.has(uri)) this.#read(uri);
  }

  /** Keeps a file loaded until `release`, for example for a preview; reads it if necessary. */
  retain(uri: string): void {
    this.#retained.add(uri);
    if (!this.#maps.has(uri)) this.#read(uri);
  }

  /** Ends `retain`. */
  release(uri: string): void {
    this.#retained.delete(uri);
    this.#forgetUnneeded();
  }

  /** A file or folder was created, changed or deleted on disk. */
  changedOnDisk(uri: string): void {
    const workspaceFile = this.#maps.get(uri);
    const wasMissing = this.#unavailable.get(uri) === "missing";
    if (workspaceFile !== undefined) {
      if (workspaceFile.version === undefined) this.#read(uri);
    } else if (this.#folders.contains(uri) && (isMap(uri) || !wasMissing)) this.#discoverMaps(uri);
    else if (wasMissing) this.#read(uri);
    this.sources.articles.changedOnDisk(uri);
    for (const nested of [...this.#maps.uris(), ...this.#unavailable.keys(), ...this.sources.articles.uris()]) {
      if (nested.startsWith(`${uri}/`)) this.changedOnDisk(nested);
    }
  }

  /** Loads a new map, or the maps of a new folder, in the folders of the workspace. */
  #discoverMaps(uri: string): void {
    const found = isMap(uri) ? Promise.resolve([uri]) : findMaps(this.fileSystem, uri);
    void this.#pendingMaps.track(
      found.then((maps) => this.#loadMaps(maps.filter((map) => !this.#maps.has(map)))),
      () => {},
    );
  }

  /** Reads everything again, for clients that do not report changes on disk. */
  reloadAll(): void {
    const all = new Set([...this.#maps.uris(), ...this.#unavailable.keys(), ...this.sources.articles.uris()]);
    for (const uri of all) this.changedOnDisk(uri);
    for (const folder of this.#folders.all) this.#discoverMaps(folder);
  }

  #requestFile(uri: string): UnavailableState {
    const state = this.#unavailable.get(uri);
    if (state !== undefined) return state;
    this.#read(uri);
    return "loading";
  }

  /** Unloads all files that are neither in a folder, nor open, nor retained, nor imported by such a file. */
  #forgetUnneeded(): void {
    const roots = this.#maps.all().flatMap(({ file, version }) => (version === undefined ? [] : [file.uri]));
    const needed = this.#maps.graph.withAllImports([...roots, ...this.#retained, ...this.#folders.maps]);
    const stillNeeded = new Set<string>();
    for (const uri of this.#maps.uris().filter((one) => !needed.has(one))) {
      for (const imported of this.#maps.graph.importsOf(uri)) if (needed.has(imported)) stillNeeded.add(imported);
      this.#maps.remove(uri);
    }
    for (const uri of this.#unavailable.keys()) if (!needed.has(uri)) this.#unavailable.delete(uri);
    if (stillNeeded.size === 0) return;
    // Entries that only an unloaded file used may now be unused.
    this.#maps.relink([...stillNeeded]);
    this.#emit([...stillNeeded].map(externalChange));
  }

  #read(uri: string): void {
    this.#unavailable.set(uri, "loading");
    void this.#pendingMaps.track(this.#readMap(uri), (map) => {
      // The file was opened, or is no longer needed, in the meantime.
      if (this.#unavailable.get(uri) !== "loading") return;
      const workspaceFile = this.#maps.get(uri);
      if (map.state === "found") {
        const { text } = map;
        this.#unavailable.delete(uri);
        this.#folders.addMap(uri);
        if (workspaceFile === undefined) this.#maps.add(uri, text, undefined);
        else this.#maps.edit(uri, [{ text }]);
      } else {
        this.#unavailable.set(uri, map.state);
        this.#folders.removeMap(uri);
        const formerImports = this.#maps.graph.importsOf(uri);
        this.#maps.remove(uri);
        this.#maps.relink([...this.#maps.graph.allImportersOf(uri), ...formerImports]);
        this.#emit(formerImports.map(externalChange));
        this.#forgetUnneeded();
      }
      this.#emit([uri, ...this.#maps.graph.neighborsOf(uri)].map(externalChange));
    });
  }

  async #readMap(uri: string): Promise<MapText> {
    if (!this.#isTrusted) {
      const openMaps = this.#maps.all().flatMap(({ file, version }) => (version === undefined ? [] : [file.uri]));
      const folders = [...this.#folders.all, ...[...openMaps, ...this.#retained].map(parentFolder)];
      await this.#realPaths.resolve([uri, ...folders]);
      const isInside =
        folders.some((folder) => isWithin(uri, folder)) && this.#realPaths.isWithin(uri, folders) === true;
      if (!isInside) return { state: "restricted" };
    }
    const text = await this.fileSystem.read(uri);
    return text === undefined ? { state: "missing" } : { state: "found", text };
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}
