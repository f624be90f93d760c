/**
 * The files of all maps that are open or imported, kept up to date: what is edited, what is on disk, what imports lead to.
 * Everything that outlives a request is kept here.
 */
import { Checker } from "../checks/checker.ts";
import { attributeOf, type Entry } from "../language/entry.ts";
import { fileOf, type ImportTarget, MapFile, type NameChange, type SourceText } from "../language/map.ts";
import type { Change } from "../language/nest.ts";
import type { Problem } from "../language/problem.ts";
import type { TextEdit } from "../language/syntax.ts";
import type { FileSystem } from "./fileSystem.ts";
import { resolvePath } from "./paths.ts";

/** A file that the workspace knows. */
export interface Known {
  readonly file: MapFile;
  readonly checker: Checker;
  /** The version that the editor gave it; undefined for a file as it is on disk. */
  readonly version: number | undefined;
}

/** What an edit, or news from disk, came to for one file. */
export interface FileChange {
  readonly uri: string;
  /** Undefined where anything may have changed. */
  readonly change: Change | undefined;
}

type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "missing" }
  | { readonly state: "found"; readonly value: T };

const nothing: NameChange = { defined: new Set(), mentioned: new Set(), imports: false };

export class Workspace {
  readonly #fileSystem: FileSystem;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, Known>();
  /** Files asked for on disk that are not known as maps: being read, or not there. */
  readonly #asked = new Map<string, "loading" | "missing">();
  readonly #sources = new Map<string, Loaded<string>>();
  /** For each file, the files that import it. */
  readonly #importers = new Map<string, Set<string>>();
  readonly #listeners = new Set<(changes: readonly FileChange[]) => void>();
  #pending = 0;
  #idle: (() => void)[] = [];

  /** @param report is told of what went wrong while a file was taken in; the rest goes on */
  constructor(fileSystem: FileSystem, report: (error: unknown) => void) {
    this.#fileSystem = fileSystem;
    this.#report = report;
  }

  get fileSystem(): FileSystem {
    return this.#fileSystem;
  }

  /** Calls `listener` with the files whose map or problems may have changed, the edited one first. */
  onChange(listener: (changes: readonly FileChange[]) => void): void {
    this.#listeners.add(listener);
  }

  /** A file by its URI, open or read from disk. */
  get(uri: string): Known | undefined {
    return this.#known.get(uri);
  }

  /** All files that are open or imported by one that is. */
  all(): Iterable<Known> {
    return this.#known.values();
  }

  /** All maps that are open or imported by one that is. */
  files(): readonly MapFile[] {
    return [...this.#known.values()].map(({ file }) => file);
  }

  /** All that is said of a file. */
  problemsOf(uri: string): readonly Problem[] {
    const known = this.#known.get(uri);
    return known === undefined ? [] : [...known.checker.problems()];
  }

  /** Resolves when no file is being read any more. */
  async settled(): Promise<void> {
    while (this.#pending > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** A file is open in the editor: what it holds there counts, not what is on disk. */
  open(uri: string, text: string, version: number): void {
    this.#asked.delete(uri);
    const known = this.#known.get(uri);
    if (known !== undefined) {
      this.#known.set(uri, { ...known, version });
      this.#edit(uri, [{ text }]);
      return;
    }
    this.#add(uri, text, version);
    this.#tell([uri]);
  }

  /** The editor changed an open file. */
  update(uri: string, edits: readonly TextEdit[], version: number): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    this.#known.set(uri, { ...known, version });
    this.#edit(uri, edits);
  }

  /** The editor closed a file: from now on what is on disk counts. */
  close(uri: string): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    this.#known.set(uri, { ...known, version: undefined });
    this.changedOnDisk(uri);
  }

  /** Something happened to a file on disk: it came, went, or was written. */
  changedOnDisk(uri: string): void {
    const known = this.#known.get(uri);
    if (known !== undefined && known.version === undefined) {
      if (this.#importersOf(uri).size === 0) this.#remove(uri);
      else this.#read(uri);
    }
    if (this.#asked.get(uri) === "missing") this.#read(uri);
    if (this.#sources.has(uri)) this.#readSource(uri);
  }

  /** Looks at everything on disk again, where nobody tells what happens there. */
  changedAnywhere(): void {
    const closed = [...this.#known].flatMap(([uri, { version }]) => (version === undefined ? [uri] : []));
    for (const uri of new Set([...closed, ...this.#asked.keys(), ...this.#sources.keys()])) this.changedOnDisk(uri);
  }

  /** What the `file` of a source leads to; read from disk when first asked for. */
  sourceText(source: Entry): SourceText {
    const path = attributeOf(source, "file")?.value;
    const uri = path === undefined ? undefined : resolvePath(fileOf(source).uri, path);
    if (uri === undefined) return { state: "unknown" };
    const loaded = this.#sources.get(uri);
    if (loaded === undefined) this.#readSource(uri);
    if (loaded?.state === "found") return { state: "found", uri, text: loaded.value };
    return { state: loaded?.state === "missing" ? "missing" : "unknown" };
  }

  #add(uri: string, text: string, version: number | undefined): void {
    const file = new MapFile(uri, text);
    const users = (): readonly MapFile[] =>
      [...this.#importersOf(uri)].flatMap((one) => this.#known.get(one)?.file ?? []);
    // Imports are linked before the first check, so that nothing is said of names that only have to be read.
    this.#link(file);
    const checker = new Checker(file, (source) => this.sourceText(source), users);
    this.#known.set(uri, { file, checker, version });
    this.#relinkAround(uri);
    // Only now do the files that import it find its names, so that none of these seems unused.
    if (this.#importersOf(uri).size > 0) checker.recheckAll();
  }

  #remove(uri: string): void {
    const file = this.#known.get(uri)?.file;
    this.#known.delete(uri);
    for (const { entry } of file?.imports ?? []) {
      const target = resolvePath(uri, entry.text);
      if (target === undefined) continue;
      this.#importers.get(target)?.delete(uri);
      const orphan = this.#known.get(target);
      if (orphan !== undefined && orphan.version === undefined && this.#importersOf(target).size === 0)
        this.#remove(target);
    }
    this.#tell([uri]);
  }

  #edit(uri: string, edits: readonly TextEdit[]): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    const { file, checker } = known;
    const before = file.imports;
    const { change, names } = file.update(edits);
    if (names.imports && (this.#link(file) || !sameImports(before, file.imports))) {
      checker.recheckAll();
      const left = before.flatMap(({ target }) => (target.state === "found" ? [target.file.uri] : []));
      this.#relinkAround(uri, left);
      this.#tell([uri, ...this.#reach(uri), ...left]);
      return;
    }
    checker.update(change, names);
    // What a source says of itself, its file above all, decides on quotes from it in other files.
    if ([...change.texts].some(({ head }) => head.keyword === "source")) {
      for (const user of this.#reach(uri)) {
        const citing = this.#known.get(user);
        citing?.checker.recheck(citing.file.entriesOf("quote"));
      }
    }
    const touched: FileChange[] = [{ uri, change }];
    const edges = change.added.size + change.removed.size + change.heads.size + change.moved.size > 0;
    if (edges) {
      for (const user of this.#reach(uri)) {
        const direct = this.#importersOf(uri).has(user);
        this.#known.get(user)?.checker.updateNames(direct ? { ...nothing, defined: names.defined } : nothing);
        touched.push({ uri: user, change: undefined });
      }
      for (const { target } of file.imports) {
        if (target.state !== "found") continue;
        this.#known.get(target.file.uri)?.checker.updateNames({ ...nothing, mentioned: names.mentioned });
        touched.push({ uri: target.file.uri, change: undefined });
      }
    } else {
      // The texts of an imported file stand on the cards of those that import it.
      for (const user of this.#reach(uri)) touched.push({ uri: user, change });
    }
    this.#emit(touched);
  }

  /** Says anew what the imports of a file lead to, reading what is not known. @returns whether any leads elsewhere now */
  #link(file: MapFile): boolean {
    let changed = false;
    for (const { entry, target } of file.imports) {
      const uri = resolvePath(file.uri, entry.text);
      const now = this.#targetOf(file, uri);
      if (uri !== undefined) {
        const importers = this.#importers.get(uri) ?? new Set();
        importers.add(file.uri);
        this.#importers.set(uri, importers);
      }
      if (sameTarget(target, now)) continue;
      file.setImport(entry, now);
      changed = true;
    }
    return changed;
  }

  #targetOf(from: MapFile, uri: string | undefined): ImportTarget {
    if (uri === undefined) return { state: "missing" };
    const circle = uri === from.uri ? [uri, uri] : this.#wayTo(uri, from.uri);
    if (circle !== undefined) return { state: "circular", circle: uri === from.uri ? circle : [from.uri, ...circle] };
    const known = this.#known.get(uri);
    if (known !== undefined) return { state: "found", file: known.file };
    const asked = this.#asked.get(uri);
    if (asked === undefined) this.#read(uri);
    return { state: asked === "missing" ? "missing" : "unknown" };
  }

  /** The shortest way from a file to another over imports as they are written; undefined where there is none. */
  #wayTo(from: string, to: string): readonly string[] | undefined {
    const ways = new Map<string, readonly string[]>([[from, [from]]]);
    // A map may grow while it is walked.
    for (const [uri, way] of ways) {
      for (const { entry } of this.#known.get(uri)?.file.imports ?? []) {
        const next = resolvePath(uri, entry.text);
        if (next === to) return [...way, to];
        if (next !== undefined && !ways.has(next)) ways.set(next, [...way, next]);
      }
    }
    return undefined;
  }

  /** The files that import one and have not changed that since. */
  #importersOf(uri: string): ReadonlySet<string> {
    const importers = this.#importers.get(uri) ?? new Set<string>();
    for (const one of importers) {
      const imports = this.#known.get(one)?.file.imports ?? [];
      if (!imports.some(({ entry }) => resolvePath(one, entry.text) === uri)) importers.delete(one);
    }
    return importers;
  }

  /** All files that import one, directly or by way of others. */
  #reach(uri: string): readonly string[] {
    const reached = new Set<string>([uri]);
    for (const one of reached) for (const importer of this.#importersOf(one)) reached.add(importer);
    return [...reached].slice(1);
  }

  /** A file came, went or imports others now: links and checks anew all that can tell, `left` too, which it did import. */
  #relinkAround(uri: string, left: readonly string[] = []): void {
    const around = new Set([...this.#reach(uri), ...left]);
    for (const { target } of this.#known.get(uri)?.file.imports ?? []) {
      if (target.state === "found") around.add(target.file.uri);
      if (target.state === "circular") for (const one of target.circle) around.add(one);
    }
    around.delete(uri);
    for (const one of around) {
      const known = this.#known.get(one);
      if (known === undefined) continue;
      this.#link(known.file);
      known.checker.recheckAll();
    }
  }

  #read(uri: string): void {
    this.#asked.set(uri, "loading");
    this.#wait(this.#fileSystem.read(uri), (text) => {
      const known = this.#known.get(uri);
      if (known?.version !== undefined) return;
      if (text === undefined) {
        this.#asked.set(uri, "missing");
        this.#known.delete(uri);
      } else {
        this.#asked.delete(uri);
        if (known === undefined) this.#add(uri, text, undefined);
        else this.#edit(uri, [{ text }]);
      }
      if (text === undefined) this.#relinkAround(uri);
      this.#tell([uri, ...this.#reach(uri)]);
    });
  }

  #readSource(uri: string): void {
    const before = this.#sources.get(uri);
    if (before === undefined) this.#sources.set(uri, { state: "loading" });
    this.#wait(this.#fileSystem.read(uri), (text) => {
      this.#sources.set(uri, text === undefined ? { state: "missing" } : { state: "found", value: text });
      const touched: string[] = [];
      for (const { file, checker } of this.#known.values()) {
        const sources = [...file.entriesOf("source")];
        const citing = [...file.entriesOf("quote")];
        const uses = sources.some((source) => resolvePath(file.uri, attributeOf(source, "file")?.value ?? "") === uri);
        if (!uses && !file.imports.some(({ target }) => target.state === "found")) continue;
        checker.recheck([...sources, ...citing]);
        touched.push(file.uri);
      }
      this.#tell(touched);
    });
  }

  #wait<T>(promise: Promise<T>, then: (value: T) => void): void {
    this.#pending++;
    const done = promise.then(then).catch(this.#report);
    void done.finally(() => {
      this.#pending--;
      if (this.#pending > 0) return;
      const waiting = this.#idle;
      this.#idle = [];
      for (const resolve of waiting) resolve();
    });
  }

  #tell(uris: readonly string[]): void {
    this.#emit(uris.map((uri) => ({ uri, change: undefined })));
  }

  #emit(changes: readonly FileChange[]): void {
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }
}

type Imports = MapFile["imports"];

function sameImports(a: Imports, b: Imports): boolean {
  return a.length === b.length && a.every(({ entry }, index) => entry === b[index]?.entry);
}

function sameTarget(a: ImportTarget, b: ImportTarget): boolean {
  if (a.state === "found") return b.state === "found" && a.file === b.file;
  if (a.state === "circular") return b.state === "circular" && a.circle.join() === b.circle.join();
  return a.state === b.state;
}
