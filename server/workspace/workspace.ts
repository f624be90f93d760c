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
import { withoutTrailingSlash } from "./files/paths.ts";
import { RealPaths } from "./files/realPaths.ts";
import { LoadedMaps } from "./maps/loadedMaps.ts";
import { MapLoader } from "./maps/mapLoader.ts";
import { NameIndex } from "./maps/nameIndex.ts";
import type { WorkspaceFile } from "./maps/workspaceFile.ts";
import { PendingReads } from "./pendingReads.ts";
import { SemanticTokenResults } from "./semanticTokenResults.ts";
import { Citations } from "./sources/citations.ts";
import { QuoteAnchors } from "./sources/quoteAnchors.ts";
import { Sources, sourceUri } from "./sources/sources.ts";

export type { WorkspaceFile } from "./maps/workspaceFile.ts";

/**
 * The maps in the folders of the workspace, and those that are open, retained, or imported by one of these, kept up to date
 * with the editor and the disk.
 *
 * `MapLoader` decides which maps are loaded, and reads them; `LoadedMaps` edits, links and checks them. All state that
 * outlives a request is kept in the parts of the workspace (these two, `Sources`, `Citations`, `QuoteAnchors`, `NameIndex`,
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
  readonly #loader: MapLoader;
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  readonly #articleListeners = new Set<(uri: string) => void>();
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
    this.#pendingArticles = new PendingReads(report);
    this.#pendingEvaluations = new PendingReads(report);
    const realPaths = new RealPaths(fileSystem);
    this.#loader = new MapLoader({
      fileSystem,
      realPaths,
      names: this.names,
      maps: () => this.#maps,
      report,
      onChange: (changes) => this.#emit(changes),
    });
    this.sources = new Sources({
      fileSystem,
      report,
      defer,
      track: (promise, then) => this.#pendingArticles.track(promise, then),
      workspaceFile: (uri) => this.#maps.get(uri),
      importersOf: (uri) => this.#maps.graph.allImportersOf(uri),
      folders: this.#loader.folders.all,
      realPaths,
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
      requestFile: (uri) => this.#loader.request(uri),
      onImportsChanged: () => this.#loader.unloadUnneeded(),
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
    this.#loader.setTrusted(isTrusted);
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
    return this.#loader.whenIdle();
  }

  /** Resolves when no file is being read, neither a map nor an article, and all checks have run. */
  async whenIdle(): Promise<void> {
    while (this.#loader.isReading || this.#pendingArticles.isPending || this.#pendingEvaluations.isPending) {
      await this.#loader.whenIdle();
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
    this.#loader.folders.add(folder);
    this.sources.recheckWithin(folder);
    await this.#loader.loadFolder(folder, progress);
  }

  /** Removes a folder from the workspace. */
  removeFolder(uri: string): void {
    const folder = withoutTrailingSlash(uri);
    this.#loader.folders.remove(folder);
    this.sources.recheckWithin(folder);
    this.#loader.unloadUnneeded();
  }

  /** Resolves when all maps of the folders have been read, and no map is being read. */
  async whenAllMapsLoaded(): Promise<void> {
    await this.#loader.folders.whenAllLoaded();
    await this.whenMapsIdle();
  }

  /** Resolves when all maps of the folders have been read, and no file is being read. */
  async whenAllLoaded(): Promise<void> {
    await this.#loader.folders.whenAllLoaded();
    await this.whenIdle();
  }

  /** The editor opened a file; its text overrides the file on disk. */
  open(uri: string, text: string, version: number): void {
    this.#loader.handleOpen(uri);
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
    this.#loader.handleClose(uri);
  }

  /** Keeps a file loaded until `release`, for example for a preview; reads it if necessary. */
  retain(uri: string): void {
    this.#loader.retain(uri);
  }

  /** Ends `retain`. */
  release(uri: string): void {
    this.#loader.release(uri);
  }

  /** A file or folder was created, changed or deleted on disk. */
  changedOnDisk(uri: string): void {
    this.#loader.changedOnDisk(uri);
    this.sources.articles.changedOnDisk(uri);
    for (const nested of [...this.#loader.knownUris(), ...this.sources.articles.uris()]) {
      if (nested.startsWith(`${uri}/`)) this.changedOnDisk(nested);
    }
  }

  /** Reads everything again, for clients that do not report changes on disk. */
  reloadAll(): void {
    const all = new Set([...this.#loader.knownUris(), ...this.sources.articles.uris()]);
    for (const uri of all) this.changedOnDisk(uri);
    this.#loader.rescanFolders();
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}
