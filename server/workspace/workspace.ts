/**
 * The files of all maps of the workspace's folders, and those that are open, looked at, or imported by one of these, kept up to date: what is edited, what is on
 * disk, what imports lead to. Everything that outlives a request is kept here, in the parts of this that stand beside it (`Sources`, `Citations`, `NameIndex`,
 * `TokenAnswers`), and in `Trees`.
 */
import { Checker } from "../core/checks/checker.ts";
import { idsAfter, type NewId } from "../core/language/entry.ts";
import { type ImportTarget, MapFile, type NameChange } from "../core/language/map.ts";
import type { Change } from "../core/language/nesting.ts";
import type { Problem } from "../core/language/problem.ts";
import type { TextEdit } from "../core/language/syntax.ts";
import { Citations } from "./citations.ts";
import type { FileSystem } from "./fileSystem.ts";
import { Folders, isMap, mapsIn } from "./folders.ts";
import { ImportGraph } from "./importGraph.ts";
import { NameIndex } from "./nameIndex.ts";
import { folderUri, resolvePath } from "./paths.ts";
import { Waiting } from "./pendingReads.ts";
import { Anchors } from "./quoteAnchors.ts";
import { TokenAnswers } from "./semanticTokenResults.ts";
import { Sources, sourceUri } from "./sources.ts";
import { type Known, KnownFile } from "./workspaceFile.ts";

export type { Known } from "./workspaceFile.ts";

/** What an edit, or news from disk, came to for one file. */
export interface FileChange {
  readonly uri: string;
  /** `sources`: only what is said of sources and quotes, as an article says something else. Undefined where anything may have changed. */
  readonly change: Change | "sources" | undefined;
  /** Whether it is the file that the editor opened or edited. */
  readonly edited: boolean;
}

const noNames: NameChange = { defined: new Set(), mentioned: new Set(), imports: false };

export class Workspace {
  readonly fileSystem: FileSystem;
  /** What was last answered about the tokens of each open file. */
  readonly tokens = new TokenAnswers();
  /** The articles that maps quote. */
  readonly sources: Sources;
  /** Where quotes stood whose words their article has no more. */
  readonly anchors = new Anchors();
  /** Which passages of which articles are cited. */
  readonly citations: Citations;
  /** Names and texts as they are searched for. */
  readonly names = new NameIndex();
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, KnownFile>();
  readonly #graph = new ImportGraph();
  readonly #folders: Folders;
  /** Files that are looked at, also when they are not open. */
  readonly #held = new Set<string>();
  /** Files asked for on disk that are not known as maps: being read, or not there. */
  readonly #asked = new Map<string, "loading" | "missing">();
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  readonly #articleListeners = new Set<(uri: string) => void>();
  readonly #waiting: Waiting;
  readonly #newId: NewId;

  /**
   * @param report is told of what went wrong while a file was taken in; the rest goes on
   * @param later runs something when the messages that wait have been read
   * @param newId gives the entries of all files their identities: one that somebody still has leads to no other entry,
   * though its file be read again
   */
  constructor(
    fileSystem: FileSystem,
    report: (error: unknown) => void,
    later: (work: () => void) => void = (work) => work(),
    newId: NewId = idsAfter(0),
  ) {
    this.fileSystem = fileSystem;
    this.#newId = newId;
    this.#report = report;
    this.#waiting = new Waiting(report);
    this.#folders = new Folders(fileSystem);
    this.sources = new Sources({
      fileSystem,
      report,
      later,
      wait: (promise, then) => this.#waiting.for(promise, then),
      get: (uri) => this.#known.get(uri),
      importersOf: (uri) => this.#graph.allImportersOf(uri),
      folders: this.#folders.all,
      replaced: (uri, before) =>
        this.anchors.keep(this.citations.quotesFrom(uri), { uri, article: before }, this.sources),
      read: (uri) => {
        for (const listener of this.#articleListeners) listener(uri);
      },
      changed: (maps, articles) => {
        this.citations.noteArticles(articles);
        this.#emit([...maps].map((uri) => ({ uri, change: "sources", edited: false })));
      },
    });
    this.citations = new Citations({
      file: (uri) => this.#known.get(uri)?.file,
      fileOfSource: sourceUri,
      article: (source) => {
        const read = this.sources.textOf(source);
        return read.state === "found" ? read.article : undefined;
      },
      placesOf: (quote) => this.sources.placesOf(quote),
    });
    this.onChange((changes) => this.citations.note(changes));
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
  get(uri: string): Known | undefined {
    return this.#known.get(uri);
  }

  /** All files of the folders, and all that are open, looked at, or imported by one that is. */
  all(): Iterable<Known> {
    return this.#known.values();
  }

  /** The maps of all these files. */
  files(): readonly MapFile[] {
    return [...this.#known.values()].map(({ file }) => file);
  }

  /** The files in which an entry of a file can be mentioned: itself, and those that import it. */
  usersOf(file: MapFile): readonly MapFile[] {
    return [file, ...[...this.#graph.importersOf(file.uri)].flatMap((uri) => this.#known.get(uri)?.file ?? [])];
  }

  /** The files in whose sight a file is: itself, and those that import it, directly or by way of others. */
  allUsersOf(file: MapFile): readonly MapFile[] {
    return [file, ...this.#graph.allImportersOf(file.uri).flatMap((uri) => this.#known.get(uri)?.file ?? [])];
  }

  /** All that is said of a file. */
  problemsOf(uri: string): readonly Problem[] {
    const known = this.#known.get(uri);
    return known === undefined ? [] : [...known.checker.problems()];
  }

  /** Resolves when no file is being read any more. */
  settled(): Promise<void> {
    return this.#waiting.settled();
  }

  /**
   * Takes a folder into the workspace: all maps in it are read, and kept up with as long as somebody tells what happens on
   * disk. Resolves when they have been read.
   *
   * @param progress is told how many of how many have been read
   */
  async addFolder(uri: string, progress?: (done: number, all: number) => void): Promise<void> {
    const folder = folderUri(uri);
    this.#folders.add(folder);
    this.sources.recheckWithin(folder);
    await this.#folders.first(folder, (maps) => this.#takeIn(maps, progress));
  }

  /** A folder is no longer of the workspace. */
  removeFolder(uri: string): void {
    const folder = folderUri(uri);
    this.#folders.remove(folder);
    this.sources.recheckWithin(folder);
    this.#forgetUnneeded();
  }

  /** Reads maps of the folders, and links them when all are there, so that no import is asked for twice. */
  async #takeIn(maps: readonly string[], progress?: (done: number, all: number) => void): Promise<void> {
    const added: KnownFile[] = [];
    const take = (uri: string, text: string): void => {
      // Opened, or imported by what is open, meanwhile.
      if (this.#known.has(uri)) return;
      this.#asked.delete(uri);
      const known = this.#create(uri, text, undefined);
      added.push(known);
      // Made here, a few at a time, as all of them at once would keep the first search waiting.
      this.names.of(known.file);
    };
    await this.#folders.read(maps, take, progress);
    const around = new Set<string>();
    for (const { file } of added) {
      this.#link(file);
      for (const uri of [...this.#graph.allImportersOf(file.uri), ...this.#graph.importedBy(file.uri)]) around.add(uri);
    }
    // What was known before may lead to these now, or be used by them.
    this.#relink([...around]);
    this.#emit([...new Set([...added.map(({ file }) => file.uri), ...around])].map(unedited));
  }

  /** Resolves when all maps of the folders have been read, and no file is being read any more. */
  async complete(): Promise<void> {
    await this.#folders.complete();
    await this.settled();
  }

  /** A file is open in the editor: what it holds there counts, not what is on disk. */
  open(uri: string, text: string, version: number): void {
    this.#asked.delete(uri);
    const known = this.#known.get(uri);
    if (known === undefined) {
      this.#add(uri, text, version);
      this.#emit([{ uri, change: undefined, edited: true }, ...this.#around(uri)]);
    } else {
      known.version = version;
      this.#edit(uri, [{ text }]);
    }
  }

  /** The editor changed an open file. */
  update(uri: string, edits: readonly TextEdit[], version: number): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    known.version = version;
    this.#edit(uri, edits);
  }

  /** The editor closed a file: from now on what is on disk counts. */
  close(uri: string): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    known.version = undefined;
    this.tokens.delete(uri);
    // It may be newer than the folder was when that was read. If it is not on disk, that is found out now.
    this.#folders.note(uri);
    this.#forgetUnneeded();
    if (this.#known.has(uri)) this.#read(uri);
  }

  /** Keeps a file known while it is looked at, open or not; reads it where it is not known. */
  hold(uri: string): void {
    this.#held.add(uri);
    if (!this.#known.has(uri)) this.#read(uri);
  }

  /** Nobody looks at a file any more. */
  release(uri: string): void {
    this.#held.delete(uri);
    this.#forgetUnneeded();
  }

  /** Something happened to a file on disk, or to a folder: it came, went, or was written. */
  changedOnDisk(uri: string): void {
    const known = this.#known.get(uri);
    const wasMissing = this.#asked.get(uri) === "missing";
    if (known !== undefined) {
      if (known.version === undefined) this.#read(uri);
    } else if (this.#folders.holds(uri) && (isMap(uri) || !wasMissing)) this.#lookFor(uri);
    else if (wasMissing) this.#read(uri);
    this.sources.articles.changedOnDisk(uri);
    for (const inside of [...this.#known.keys(), ...this.#asked.keys(), ...this.sources.articles.uris()]) {
      if (inside.startsWith(`${uri}/`)) this.changedOnDisk(inside);
    }
  }

  /** Something new in the folders: a map, or a folder in which there are some. */
  #lookFor(uri: string): void {
    const found = isMap(uri) ? Promise.resolve([uri]) : mapsIn(this.fileSystem, uri);
    this.#waiting.for(
      found.then((maps) => this.#takeIn(maps.filter((map) => !this.#known.has(map)))),
      () => {},
    );
  }

  /** Looks at everything on disk again, where nobody tells what happens there. */
  changedAnywhere(): void {
    const all = new Set([...this.#known.keys(), ...this.#asked.keys(), ...this.sources.articles.uris()]);
    for (const uri of all) this.changedOnDisk(uri);
    for (const folder of this.#folders.all) this.#lookFor(folder);
  }

  #add(uri: string, text: string, version: number | undefined): void {
    const known = this.#create(uri, text, version);
    // Imports are linked before the first check, so that nothing is said of names that only have to be read.
    this.#link(known.file);
    void known.checker;
    const others = [...this.#graph.allImportersOf(uri), ...this.#graph.importedBy(uri)];
    if (others.length > 0) this.#relink([uri, ...others]);
  }

  #create(uri: string, text: string, version: number | undefined): KnownFile {
    const users = (): readonly MapFile[] =>
      [...this.#graph.importersOf(uri)].flatMap((one) => this.#known.get(one)?.file ?? []);
    const check = (file: MapFile): Checker =>
      new Checker(
        file,
        (source) => this.sources.textOf(source),
        users,
        this.#report,
        (quote) => this.anchors.of(quote),
      );
    const known = new KnownFile(new MapFile(uri, text, this.#newId), version, check, this.#report);
    this.#graph.set(uri, targetsOf(known.file));
    this.#known.set(uri, known);
    this.sources.note(known.file);
    return known;
  }

  #edit(uri: string, edits: readonly TextEdit[]): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    const { file } = known;
    const before = file.imports;
    const { change, names } = file.update(edits);
    this.names.forget(file);
    if (touchesSources(change)) this.sources.note(file);
    if (names.imports) {
      const left = this.#graph.importedBy(uri);
      this.#graph.set(uri, targetsOf(file));
      if (this.#link(file) || !sameImports(before, file.imports)) {
        const around = [...new Set([...this.#graph.allImportersOf(uri), ...this.#graph.importedBy(uri), ...left])];
        this.#relink([uri, ...around]);
        this.#forgetUnneeded();
        this.#emit([{ uri, change: undefined, edited: true }, ...around.map(unedited)]);
        return;
      }
    }
    known.recheck((checker) => checker.update(change, names));
    const touched: FileChange[] = [{ uri, change, edited: true }];
    const edges = change.added.size + change.removed.size + change.heads.size + change.moved.size > 0;
    const users = this.#graph.allImportersOf(uri);
    const bearing = new Set([...change.added, ...change.heads, ...change.moved]);
    for (const user of edges ? users : []) {
      for (const name of names.defined) {
        for (const entry of this.#known.get(user)?.file.mentionsOf(name) ?? []) bearing.add(entry);
      }
    }
    for (const user of users) {
      // The texts of an imported file stand on the cards of those that import it.
      touched.push({ uri: user, change: edges ? undefined : change, edited: false });
      const citing = edges ? this.#known.get(user) : undefined;
      const direct = this.#graph.importersOf(uri).has(user);
      if (citing !== undefined) {
        const defined = direct ? names.defined : noNames.defined;
        citing.recheck((checker) => checker.updateNames({ ...noNames, defined }, bearing));
      }
    }
    for (const imported of edges ? this.#graph.importedBy(uri) : []) {
      const used = this.#known.get(imported);
      if (used === undefined) continue;
      // A name defined here hides an imported one of that name, which is then mentioned no more.
      const mentioned = new Set([...names.mentioned, ...names.defined]);
      used.recheck((checker) => checker.updateNames({ ...noNames, mentioned }));
      touched.push(unedited(imported));
    }
    this.#emit(touched);
  }

  /** Says anew what the imports of a file lead to, reading what is not known. @returns whether any leads elsewhere now */
  #link(file: MapFile): boolean {
    let changed = false;
    for (const { entry, target } of file.imports) {
      const now = this.#targetOf(file, resolvePath(file.uri, entry.text));
      if (sameTarget(target, now)) continue;
      file.setImport(entry, now);
      changed = true;
    }
    return changed;
  }

  /** Links all of these files anew, and only then checks them: what is said of one may depend on the links of another. */
  #relink(uris: readonly string[]): void {
    const known = uris.flatMap((uri) => this.#known.get(uri) ?? []);
    for (const { file } of known) this.#link(file);
    for (const one of known) one.recheck((checker) => checker.recheckAll());
  }

  #targetOf(from: MapFile, uri: string | undefined): ImportTarget {
    if (uri === undefined) return { state: "missing" };
    const back = uri === from.uri ? [uri] : this.#graph.wayTo(uri, from.uri);
    if (back !== undefined) return { state: "circular", circle: [from.uri, ...back] };
    const known = this.#known.get(uri);
    if (known !== undefined) return { state: "found", file: known.file };
    const asked = this.#asked.get(uri);
    if (asked === undefined) this.#read(uri);
    return { state: asked === "missing" ? "missing" : "unknown" };
  }

  /** Forgets all files that are neither in a folder nor open nor looked at nor imported by one that is. */
  #forgetUnneeded(): void {
    const roots = [...this.#known].flatMap(([uri, { version }]) => (version === undefined ? [] : [uri]));
    const needed = this.#graph.withAllImports([...roots, ...this.#held, ...this.#folders.maps]);
    const left = new Set<string>();
    for (const uri of [...this.#known.keys()].filter((one) => !needed.has(one))) {
      for (const imported of this.#graph.importedBy(uri)) if (needed.has(imported)) left.add(imported);
      this.#drop(uri);
    }
    for (const uri of this.#asked.keys()) if (!needed.has(uri)) this.#asked.delete(uri);
    if (left.size === 0) return;
    // What a forgotten file used may be unused now.
    this.#relink([...left]);
    this.#emit([...left].map(unedited));
  }

  #drop(uri: string): void {
    this.#known.delete(uri);
    this.#graph.delete(uri);
    this.sources.forget(uri);
  }

  #read(uri: string): void {
    this.#asked.set(uri, "loading");
    this.#waiting.for(this.fileSystem.read(uri), (text) => {
      // Opened, or no longer asked for, while it was read.
      if (this.#asked.get(uri) !== "loading") return;
      const known = this.#known.get(uri);
      if (text !== undefined) {
        this.#asked.delete(uri);
        this.#folders.note(uri);
        if (known === undefined) this.#add(uri, text, undefined);
        else this.#edit(uri, [{ text }]);
      } else {
        this.#asked.set(uri, "missing");
        this.#folders.forget(uri);
        const left = this.#graph.importedBy(uri);
        this.#drop(uri);
        this.#relink([...this.#graph.allImportersOf(uri), ...left]);
        this.#emit(left.map(unedited));
        this.#forgetUnneeded();
      }
      this.#emit([unedited(uri), ...this.#around(uri)]);
    });
  }

  #around(uri: string): readonly FileChange[] {
    return [...this.#graph.allImportersOf(uri), ...this.#graph.importedBy(uri)].map(unedited);
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}

const unedited = (uri: string): FileChange => ({ uri, change: undefined, edited: false });

/** What the imports of a file lead to, in their order. */
const targetsOf = (file: MapFile): readonly (string | undefined)[] =>
  file.imports.map(({ entry }) => resolvePath(file.uri, entry.text));

/** Whether an edit may have changed which sources a file has, or where one leads. */
const touchesSources = ({ texts, added, removed, heads }: Change): boolean =>
  heads.size > 0 || [...texts, ...added, ...removed].some(({ head }) => head.keyword === "source");

type Imports = MapFile["imports"];

function sameImports(a: Imports, b: Imports): boolean {
  return a.length === b.length && a.every(({ entry }, index) => entry === b[index]?.entry);
}

function sameTarget(a: ImportTarget, b: ImportTarget): boolean {
  if (a.state === "found") return b.state === "found" && a.file === b.file;
  if (a.state === "circular") return b.state === "circular" && a.circle.join() === b.circle.join();
  return a.state === b.state;
}
