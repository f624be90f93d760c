/**
 * The files of all maps of the workspace's folders, and those that are open, looked at, or imported by one of these, kept up to date: what is edited, what is on
 * disk, what imports lead to. Everything that outlives a request is kept here, in the parts of this that stand beside it (`Sources`, `Citations`, `NameIndex`,
 * `TokenAnswers`), and in `Trees`.
 */
import { Checker } from "../core/checks/checker.ts";
import { createIdGenerator, type IdGenerator } from "../core/language/entry.ts";
import { type ImportTarget, MapFile, type NameChange } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import type { ContentChange } from "../core/language/syntax.ts";
import { Citations } from "./citations.ts";
import type { FileSystem } from "./fileSystem.ts";
import { findMaps, isMap, WorkspaceFolders } from "./folders.ts";
import { ImportGraph } from "./importGraph.ts";
import { NameIndex } from "./nameIndex.ts";
import { resolvePath, withoutTrailingSlash } from "./paths.ts";
import { PendingReads } from "./pendingReads.ts";
import { QuoteAnchors } from "./quoteAnchors.ts";
import { SemanticTokenResults } from "./semanticTokenResults.ts";
import { Sources, sourceUri } from "./sources.ts";
import { MutableWorkspaceFile, type WorkspaceFile } from "./workspaceFile.ts";

export type { WorkspaceFile } from "./workspaceFile.ts";

/** What an edit, or news from disk, came to for one file. */
export interface FileChange {
  readonly uri: string;
  /** `sources`: only what is said of sources and quotes, as an article says something else. Undefined where anything may have changed. */
  readonly change: SyntaxChange | "sources" | undefined;
  /** Whether it is the file that the editor opened or edited. */
  readonly edited: boolean;
}

const NO_NAME_CHANGE: NameChange = { defined: new Set(), mentioned: new Set(), imports: false };

export class Workspace {
  readonly fileSystem: FileSystem;
  /** What was last answered about the tokens of each open file. */
  readonly semanticTokens = new SemanticTokenResults();
  /** The articles that maps quote. */
  readonly sources: Sources;
  /** Where quotes stood whose words their article has no more. */
  readonly anchors = new QuoteAnchors();
  /** Which passages of which articles are cited. */
  readonly citations: Citations;
  /** Names and texts as they are searched for. */
  readonly names = new NameIndex();
  readonly #report: (error: unknown) => void;
  readonly #files = new Map<string, MutableWorkspaceFile>();
  readonly #graph = new ImportGraph();
  readonly #folders: WorkspaceFolders;
  /** Files that are looked at, also when they are not open. */
  readonly #retained = new Set<string>();
  /** Files asked for on disk that are not known as maps: being read, or not there. */
  readonly #unavailable = new Map<string, "loading" | "missing">();
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  readonly #articleListeners = new Set<(uri: string) => void>();
  readonly #pendingReads: PendingReads;
  readonly #newId: IdGenerator;

  /**
   * @param report is told of what went wrong while a file was taken in; the rest goes on
   * @param defer runs something when the messages that wait have been read
   * @param newId gives the entries of all files their identities: one that somebody still has leads to no other entry,
   * though its file be read again
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
    this.#pendingReads = new PendingReads(report);
    this.#folders = new WorkspaceFolders(fileSystem);
    this.sources = new Sources({
      fileSystem,
      report,
      defer,
      track: (promise, then) => this.#pendingReads.track(promise, then),
      workspaceFile: (uri) => this.#files.get(uri),
      importersOf: (uri) => this.#graph.allImportersOf(uri),
      folders: this.#folders.all,
      onArticleReplaced: (uri, before) =>
        this.anchors.record(this.citations.quotesFrom(uri), { uri, article: before }, this.sources),
      onArticleRead: (uri) => {
        for (const listener of this.#articleListeners) listener(uri);
      },
      onArticlesChanged: (maps, articles) => {
        this.citations.markArticlesChanged(articles);
        this.#emit([...maps].map((uri) => ({ uri, change: "sources", edited: false })));
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

  /** Calls `listener` with the files whose map or problems may have changed, the edited one first. */
  onChange(listener: (changes: readonly FileChange[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls `listener` with the file of an article that has been read, for the first time or anew. */
  onArticleRead(listener: (uri: string) => void): void {
    this.#articleListeners.add(listener);
  }

  /** A file by its URI, open or read from disk. */
  get(uri: string): WorkspaceFile | undefined {
    return this.#files.get(uri);
  }

  /** All files of the folders, and all that are open, looked at, or imported by one that is. */
  all(): Iterable<WorkspaceFile> {
    return this.#files.values();
  }

  /** The maps of all these files. */
  files(): readonly MapFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  /** The files in which an entry of a file can be mentioned: itself, and those that import it. */
  withImporters(file: MapFile): readonly MapFile[] {
    return [file, ...[...this.#graph.importersOf(file.uri)].flatMap((uri) => this.#files.get(uri)?.file ?? [])];
  }

  /** The files in whose sight a file is: itself, and those that import it, directly or by way of others. */
  withAllImporters(file: MapFile): readonly MapFile[] {
    return [file, ...this.#graph.allImportersOf(file.uri).flatMap((uri) => this.#files.get(uri)?.file ?? [])];
  }

  /** All that is said of a file. */
  problemsOf(uri: string): readonly Problem[] {
    const workspaceFile = this.#files.get(uri);
    return workspaceFile === undefined ? [] : [...workspaceFile.checker.problems()];
  }

  /** Resolves when no file is being read any more. */
  whenIdle(): Promise<void> {
    return this.#pendingReads.whenIdle();
  }

  /**
   * Takes a folder into the workspace: all maps in it are read, and kept up with as long as somebody tells what happens on
   * disk. Resolves when they have been read.
   *
   * @param progress is told how many of how many have been read
   */
  async addFolder(uri: string, progress?: (done: number, all: number) => void): Promise<void> {
    const folder = withoutTrailingSlash(uri);
    this.#folders.add(folder);
    this.sources.recheckWithin(folder);
    await this.#folders.load(folder, (maps) => this.#loadMaps(maps, progress));
  }

  /** A folder is no longer of the workspace. */
  removeFolder(uri: string): void {
    const folder = withoutTrailingSlash(uri);
    this.#folders.remove(folder);
    this.sources.recheckWithin(folder);
    this.#forgetUnneeded();
  }

  /** Reads maps of the folders, and links them when all are there, so that no import is asked for twice. */
  async #loadMaps(maps: readonly string[], progress?: (done: number, all: number) => void): Promise<void> {
    const added: MutableWorkspaceFile[] = [];
    const addMap = (uri: string, text: string): void => {
      // Opened, or imported by what is open, meanwhile.
      if (this.#files.has(uri)) return;
      this.#unavailable.delete(uri);
      const workspaceFile = this.#create(uri, text, undefined);
      added.push(workspaceFile);
      // Made here, a few at a time, as all of them at once would keep the first search waiting.
      this.names.entriesOf(workspaceFile.file);
    };
    await this.#folders.read(maps, addMap, progress);
    const neighbours = new Set<string>();
    for (const { file } of added) {
      this.#link(file);
      for (const uri of [...this.#graph.allImportersOf(file.uri), ...this.#graph.importsOf(file.uri)])
        neighbours.add(uri);
    }
    // What was known before may lead to these now, or be used by them.
    this.#relink([...neighbours]);
    this.#emit([...new Set([...added.map(({ file }) => file.uri), ...neighbours])].map(externalChange));
  }

  /** Resolves when all maps of the folders have been read, and no file is being read any more. */
  async whenAllLoaded(): Promise<void> {
    await this.#folders.whenAllLoaded();
    await this.whenIdle();
  }

  /** A file is open in the editor: what it holds there counts, not what is on disk. */
  open(uri: string, text: string, version: number): void {
    this.#unavailable.delete(uri);
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) {
      this.#add(uri, text, version);
      this.#emit([{ uri, change: undefined, edited: true }, ...this.#neighboursOf(uri)]);
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

  /** The editor closed a file: from now on what is on disk counts. */
  close(uri: string): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    workspaceFile.version = undefined;
    this.semanticTokens.delete(uri);
    // It may be newer than the folder was when that was read. If it is not on disk, that is found out now.
    this.#folders.addMap(uri);
    this.#forgetUnneeded();
    if (this.#files.has(uri)) this.#read(uri);
  }

  /** Keeps a file known while it is looked at, open or not; reads it where it is not known. */
  retain(uri: string): void {
    this.#retained.add(uri);
    if (!this.#files.has(uri)) this.#read(uri);
  }

  /** Nobody looks at a file any more. */
  release(uri: string): void {
    this.#retained.delete(uri);
    this.#forgetUnneeded();
  }

  /** Something happened to a file on disk, or to a folder: it came, went, or was written. */
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

  /** Something new in the folders: a map, or a folder in which there are some. */
  #discoverMaps(uri: string): void {
    const found = isMap(uri) ? Promise.resolve([uri]) : findMaps(this.fileSystem, uri);
    this.#pendingReads.track(
      found.then((maps) => this.#loadMaps(maps.filter((map) => !this.#files.has(map)))),
      () => {},
    );
  }

  /** Looks at everything on disk again, where nobody tells what happens there. */
  reloadAll(): void {
    const all = new Set([...this.#files.keys(), ...this.#unavailable.keys(), ...this.sources.articles.uris()]);
    for (const uri of all) this.changedOnDisk(uri);
    for (const folder of this.#folders.all) this.#discoverMaps(folder);
  }

  #add(uri: string, text: string, version: number | undefined): void {
    const workspaceFile = this.#create(uri, text, version);
    // Imports are linked before the first check, so that nothing is said of names that only have to be read.
    this.#link(workspaceFile.file);
    void workspaceFile.checker;
    const others = [...this.#graph.allImportersOf(uri), ...this.#graph.importsOf(uri)];
    if (others.length > 0) this.#relink([uri, ...others]);
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
    this.#graph.set(uri, targetsOf(workspaceFile.file));
    this.#files.set(uri, workspaceFile);
    this.sources.updateMap(workspaceFile.file);
    return workspaceFile;
  }

  #edit(uri: string, edits: readonly ContentChange[]): void {
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile === undefined) return;
    const { file } = workspaceFile;
    const before = file.imports;
    const { change, names } = file.update(edits);
    this.names.invalidate(file);
    if (affectsSources(change)) this.sources.updateMap(file);
    if (names.imports) {
      const formerImports = this.#graph.importsOf(uri);
      this.#graph.set(uri, targetsOf(file));
      if (this.#link(file) || !hasSameImports(before, file.imports)) {
        const neighbours = [
          ...new Set([...this.#graph.allImportersOf(uri), ...this.#graph.importsOf(uri), ...formerImports]),
        ];
        this.#relink([uri, ...neighbours]);
        this.#forgetUnneeded();
        this.#emit([{ uri, change: undefined, edited: true }, ...neighbours.map(externalChange)]);
        return;
      }
    }
    workspaceFile.recheck((checker) => checker.update(change, names));
    const fileChanges: FileChange[] = [{ uri, change, edited: true }];
    const changesEdges = change.added.size + change.removed.size + change.headChanged.size + change.moved.size > 0;
    const importers = this.#graph.allImportersOf(uri);
    const affected = new Set([...change.added, ...change.headChanged, ...change.moved]);
    for (const importer of changesEdges ? importers : []) {
      for (const name of names.defined) {
        for (const entry of this.#files.get(importer)?.file.entriesMentioning(name) ?? []) affected.add(entry);
      }
    }
    for (const importer of importers) {
      // The texts of an imported file stand on the cards of those that import it.
      fileChanges.push({ uri: importer, change: changesEdges ? undefined : change, edited: false });
      const importerFile = changesEdges ? this.#files.get(importer) : undefined;
      const isDirect = this.#graph.importersOf(uri).has(importer);
      if (importerFile !== undefined) {
        const defined = isDirect ? names.defined : NO_NAME_CHANGE.defined;
        importerFile.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, defined }, affected));
      }
    }
    for (const imported of changesEdges ? this.#graph.importsOf(uri) : []) {
      const importedFile = this.#files.get(imported);
      if (importedFile === undefined) continue;
      // A name defined here hides an imported one of that name, which is then mentioned no more.
      const mentioned = new Set([...names.mentioned, ...names.defined]);
      importedFile.recheck((checker) => checker.updateNames({ ...NO_NAME_CHANGE, mentioned }));
      fileChanges.push(externalChange(imported));
    }
    this.#emit(fileChanges);
  }

  /** Says anew what the imports of a file lead to, reading what is not known. @returns whether any leads elsewhere now */
  #link(file: MapFile): boolean {
    let hasChanged = false;
    for (const { entry, target } of file.imports) {
      const newTarget = this.#targetOf(file, resolvePath(file.uri, entry.text));
      if (isSameTarget(target, newTarget)) continue;
      file.setImportTarget(entry, newTarget);
      hasChanged = true;
    }
    return hasChanged;
  }

  /** Links all of these files anew, and only then checks them: what is said of one may depend on the links of another. */
  #relink(uris: readonly string[]): void {
    const workspaceFiles = uris.flatMap((uri) => this.#files.get(uri) ?? []);
    for (const { file } of workspaceFiles) this.#link(file);
    for (const one of workspaceFiles) one.recheck((checker) => checker.recheckAll());
  }

  #targetOf(from: MapFile, uri: string | undefined): ImportTarget {
    if (uri === undefined) return { state: "missing" };
    const returnPath = uri === from.uri ? [uri] : this.#graph.shortestPath(uri, from.uri);
    if (returnPath !== undefined) return { state: "circular", cycle: [from.uri, ...returnPath] };
    const workspaceFile = this.#files.get(uri);
    if (workspaceFile !== undefined) return { state: "found", file: workspaceFile.file };
    const status = this.#unavailable.get(uri);
    if (status === undefined) this.#read(uri);
    return { state: status === "missing" ? "missing" : "unknown" };
  }

  /** Forgets all files that are neither in a folder nor open nor looked at nor imported by one that is. */
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
    // What a forgotten file used may be unused now.
    this.#relink([...stillNeeded]);
    this.#emit([...stillNeeded].map(externalChange));
  }

  #remove(uri: string): void {
    this.#files.delete(uri);
    this.#graph.delete(uri);
    this.sources.forgetMap(uri);
  }

  #read(uri: string): void {
    this.#unavailable.set(uri, "loading");
    this.#pendingReads.track(this.fileSystem.read(uri), (text) => {
      // Opened, or no longer asked for, while it was read.
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
        this.#relink([...this.#graph.allImportersOf(uri), ...formerImports]);
        this.#emit(formerImports.map(externalChange));
        this.#forgetUnneeded();
      }
      this.#emit([externalChange(uri), ...this.#neighboursOf(uri)]);
    });
  }

  #neighboursOf(uri: string): readonly FileChange[] {
    return [...this.#graph.allImportersOf(uri), ...this.#graph.importsOf(uri)].map(externalChange);
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}

const externalChange = (uri: string): FileChange => ({ uri, change: undefined, edited: false });

/** What the imports of a file lead to, in their order. */
const targetsOf = (file: MapFile): readonly (string | undefined)[] =>
  file.imports.map(({ entry }) => resolvePath(file.uri, entry.text));

/** Whether an edit may have changed which sources a file has, or where one leads. */
const affectsSources = ({ textChanged, added, removed, headChanged }: SyntaxChange): boolean =>
  headChanged.size > 0 || [...textChanged, ...added, ...removed].some(({ head }) => head.keyword === "source");

type Imports = MapFile["imports"];

function hasSameImports(a: Imports, b: Imports): boolean {
  return a.length === b.length && a.every(({ entry }, index) => entry === b[index]?.entry);
}

function isSameTarget(a: ImportTarget, b: ImportTarget): boolean {
  if (a.state === "found") return b.state === "found" && a.file === b.file;
  if (a.state === "circular") return b.state === "circular" && a.cycle.join() === b.cycle.join();
  return a.state === b.state;
}
