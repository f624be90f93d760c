import type { Article } from "../../core/articles/article.ts";
import type { SourceArticle } from "../../core/articles/readArticle.ts";
import { type LocatedQuote, locateQuote } from "../../core/checks/support/locateQuote.ts";
import { isValidValue } from "../../core/language/attributes/values.ts";
import { attributeOf, type Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import { resolveSource, sourcesOf } from "../../core/language/relations/quoteSources.ts";
import { isWithin } from "../files/folders.ts";
import { parentFolder, resolvePath, withoutTrailingSlash } from "../files/paths.ts";
import type { RealPaths } from "../files/realPaths.ts";
import type { MutableWorkspaceFile } from "../maps/workspaceFile.ts";
import { type ArticleState, Articles, type ArticlesHost } from "./articles.ts";

/** The dependencies of {@link Sources} on the workspace. */
export interface SourcesHost
  extends Omit<ArticlesHost, "onStateChanged" | "resolveLocation" | "encodingOf" | "isCitedByOpenMap"> {
  readonly workspaceFile: (uri: string) => MutableWorkspaceFile | undefined;
  /** Returns the files that import a file directly or indirectly. */
  readonly importersOf: (uri: string) => readonly string[];
  /** The folders of the workspace. */
  readonly folders: Iterable<string>;
  readonly realPaths: RealPaths;
  /** Called when an article has changed, before its quotes are rechecked. */
  readonly onArticleReplaced: (uri: string, before: Article) => void;
  /** Called when an article has been read or read again. */
  readonly onArticleRead: (uri: string) => void;
  /** Called with the maps that cite articles whose content or state has changed. */
  readonly onArticlesChanged: (maps: Iterable<string>, articles: ReadonlySet<string>) => void;
}

const NO_SOURCES: ReadonlyMap<Entry, string> = new Map();

/**
 * The articles that the sources of maps name, each kept for as long as a source names it. When an article changes, or a source
 * names another one, the quotes are rechecked.
 */
export class Sources {
  readonly articles: Articles;
  readonly #host: SourcesHost;
  readonly #realPaths: RealPaths;
  /** Folders outside the workspace that may be read. */
  readonly #allowedFolders = new Set<string>();
  /** For each map, the URIs that its sources name. */
  readonly #articlesByMap = new Map<string, ReadonlyMap<Entry, string>>();
  /** For each map, the encodings of articles that its sources give. */
  readonly #encodingsByMap = new Map<string, ReadonlyMap<string, string>>();
  /** For each article, the maps with a source that names it. */
  readonly #mapsByArticle = new Map<string, Set<string>>();

  constructor(host: SourcesHost) {
    this.#host = host;
    this.#realPaths = host.realPaths;
    this.articles = new Articles({
      ...host,
      onStateChanged: (uri, before) => this.#handleStateChange(uri, before),
      resolveLocation: (uri) => this.#realPaths.resolve([uri, ...this.#foldersOf(this.#mapsByArticle.get(uri) ?? [])]),
      encodingOf: (uri) => this.#encodingOf(uri),
      isCitedByOpenMap: (uri) => this.#isCitedByOpenMap(uri),
    });
  }

  #handleStateChange(uri: string, before: ArticleState): void {
    if (before.state === "found") this.#host.onArticleReplaced(uri, before.article);
    this.#recheck([uri]);
    this.#host.onArticleRead(uri);
  }

  /** Allows maps to quote files in a folder outside the workspace. */
  allowFolder(folder: string): void {
    this.#allowedFolders.add(withoutTrailingSlash(folder));
  }

  /**
   * Returns the article of any file; `unknown` until it has been read. Only for files that the user has chosen: `articleOf` also
   * checks whether a map may read the file.
   */
  articleAt(uri: string): SourceArticle {
    const state = this.articles.get(uri);
    return state.state === "loading" ? { state: "unknown" } : { ...state, uri };
  }

  /** Returns the article of a source; `unknown` until it has been read. */
  articleOf(source: Entry): SourceArticle {
    const uri = sourceUri(source);
    if (uri === undefined) return { state: "unknown" };
    const folders = this.#foldersOf([fileOf(source).uri]);
    if (!folders.some((folder) => isWithin(uri, folder))) return { state: "outside", uri };
    const text = this.articleAt(uri);
    if (text.state === "unknown" || text.state === "missing") return text;
    const isReallyInside = this.#realPaths.isWithin(uri, folders);
    if (isReallyInside !== undefined) return isReallyInside ? text : { state: "outside", uri };
    // The article was read for a map in another folder.
    void this.#host.track(this.#realPaths.resolve(folders), () => this.#recheck([uri]));
    return { state: "unknown" };
  }

  /** Maps may come from other people, so they may only read files in the workspace, and in the folder of the map. */
  #foldersOf(maps: Iterable<string>): readonly string[] {
    return [...new Set([...this.#host.folders, ...this.#allowedFolders, ...[...maps].map(parentFolder)])];
  }

  /** Whether a file exists and one of these sources may read it. Does not read the content. */
  async isReadable(uri: string, sources: Iterable<Entry>): Promise<boolean> {
    const folders = this.#foldersOf([...sources].map((source) => fileOf(source).uri));
    if (!folders.some((folder) => isWithin(uri, folder))) return false;
    await this.#realPaths.resolve([uri, ...folders]);
    if (this.#realPaths.isWithin(uri, folders) !== true) return false;
    const { state } = await this.#host.fileSystem.readBytes(uri, 0);
    return state === "found" || state === "too-large";
  }

  /** Returns the encoding of an article that the first of its sources gives. */
  #encodingOf(uri: string): string | undefined {
    for (const map of [...(this.#mapsByArticle.get(uri) ?? [])].sort()) {
      const encoding = this.#encodingsByMap.get(map)?.get(uri);
      if (encoding !== undefined) return encoding;
    }
    return undefined;
  }

  #isCitedByOpenMap(uri: string): boolean {
    const isOpen = (map: string): boolean => this.#host.workspaceFile(map)?.version !== undefined;
    return [...(this.#mapsByArticle.get(uri) ?? [])].some(
      (map) => isOpen(map) || this.#host.importersOf(map).some(isOpen),
    );
  }

  /** Returns the passages of a quote in the reader's text of its source; undefined if the source is unknown or cannot be read. */
  locateQuote(quote: Entry): LocatedQuote | undefined {
    return locateQuote(quote, importClosure(fileOf(quote)), (source) => this.articleOf(source));
  }

  /**
   * Asks for the articles of these sources and quotes of a map, so that `Articles.collectPending` knows that an answer depends on
   * them although it is given from problems that were found before.
   */
  requestArticles(file: MapFile, entries: Iterable<Entry>): void {
    const sources = sourcesOf(importClosure(file));
    for (const entry of entries) {
      const { keyword } = entry.head;
      const source = keyword === "quote" ? resolveSource(entry, sources) : keyword === "source" ? entry : undefined;
      if (source !== undefined) this.articleOf(source);
    }
  }

  /** The editor opened or changed an article; its text overrides the file on disk. */
  open(uri: string, text: string): void {
    this.articles.open(uri, text);
  }

  /** The editor closed an article. */
  close(uri: string): void {
    this.articles.close(uri);
    if (!this.#mapsByArticle.has(uri)) this.#forgetUnused();
  }

  /** Updates the sources of a map, and rechecks the quotes from changed sources in its importers. */
  updateMap(file: MapFile): void {
    const next = new Map<Entry, string>();
    const encodings = new Map<string, string>();
    for (const source of file.entriesOf("source")) {
      const uri = sourceUri(source);
      if (uri === undefined) continue;
      next.set(source, uri);
      const encoding = attributeOf(source, "encoding")?.value;
      if (encoding !== undefined && isValidValue("encoding", encoding) && !encodings.has(uri))
        encodings.set(uri, encoding);
    }
    this.#encodingsByMap.set(file.uri, encodings);
    const before = this.#setArticles(file.uri, next);
    for (const uri of new Set([...before.values(), ...next.values()])) this.articles.updateEncoding(uri);
    const retargeted = new Set([...before.keys(), ...next.keys()].filter((one) => before.get(one) !== next.get(one)));
    if (retargeted.size === 0) return;
    for (const importer of this.#host.importersOf(file.uri)) this.#recheckQuotes(importer, retargeted);
  }

  /** Removes a map. */
  forgetMap(map: string): void {
    this.#encodingsByMap.delete(map);
    for (const uri of this.#setArticles(map, NO_SOURCES).values()) this.articles.updateEncoding(uri);
  }

  /** Rechecks the sources that name files in a folder that was added or removed, and links, which may lead there. */
  recheckWithin(folder: string): void {
    this.#recheck(
      [...this.#mapsByArticle.keys()].filter((uri) => isWithin(uri, folder) || this.#realPaths.isLink(uri)),
    );
  }

  /**
   * Replaces the articles of a map.
   *
   * @returns the previous ones
   */
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

  /** Drops all articles that no source names and that are not open. */
  #forgetUnused(): void {
    for (const uri of this.articles.uris()) {
      if (!this.#mapsByArticle.has(uri) && !this.articles.isOpen(uri)) this.articles.forget(uri);
    }
  }

  /** Rechecks the sources that name these articles, and the quotes from them. */
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

  /** Rechecks the quotes of a map from one of these sources. */
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

/** Returns the URI that the `file` of a source names; undefined if it has none or an invalid one. */
export function sourceUri(source: Entry): string | undefined {
  const path = attributeOf(source, "file")?.value;
  return path === undefined || !isValidValue("file", path) ? undefined : resolvePath(fileOf(source).uri, path);
}
