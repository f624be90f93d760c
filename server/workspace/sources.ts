/**
 * What the sources of maps lead to: which map has which, and the articles themselves, each for as long as a source leads to
 * it. Where one says something else, or is another one, its quotes are checked anew.
 */
import { type Quoted, quoted } from "../core/checks/support/locateQuote.ts";
import { attributeOf, type Entry } from "../core/language/entry.ts";
import { filesOf, sourceAmong, sourcesOf } from "../core/language/graph.ts";
import { fileOf, type MapFile } from "../core/language/map.ts";
import { isWellFormed } from "../core/language/values.ts";
import type { Article } from "../core/sources/article.ts";
import type { SourceText } from "../core/sources/readSource.ts";
import { type Around, Articles, type Known } from "./articles.ts";
import { isWithin } from "./folders.ts";
import { folderOf, folderUri, resolvePath } from "./paths.ts";
import type { KnownFile } from "./workspaceFile.ts";

/** What is asked of the workspace. */
export interface Maps extends Omit<Around, "changed"> {
  readonly get: (uri: string) => KnownFile | undefined;
  /** The files that import one, directly or by way of others. */
  readonly importersOf: (uri: string) => readonly string[];
  /** The folders of the workspace. */
  readonly folders: Iterable<string>;
  /** Is told of an article that is another one now, and what it was; before its quotes are checked anew. */
  readonly replaced: (uri: string, before: Article) => void;
  /** Is told of an article that has been read, for the first time or anew. */
  readonly read: (uri: string) => void;
  /** Is told of maps that cite articles of which something else is known now. */
  readonly changed: (maps: Iterable<string>, articles: ReadonlySet<string>) => void;
}

const none: ReadonlyMap<Entry, string> = new Map();

export class Sources {
  readonly articles: Articles;
  readonly #maps: Maps;
  /** Folders that may be read from, beside those of the workspace. */
  readonly #allowed = new Set<string>();
  /** Where the sources of each map lead, and which maps lead to each article. */
  readonly #leads = new Map<string, ReadonlyMap<Entry, string>>();
  readonly #users = new Map<string, Set<string>>();

  constructor(maps: Maps) {
    this.#maps = maps;
    this.articles = new Articles({ ...maps, changed: (uri, before) => this.#read(uri, before) });
  }

  #read(uri: string, before: Known): void {
    if (before.state === "found") this.#maps.replaced(uri, before.article);
    this.#recheck([uri]);
    this.#maps.read(uri);
  }

  /** Lets maps quote files of a folder that is not of the workspace. */
  allow(folder: string): void {
    this.#allowed.add(folderUri(folder));
  }

  /**
   * What a file comes to as an article; read from disk when first asked for. For a file that the user has chosen: what a map
   * says of its sources goes through `textOf`.
   */
  at(uri: string): SourceText {
    const known = this.articles.get(uri);
    return known.state === "loading" ? { state: "unknown" } : { ...known, uri };
  }

  /** What the `file` of a source leads to; read from disk when first asked for. */
  textOf(source: Entry): SourceText {
    const uri = sourceUri(source);
    if (uri === undefined) return { state: "unknown" };
    return this.#mayRead(source, uri) ? this.at(uri) : { state: "outside", uri };
  }

  /** A map that somebody sends must not make the editor read whatever is on the disk. */
  #mayRead(source: Entry, uri: string): boolean {
    const folders = [...this.#maps.folders, ...this.#allowed, folderOf(fileOf(source).uri)];
    return folders.some((folder) => isWithin(uri, folder));
  }

  /** Whether a file that these sources lead to is there and may be read. Nothing of it is read. */
  async isThere(uri: string, sources: Iterable<Entry>): Promise<boolean> {
    if (![...sources].some((source) => this.#mayRead(source, uri))) return false;
    const { state } = await this.#maps.fileSystem.readBytes(uri, 0);
    return state === "found" || state === "too-large";
  }

  /**
   * Where a quote stands in its source: passages of the text that a reader sees, which `inFile` leads to the file, `pagesOf`
   * to the page. Undefined where the source is not known or cannot be read.
   */
  placesOf(quote: Entry): Quoted | undefined {
    return quoted(quote, filesOf(fileOf(quote)), (source) => this.textOf(source));
  }

  /** The editor opened or changed an article; `text` is all of it. It counts, not what is on disk. */
  hold(uri: string, text: string): void {
    this.articles.hold(uri, text);
  }

  /** The editor closed an article: from now on what is on disk counts. */
  release(uri: string): void {
    this.articles.release(uri);
    if (!this.#users.has(uri)) this.#letGo();
  }

  /** The sources of a map may be others, or lead elsewhere: then quotes from them are, in other files too. */
  note(file: MapFile): void {
    const now = new Map<Entry, string>();
    for (const source of file.entriesOf("source")) {
      const uri = sourceUri(source);
      if (uri !== undefined) now.set(source, uri);
    }
    const before = this.#lead(file.uri, now);
    const elsewhere = new Set([...before.keys(), ...now.keys()].filter((one) => before.get(one) !== now.get(one)));
    if (elsewhere.size === 0) return;
    for (const user of this.#maps.importersOf(file.uri)) this.#recheckQuotes(user, elsewhere);
  }

  /** A map is known no more. */
  forget(map: string): void {
    this.#lead(map, none);
  }

  /** A folder came or went: what lies in it may be read now, or no more. */
  recheckWithin(folder: string): void {
    this.#recheck([...this.#users.keys()].filter((uri) => isWithin(uri, folder)));
  }

  /** Says anew where the sources of a map lead. @returns where they led before */
  #lead(map: string, now: ReadonlyMap<Entry, string>): ReadonlyMap<Entry, string> {
    const before = this.#leads.get(map) ?? none;
    if (now.size === 0) this.#leads.delete(map);
    else this.#leads.set(map, now);
    const wanted = new Set(now.values());
    for (const uri of wanted) this.#users.set(uri, (this.#users.get(uri) ?? new Set()).add(map));
    const left = new Set([...before.values()].filter((uri) => !wanted.has(uri)));
    for (const uri of left) {
      const users = this.#users.get(uri);
      users?.delete(map);
      if (users?.size === 0) this.#users.delete(uri);
    }
    if (left.size > 0) this.#letGo();
    return before;
  }

  /** Forgets all articles that no source leads to and that the editor does not hold. */
  #letGo(): void {
    for (const uri of this.articles.uris()) {
      if (!this.#users.has(uri) && !this.articles.isOpen(uri)) this.articles.forget(uri);
    }
  }

  /** Checks anew the sources that lead to these articles, and the quotes from them. */
  #recheck(articles: readonly string[]): void {
    const meant = new Set(articles);
    const sources = new Set<Entry>();
    const citing = new Set<string>();
    for (const map of new Set(articles.flatMap((uri) => [...(this.#users.get(uri) ?? [])]))) {
      const own = [...(this.#leads.get(map) ?? none)].flatMap(([source, uri]) => (meant.has(uri) ? [source] : []));
      this.#maps.get(map)?.checked?.recheck(own);
      for (const source of own) sources.add(source);
      for (const user of [map, ...this.#maps.importersOf(map)]) citing.add(user);
    }
    for (const user of citing) this.#recheckQuotes(user, sources);
    if (citing.size > 0) this.#maps.changed(citing, meant);
  }

  /** Checks anew the quotes of a map that are from one of these sources. */
  #recheckQuotes(map: string, meant: ReadonlySet<Entry>): void {
    const known = this.#maps.get(map);
    if (known?.checked === undefined) return;
    const sources = sourcesOf(filesOf(known.file));
    const isMeant = (quote: Entry): boolean => {
      const source = sourceAmong(quote, sources);
      return source !== undefined && meant.has(source);
    };
    known.checked.recheck([...known.file.entriesOf("quote")].filter(isMeant));
  }
}

/** Where the `file` of a source leads; undefined where it has none, or one that is no path. */
export function sourceUri(source: Entry): string | undefined {
  const path = attributeOf(source, "file")?.value;
  return path === undefined || !isWellFormed("file", path) ? undefined : resolvePath(fileOf(source).uri, path);
}
