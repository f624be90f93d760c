import { Checker } from "../core/checks/checker.ts";
import { createIdGenerator, type IdGenerator } from "../core/language/entry.ts";
import { MapFile, type NameChange } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import type { ContentChange } from "../core/language/syntax.ts";
import { Citations } from "./citations.ts";
import { externalChange, type FileChange } from "./fileChange.ts";
import type { FileSystem } from "./fileSystem.ts";
import { findMaps, isMap, WorkspaceFolders } from "./folders.ts";
import type { ImportGraph } from "./importGraph.ts";
import { ImportLinks } from "./importLinks.ts";
import { NameIndex } from "./nameIndex.ts";
import { withoutTrailingSlash } from "./paths.ts";
import { PendingReads } from "./pendingReads.ts";
import { QuoteAnchors } from "./quoteAnchors.ts";
import { RealPaths } from "./realPaths.ts";
import { SemanticTokenResults } from "./semanticTokenResults.ts";
import { Sources, sourceUri } from "./sources.ts";
import { MutableWorkspaceFile, type WorkspaceFile } from "./workspaceFile.ts";

export type { WorkspaceFile } from "./workspaceFile.ts";

const NO_NAME_CHANGE: NameChange = { defined: new Set(), mentioned: new Set(), imports: false };

/**
 * The maps in the folders of the workspace, and those that are open, retained, or imported by one of these, kept up to date
 * with the editor and the disk.
 *
 * All state that outlives a request is kept here, in its parts (`Sources`, `Citations`, `QuoteAnchors`, `NameIndex`,
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
  /** The index for searching names and texts. */
  readonly names = new NameIndex();
  readonly #report: (error: unknown) => void;
  readonly #files = new Map<string, MutableWorkspaceFile>();
  readonly #links: ImportLinks;
  readonly #graph: ImportGraph;
  readonly #folders: WorkspaceFolders;
  /** Files that are kept loaded although they may not be open, see `retain`. */
  readonly #retained = new Set<string>();
  /** Files that were requested but are not in `#files`. A file in `#files` is also here while it is being read again. */
  readonly #unavailable = new Map<string, "loading" | "missing">();
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  readonly #articleListeners = new Set<(uri: string) => void>();
  readonly #pendingMaps: PendingReads;
  readonly #pendingArticles: PendingReads;
  readonly #newId: IdGenerator;

  /**
   * @param report receives unexpected errors
   * @param defer runs a function after the messages already received have been processed
   * @param newId creates the ids of the entries of all files. They must be unique, because clients may still hold the id of
   * an entry after its file was read again
   */
  constructor(
    fileSystem: FileSystem,
    report: (error: unknown) => void,
    defer: (work: () => void) => void = (work) => work(),
    newId: IdGenerator = createIdGenerator(0),
  ) {
    this.fileSystem = fileSystem;
    this.#newId = newId;
    this.#report = report;
    this.#pendingMaps = new PendingReads(report);
    this.#pendingArticles = new PendingReads(report);
    this.#folders = new WorkspaceFolders(fileSystem);
    this.#links = new ImportLinks({
      workspaceFile: (uri) => this.#files.get(uri),
      requestFile: (uri) => this.#requestFile(uri),
    });
    this.#graph = this.#links.graph;
    this.sources = new Sources({
      fileSystem,
      report,
      defer,
      track: (promise, then) => this.#pendingArticles.track(promise, then),
      workspaceFile: (uri) => this.#files.get(uri),
      importersOf: (uri) => this.#graph.allImportersOf(uri),
      folders: this.#folders.all,
      realPaths: new RealPaths(fileSystem),
      onArticleReplaced: (uri, before) =>
        this.anchors.record(this.citations.quotesFrom(uri), { uri, article: before }, this.sources),
      onArticleRead: (uri) => {
        for (const listener of this.#articleListeners) listener(uri);
      },
      onArticlesChanged: (maps, articles) => {
        this.citations.markArticlesChanged(articles);
        this.#emit([...maps].map((uri) => ({ uri, change: "sources", isEdited: false })));
      },
    });
    this.citations = new Citations({
      file: (uri) => this.#files.get(uri)?.file,
      fileOfSource: sourceUri,
      article: (source) => {
        const read = this.sources.textOf(source);
        return read.state === "found" ? read.article : undefined;
      },
      locateQuote: (quote) => this.sources.locateQuote(quote),
    });
    this.onChange((changes) => this.citations.applyChanges(changes));
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
    return this.#files.get(uri);
  }

  /** Returns the maps of all loaded files. */
  files(): readonly MapFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  /** Returns the files in which an entry of a file can be mentioned: the file itself and its direct importers. */
  withImporters(file: MapFile): readonly MapFile[] {
    return [file, ...[...this.#graph.importersOf(file.uri)].flatMap((uri) => this.#files.get(uri)?.file ?? [])];
  }

  /** Returns a file and its direct and indirect importers. */
  withAllImporters(file: MapFile): readonly MapFile[] {
    return [file, ...this.#graph.allImportersOf(file.uri).flatMap((uri) => this.#files.get(uri)?.file ?? [])];
  }

  /** Returns the problems of a file; empty if it is not loaded. */
  problemsOf(uri: string): readonly Problem[] {
    const workspaceFile = this.#files.get(uri);
    return workspaceFile === undefined ? [] : [...workspaceFile.checker.problems()];
  }

  /** Resolves when no map is being read. */
  whenMapsIdle(): Promise<void> {
    return this.#pendingMaps.whenIdle();
  }

  /** Resolves when no file is being read, neither a map nor an article. */
  async whenIdle(): Promise<void> {
    while (this.#pendingMaps.isPending || this.#pendingArticles.isPending) {
      await this.#pendingMaps.whenIdle();
      await this.#pendingArticles.whenIdle();
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
    const added: MutableWorkspaceFile[] = [];
    const addMap = (uri: string, text: string): void => {
      // The file was opened, or loaded as an import, in the meantime.
      if (this.#files.has(uri)) return;
      this.#unavailable.delete(uri);
      const workspaceFile = this.#create(uri, text, undefined);
      added.push(workspaceFile);
      // Indexed here in batches, because indexing all files at once would delay the first search.
      this.names.entriesOf(workspaceFile.file);
    };
    await this.#folders.read(maps, addMap, progress);
    const neighbours = new Set<string>();
    for (const { file } of added) {
      this.#links.link(file);
      for (const uri of this.#graph.neighboursOf(file.uri)) neighbours.add(uri);
    }
    // Files loaded before may import the new ones, or be imported by them.
    this.#links.relink([...neighbours]);
    this.#emit([...new Set([...added.map(({ file }) => file.uri), ...neighbours])].map(externalChange));
  }

  /** Resolves when all maps of the folders have been read, and no map is being read. */
  async whenAllLoaded(): Promise<void> {
    await this.#folders.whenAllLoaded();
    await this.whenMapsIdle();
  }

  /** The editor opened a file; its text overrides the file on disk. */
  open(uri: string, text: string, version: number): void {
    this.#unavailable.delete(uri);
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) {
      this.#add(uri, text, version);
      this.#emit([{ uri, change: undefined, isEdited: true }, ...this.#graph.neighboursOf(uri).map(externalChange)]);
    } else {
      workspaceFile.version = version;
      this.#edit(uri, [{ text }]);
    }
  }

  /** The editor changed an open file. */
  update(uri: string, edits: readonly ContentChange[], version: number): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    workspaceFile.version = version;
    this.#edit(uri, edits);
  }

  /** The editor closed a file; it is read from disk again if it is still needed. */
  close(uri: string): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    workspaceFile.version = undefined;
    this.semanticTokens.delete(uri);
    // The file may have been created after its folder was read. If it is not on disk, the read below removes it again.
    this.#folders.addMap(uri);
    this.#forgetUnneeded();
    if (this.#files.has(uri)) this.#read(uri);
  }

  /** Keeps a file loaded until `release`, for example for a preview; reads it if necessary. */
  retain(uri: string): void {
    this.#retained.add(uri);
    if (!this.#files.has(uri)) this.#read(uri);
  }

  /** Ends `retain`. */
  release(uri: string): void {
    this.#retained.delete(uri);
    this.#forgetUnneeded();
  }

  /** A file or folder was created, changed or deleted on disk. */
  changedOnDisk(uri: string): void {
    const workspaceFile = this.#files.get(uri);
    const wasMissing = this.#unavailable.get(uri) === "missing";
    if (workspaceFile !== undefined) {
      if (workspaceFile.version === undefined) this.#read(uri);
    } else if (this.#folders.contains(uri) && (isMap(uri) || !wasMissing)) this.#discoverMaps(uri);
    else if (wasMissing) this.#read(uri);
    this.sources.articles.changedOnDisk(uri);
    for (const nested of [...this.#files.keys(), ...this.#unavailable.keys(), ...this.sources.articles.uris()]) {
      if (nested.startsWith(`${uri}/`)) this.changedOnDisk(nested);
    }
  }

  /** Loads a new map, or the maps of a new folder, in the folders of the workspace. */
  #discoverMaps(uri: string): void {
    const found = isMap(uri) ? Promise.resolve([uri]) : findMaps(this.fileSystem, uri);
    void this.#pendingMaps.track(
      found.then((maps) => this.#loadMaps(maps.filter((map) => !this.#files.has(map)))),
      () => {},
    );
  }

  /** Reads everything again, for clients that do not report changes on disk. */
  reloadAll(): void {
    const all = new Set([...this.#files.keys(), ...this.#unavailable.keys(), ...this.sources.articles.uris()]);
    for (const uri of all) this.changedOnDisk(uri);
    for (const folder of this.#folders.all) this.#discoverMaps(folder);
  }

  #add(uri: string, text: string, version: number | undefined): void {
    const workspaceFile = this.#create(uri, text, version);
    // Imports are linked before the first check, so that names in files still to be read are not reported as undefined.
    this.#links.link(workspaceFile.file);
    void workspaceFile.checker;
    const neighbours = this.#graph.neighboursOf(uri);
    if (neighbours.length > 0) this.#links.relink([uri, ...neighbours]);
  }

  #create(uri: string, text: string, version: number | undefined): MutableWorkspaceFile {
    const importers = (): readonly MapFile[] =>
      [...this.#graph.importersOf(uri)].flatMap((one) => this.#files.get(one)?.file ?? []);
    const createChecker = (file: MapFile): Checker =>
      new Checker(
        file,
        (source) => this.sources.textOf(source),
        importers,
        this.#report,
        (quote) => this.anchors.get(quote),
      );
    const workspaceFile = new MutableWorkspaceFile(
      new MapFile(uri, text, this.#newId),
      version,
      createChecker,
      this.#report,
    );
    this.#links.record(workspaceFile.file);
    this.#files.set(uri, workspaceFile);
    this.sources.updateMap(workspaceFile.file);
    return workspaceFile;
  }

  #edit(uri: string, edits: readonly ContentChange[]): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    const { file } = workspaceFile;
    const formerImports = file.imports;
    const { change, names } = file.update(edits);
    this.names.invalidate(file);
    if (affectsSources(change)) this.sources.updateMap(file);
    if (names.imports && this.#updateImports(file, formerImports)) return;
    workspaceFile.recheck((checker) => checker.update(change, names));
    const changesEdges = change.added.size + change.removed.size + change.headChanged.size + change.moved.size > 0;
    this.#emit([
      { uri, change, isEdited: true },
      ...(changesEdges
        ? [...this.#recheckImporters(uri, change, names), ...this.#recheckImports(uri, names)]
        : // Cards of importers show the texts of imported files.
          this.#graph.allImportersOf(uri).map((importer) => ({ uri: importer, change, isEdited: false }))),
    ]);
  }

  /**
   * Links a file whose imports were edited, and rechecks all files that this affects.
   *
   * @returns whether an import or a target changed; if not, nothing was rechecked
   */
  #updateImports(file: MapFile, formerImports: Imports): boolean {
    const { uri } = file;
    const formerTargets = this.#graph.importsOf(uri);
    this.#links.record(file);
    if (!this.#links.link(file) && hasSameImports(formerImports, file.imports)) return false;
    const neighbours = [...new Set([...this.#graph.neighboursOf(uri), ...formerTargets])];
    this.#links.relink([uri, ...neighbours]);
    this.#forgetUnneeded();
    this.#emit([{ uri, change: undefined, isEdited: true }, ...neighbours.map(externalChange)]);
    return true;
  }

  /** Rechecks the importers of a file after an edit that changed edges. */
  #recheckImporters(uri: string, change: SyntaxChange, names: NameChange): readonly FileChange[] {
    const importers = this.#graph.allImportersOf(uri);
    const affected = new Set([...change.added, ...change.headChanged, ...change.moved]);
    for (const importer of importers) {
      for (const name of names.defined) {
        for (const entry of this.#files.get(importer)?.file.entriesMentioning(name) ?? []) affected.add(entry);
      }
    }
    for (const importer of importers) {
      const isDirect = this.#graph.importersOf(uri).has(importer);
      const defined = isDirect ? names.defined : NO_NAME_CHANGE.defined;
      this.#files.get(importer)?.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, defined }, affected));
    }
    return importers.map(externalChange);
  }

  /** Rechecks the imports of a file after an edit that changed edges. */
  #recheckImports(uri: string, names: NameChange): readonly FileChange[] {
    // A new definition shadows an imported entry of the same name, which then loses its mentions.
    const mentioned = new Set([...names.mentioned, ...names.defined]);
    const loaded = this.#graph.importsOf(uri).filter((imported) => this.#files.has(imported));
    for (const imported of loaded)
      this.#files.get(imported)?.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, mentioned }));
    return loaded.map(externalChange);
  }

  #requestFile(uri: string): "loading" | "missing" {
    const state = this.#unavailable.get(uri);
    if (state !== undefined) return state;
    this.#read(uri);
    return "loading";
  }

  /** Unloads all files that are neither in a folder, nor open, nor retained, nor imported by such a file. */
  #forgetUnneeded(): void {
    const roots = [...this.#files].flatMap(([uri, { version }]) => (version === undefined ? [] : [uri]));
    const needed = this.#graph.withAllImports([...roots, ...this.#retained, ...this.#folders.maps]);
    const stillNeeded = new Set<string>();
    for (const uri of [...this.#files.keys()].filter((one) => !needed.has(one))) {
      for (const imported of this.#graph.importsOf(uri)) if (needed.has(imported)) stillNeeded.add(imported);
      this.#remove(uri);
    }
    for (const uri of this.#unavailable.keys()) if (!needed.has(uri)) this.#unavailable.delete(uri);
    if (stillNeeded.size === 0) return;
    // Entries that only an unloaded file used may now be unused.
    this.#links.relink([...stillNeeded]);
    this.#emit([...stillNeeded].map(externalChange));
  }

  #remove(uri: string): void {
    this.#files.delete(uri);
    this.#graph.delete(uri);
    this.sources.forgetMap(uri);
  }

  #read(uri: string): void {
    this.#unavailable.set(uri, "loading");
    void this.#pendingMaps.track(this.fileSystem.read(uri), (text) => {
      // The file was opened, or is no longer needed, in the meantime.
      if (this.#unavailable.get(uri) !== "loading") return;
      const workspaceFile = this.#files.get(uri);
      if (text !== undefined) {
        this.#unavailable.delete(uri);
        this.#folders.addMap(uri);
        if (workspaceFile === undefined) this.#add(uri, text, undefined);
        else this.#edit(uri, [{ text }]);
      } else {
        this.#unavailable.set(uri, "missing");
        this.#folders.removeMap(uri);
        const formerImports = this.#graph.importsOf(uri);
        this.#remove(uri);
        this.#links.relink([...this.#graph.allImportersOf(uri), ...formerImports]);
        this.#emit(formerImports.map(externalChange));
        this.#forgetUnneeded();
      }
      this.#emit([uri, ...this.#graph.neighboursOf(uri)].map(externalChange));
    });
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}

/** Whether an edit may have changed which sources a file has, or which file one names. */
const affectsSources = ({ textChanged, added, removed, headChanged }: SyntaxChange): boolean =>
  headChanged.size > 0 || [...textChanged, ...added, ...removed].some(({ head }) => head.keyword === "source");

type Imports = MapFile["imports"];

function hasSameImports(a: Imports, b: Imports): boolean {
  return a.length === b.length && a.every(({ entry }, index) => entry === b[index]?.entry);
}
