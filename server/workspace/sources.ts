/**
 * What the sources of maps lead to: which map has which, and the articles themselves, each for as long as a source leads to
 * it. Where one says something else, or is another one, its quotes are checked anew.
 */
import { type LocatedQuote, locateQuote } from "../core/checks/support/locateQuote.ts";
import { attributeOf, type Entry } from "../core/language/entry.ts";
import { importClosure, resolveSource, sourcesOf } from "../core/language/graph.ts";
import { fileOf, type MapFile } from "../core/language/map.ts";
import { isValidValue } from "../core/language/values.ts";
import type { Article } from "../core/sources/article.ts";
import type { SourceText } from "../core/sources/readSource.ts";
import { type ArticleState, Articles, type ArticlesHost } from "./articles.ts";
import { isWithin } from "./folders.ts";
import { parentFolder, resolvePath, withoutTrailingSlash } from "./paths.ts";
import type { MutableWorkspaceFile } from "./workspaceFile.ts";

/** What is asked of the workspace. */
export interface SourcesHost extends Omit<ArticlesHost, "onStateChanged"> {
  readonly workspaceFile: (uri: string) => MutableWorkspaceFile | undefined;
  /** The files that import one, directly or by way of others. */
  readonly importersOf: (uri: string) => readonly string[];
  /** The folders of the workspace. */
  readonly folders: Iterable<string>;
  /** Is told of an article that is another one now, and what it was; before its quotes are checked anew. */
  readonly onArticleReplaced: (uri: string, before: Article) => void;
  /** Is told of an article that has been read, for the first time or anew. */
  readonly onArticleRead: (uri: string) => void;
  /** Is told of maps that cite articles of which something else is known now. */
  readonly onArticlesChanged: (maps: Iterable<string>, articles: ReadonlySet<string>) => void;
}

const NO_SOURCES: ReadonlyMap<Entry, string> = new Map();

export class Sources {
  readonly articles: Articles;
  readonly #host: SourcesHost;
  /** Folders that may be read from, beside those of the workspace. */
  readonly #allowedFolders = new Set<string>();
  /** Where the sources of each map lead, and which maps lead to each article. */
  readonly #articlesByMap = new Map<string, ReadonlyMap<Entry, string>>();
  readonly #mapsByArticle = new Map<string, Set<string>>();

  constructor(host: SourcesHost) {
    this.#host = host;
    this.articles = new Articles({ ...host, onStateChanged: (uri, before) => this.#handleStateChange(uri, before) });
  }

  #handleStateChange(uri: string, before: ArticleState): void {
    if (before.state === "found") this.#host.onArticleReplaced(uri, before.article);
    this.#recheck([uri]);
    this.#host.onArticleRead(uri);
  }

  /** Lets maps quote files of a folder that is not of the workspace. */
  allowFolder(folder: string): void {
    this.#allowedFolders.add(withoutTrailingSlash(folder));
  }

  /**
   * What a file comes to as an article; read from disk when first asked for. For a file that the user has chosen: what a map
   * says of its sources goes through `textOf`.
   */
  articleAt(uri: string): SourceText {
    const state = this.articles.get(uri);
    return state.state === "loading" ? { state: "unknown" } : { ...state, uri };
  }

  /** What the `file` of a source leads to; read from disk when first asked for. */
  textOf(source: Entry): SourceText {
    const uri = sourceUri(source);
    if (uri === undefined) return { state: "unknown" };
    return this.#canRead(source, uri) ? this.articleAt(uri) : { state: "outside", uri };
  }

  /** A map that somebody sends must not make the editor read whatever is on the disk. */
  #canRead(source: Entry, uri: string): boolean {
    const folders = [...this.#host.folders, ...this.#allowedFolders, parentFolder(fileOf(source).uri)];
    return folders.some((folder) => isWithin(uri, folder));
  }

  /** Whether a file that these sources lead to is there and may be read. Nothing of it is read. */
  async isReadable(uri: string, sources: Iterable<Entry>): Promise<boolean> {
    if (![...sources].some((source) => this.#canRead(source, uri))) return false;
    const { state } = await this.#host.fileSystem.readBytes(uri, 0);
    return state === "found" || state === "too-large";
  }

  /**
   * Where a quote stands in its source: passages of the text that a reader sees, which `inFile` leads to the file, `pagesOf`
   * to the page. Undefined where the source is not known or cannot be read.
   */
  locateQuote(quote: Entry): LocatedQuote | undefined {
    return locateQuote(quote, importClosure(fileOf(quote)), (source) => this.textOf(source));
  }

  /** The editor opened or changed an article; `text` is all of it. It counts, not what is on disk. */
  open(uri: string, text: string): void {
    this.articles.open(uri, text);
  }

  /** The editor closed an article: from now on what is on disk counts. */
  close(uri: string): void {
    this.articles.close(uri);
    if (!this.#mapsByArticle.has(uri)) this.#forgetUnused();
  }

  /** The sources of a map may be others, or lead elsewhere: then quotes from them are, in other files too. */
  updateMap(file: MapFile): void {
    const next = new Map<Entry, string>();
    for (const source of file.entriesOf("source")) {
      const uri = sourceUri(source);
      if (uri !== undefined) next.set(source, uri);
    }
    const before = this.#setArticles(file.uri, next);
    const retargeted = new Set([...before.keys(), ...next.keys()].filter((one) => before.get(one) !== next.get(one)));
    if (retargeted.size === 0) return;
    for (const importer of this.#host.importersOf(file.uri)) this.#recheckQuotes(importer, retargeted);
  }

  /** A map is known no more. */
  forgetMap(map: string): void {
    this.#setArticles(map, NO_SOURCES);
  }

  /** A folder came or went: what lies in it may be read now, or no more. */
  recheckWithin(folder: string): void {
    this.#recheck([...this.#mapsByArticle.keys()].filter((uri) => isWithin(uri, folder)));
  }

  /** Says anew where the sources of a map lead. @returns where they led before */
  #setArticles(map: string, next: ReadonlyMap<Entry, string>): ReadonlyMap<Entry, string> {
    const before = this.#articlesByMap.get(map) ?? NO_SOURCES;
    if (next.size === 0) this.#articlesByMap.delete(map);
    else this.#articlesByMap.set(map, next);
    const wanted = new Set(next.values());
    for (const uri of wanted) this.#mapsByArticle.set(uri, (this.#mapsByArticle.get(uri) ?? new Set()).add(map));
    const dropped = new Set([...before.values()].filter((uri) => !wanted.has(uri)));
    for (const uri of dropped) {
      const maps = this.#mapsByArticle.get(uri);
      maps?.delete(map);
      if (maps?.size === 0) this.#mapsByArticle.delete(uri);
    }
    if (dropped.size > 0) this.#forgetUnused();
    return before;
  }

  /** Forgets all articles that no source leads to and that the editor does not hold. */
  #forgetUnused(): void {
    for (const uri of this.articles.uris()) {
      if (!this.#mapsByArticle.has(uri) && !this.articles.isOpen(uri)) this.articles.forget(uri);
    }
  }

  /** Checks anew the sources that lead to these articles, and the quotes from them. */
  #recheck(articles: readonly string[]): void {
    const changed = new Set(articles);
    const sources = new Set<Entry>();
    const citing = new Set<string>();
    for (const map of new Set(articles.flatMap((uri) => [...(this.#mapsByArticle.get(uri) ?? [])]))) {
      const own = [...(this.#articlesByMap.get(map) ?? NO_SOURCES)].flatMap(([source, uri]) =>
        changed.has(uri) ? [source] : [],
      );
      this.#host.workspaceFile(map)?.checkerIfCreated?.recheck(own);
      for (const source of own) sources.add(source);
      for (const importer of [map, ...this.#host.importersOf(map)]) citing.add(importer);
    }
    for (const importer of citing) this.#recheckQuotes(importer, sources);
    if (citing.size > 0) this.#host.onArticlesChanged(citing, changed);
  }

  /** Checks anew the quotes of a map that are from one of these sources. */
  #recheckQuotes(map: string, changedSources: ReadonlySet<Entry>): void {
    const file = this.#host.workspaceFile(map);
    if (file?.checkerIfCreated === undefined) return;
    const sources = sourcesOf(importClosure(file.file));
    const isAffected = (quote: Entry): boolean => {
      const source = resolveSource(quote, sources);
      return source !== undefined && changedSources.has(source);
    };
    file.checkerIfCreated.recheck([...file.file.entriesOf("quote")].filter(isAffected));
  }
}

/** Where the `file` of a source leads; undefined where it has none, or one that is no path. */
export function sourceUri(source: Entry): string | undefined {
  const path = attributeOf(source, "file")?.value;
  return path === undefined || !isValidValue("file", path) ? undefined : resolvePath(fileOf(source).uri, path);
}
