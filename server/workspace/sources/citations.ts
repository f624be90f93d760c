/** The reverse index from articles to the quotes that cite them. */

import type { Article, Passage } from "../../core/articles/article.ts";
import type { LocatedQuote } from "../../core/checks/support/locateQuote.ts";
import type { Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../core/language/map.ts";
import type { SyntaxChange } from "../../core/language/parsing/nesting.ts";
import { resolveSource, sourcesOf } from "../../core/language/relations/quoteSources.ts";
import type { FileChange } from "../fileChange.ts";
import { PassageIndex } from "./passageIndex.ts";

/**
 * A cited passage. A quote has several if its text occurs several times, or if it omits words: those between its parts are
 * not cited.
 */
export interface Citation {
  readonly quote: Entry;
  /** In the reader's text. */
  readonly passage: Passage;
}

/** The dependencies of {@link Citations} on the workspace. */
export interface CitationsHost {
  readonly file: (uri: string) => MapFile | undefined;
  /** Returns the URI that the `file` of a source names. */
  readonly fileOfSource: (source: Entry) => string | undefined;
  /** Returns the article of a source; undefined if there is none, or it has not been read yet. */
  readonly article: (source: Entry) => Article | undefined;
  readonly locateQuote: (quote: Entry) => LocatedQuote | undefined;
}

/** The quotes and sources of one map, each with the URI of its article. */
interface MapCitations {
  readonly file: MapFile;
  readonly quotes: Map<Entry, string>;
  readonly sources: Map<Entry, string>;
}

/** An article with the quotes and sources that refer to it. */
interface CitedArticle {
  readonly quotes: Set<Entry>;
  readonly sources: Set<Entry>;
  /** The citations of each quote that has been located, in `article`. */
  readonly found: Map<Entry, readonly Citation[]>;
  article: Article | undefined;
  /** All citations; undefined if stale. */
  index: PassageIndex<Citation> | undefined;
}

type Stale = ReadonlySet<Entry> | "all";

const NO_ENTRIES: ReadonlySet<Entry> = new Set();

/** Records which quotes cite which articles, and updates lazily when it is queried. */
export class Citations {
  readonly #host: CitationsHost;
  readonly #citationsByMap = new Map<string, MapCitations>();
  readonly #citedArticles = new Map<string, CitedArticle>();
  /** The quotes to update, by URI of their map. */
  readonly #stale = new Map<string, Stale>();
  /** The URIs of articles whose citations may have changed since the last `takeChanged`. */
  #changed = new Set<string>();

  constructor(host: CitationsHost) {
    this.#host = host;
  }

  /** Records changes. They are processed at the next query. */
  applyChanges(changes: readonly FileChange[]): void {
    for (const { uri, change, isEdited } of changes) {
      // The quotes and sources of a map do not depend on the content of articles.
      if (change === "problems") continue;
      const before = this.#stale.get(uri) ?? NO_ENTRIES;
      const next = change === undefined ? "all" : affectedQuotes(change, isEdited);
      this.#stale.set(uri, before === "all" || next === "all" ? "all" : new Set([...before, ...next]));
    }
  }

  /** Records that the content or state of articles has changed. */
  markArticlesChanged(articles: Iterable<string>): void {
    for (const uri of articles) this.#changed.add(uri);
  }

  /** Returns the URIs of all files that sources of the workspace name, readable or not. */
  articles(): Iterable<string> {
    this.#refresh();
    return this.#citedArticles.keys();
  }

  /** Returns the sources that name a file, unordered. */
  sourcesOf(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#citedArticles.get(uri)?.sources ?? NO_ENTRIES;
  }

  /** Returns the first of the sources that name a file, by map and in the order of the text. */
  firstSourceOf(uri: string): Entry | undefined {
    return byMapInTextOrder(this.sourcesOf(uri))[0];
  }

  /** Returns the quotes from a file, whether they are found in it or not, unordered. */
  quotesFrom(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#citedArticles.get(uri)?.quotes ?? NO_ENTRIES;
  }

  /** Returns the cited passages of an article; undefined if no source names it, or it has not been read. */
  passagesIn(uri: string): PassageIndex<Citation> | undefined {
    this.#refresh();
    const cited = this.#citedArticles.get(uri);
    const article = cited && this.#articleOf(cited.sources);
    if (cited === undefined || article === undefined) return undefined;
    if (cited.article !== article) {
      cited.article = article;
      cited.found.clear();
      cited.index = undefined;
    }
    cited.index ??= new PassageIndex(
      byMapInTextOrder(cited.quotes).flatMap((quote) => this.#citationsOf(quote, cited)),
    );
    return cited.index;
  }

  /** Returns the URIs of the articles whose citations may have changed since the last call. */
  takeChanged(): ReadonlySet<string> {
    this.#refresh();
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Some of several sources may not be allowed to read the file, so each is tried. */
  #articleOf(sources: Iterable<Entry>): Article | undefined {
    for (const source of sources) {
      const article = this.#host.article(source);
      if (article !== undefined) return article;
    }
    return undefined;
  }

  /** Returns one citation for each part of each match, as words omitted with `…` are not cited. */
  #citationsOf(quote: Entry, { found }: CitedArticle): readonly Citation[] {
    const cached = found.get(quote);
    if (cached !== undefined) return cached;
    const matches = this.#host.locateQuote(quote)?.matches ?? [];
    const citations = matches.flatMap((match) =>
      (match.parts ?? [match]).map((passage): Citation => ({ quote, passage })),
    );
    found.set(quote, citations);
    return citations;
  }

  #refresh(): void {
    for (const [uri, { file }] of this.#citationsByMap) if (this.#host.file(uri) !== file) this.#forget(uri);
    for (const [uri, stale] of this.#stale) {
      const file = this.#host.file(uri);
      if (file === undefined) continue;
      const citing = this.#citationsByMap.get(uri);
      if (stale === "all" || citing === undefined || containsAny(citing.sources, stale)) this.#readAll(file);
      else this.#read(citing, stale, sourcesOf(importClosure(file)));
    }
    this.#stale.clear();
  }

  #readAll(file: MapFile): void {
    this.#forget(file.uri);
    const citing: MapCitations = { file, quotes: new Map(), sources: new Map() };
    this.#citationsByMap.set(file.uri, citing);
    for (const source of file.entriesOf("source")) {
      const uri = this.#host.fileOfSource(source);
      if (uri === undefined) continue;
      citing.sources.set(source, uri);
      this.#invalidateArticle(uri).sources.add(source);
    }
    this.#read(citing, file.entriesOf("quote"), sourcesOf(importClosure(file)));
  }

  #read({ file, quotes }: MapCitations, changed: Iterable<Entry>, sources: readonly Entry[]): void {
    for (const quote of changed) {
      const before = quotes.get(quote);
      if (before !== undefined) {
        quotes.delete(quote);
        this.#removeQuote(quote, before);
      }
      const isInFile = file.syntax.entries.get(quote.id) === quote && quote.head.keyword === "quote";
      const source = isInFile ? resolveSource(quote, sources) : undefined;
      const uri = source && this.#host.fileOfSource(source);
      if (uri === undefined) continue;
      quotes.set(quote, uri);
      this.#invalidateArticle(uri).quotes.add(quote);
    }
  }

  #forget(map: string): void {
    const citing = this.#citationsByMap.get(map);
    this.#citationsByMap.delete(map);
    if (citing === undefined) return;
    for (const [quote, uri] of citing.quotes) this.#removeQuote(quote, uri);
    for (const [source, uri] of citing.sources) {
      const cited = this.#invalidateArticle(uri);
      cited.sources.delete(source);
      // Remaining quotes belong to sources of other maps, or to importers, which are updated too.
      this.#deleteIfUnused(uri, cited);
    }
  }

  /** Removes a quote from an article. */
  #removeQuote(quote: Entry, uri: string): void {
    const cited = this.#invalidateArticle(uri);
    cited.quotes.delete(quote);
    cited.found.delete(quote);
    this.#deleteIfUnused(uri, cited);
  }

  #deleteIfUnused(uri: string, { sources, quotes }: CitedArticle): void {
    if (sources.size + quotes.size === 0) this.#citedArticles.delete(uri);
  }

  /** Returns the entry of an article for modification, and drops its index. */
  #invalidateArticle(uri: string): CitedArticle {
    const cited = this.#citedArticles.get(uri) ?? {
      quotes: new Set(),
      sources: new Set(),
      found: new Map(),
      article: undefined,
      index: undefined,
    };
    this.#citedArticles.set(uri, cited);
    this.#changed.add(uri);
    cited.index = undefined;
    return cited;
  }
}

/** Whether one of the entries is a key. An edit can make a quote of what was a source. */
function containsAny(byEntry: ReadonlyMap<Entry, unknown>, entries: Iterable<Entry>): boolean {
  for (const entry of entries) if (byEntry.has(entry)) return true;
  return false;
}

/** Sorts entries by the URIs of their maps, and those of one map in the order of its text. */
export function byMapInTextOrder(entries: Iterable<Entry>): readonly Entry[] {
  const located = Array.from(entries, (entry) => {
    const { uri, syntax } = fileOf(entry);
    return { entry, uri, line: syntax.lines.numberOf(entry.line) };
  });
  located.sort((a, b) => (a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1));
  return located.map(({ entry }) => entry);
}

/** Returns the quotes whose article or passages an edit may have changed. */
function affectedQuotes({ added, removed, headChanged, moved, textChanged }: SyntaxChange, isEdited: boolean): Stale {
  for (const { head } of [...textChanged, ...added, ...removed, ...headChanged, ...moved]) {
    if (head.keyword === "source" || head.keyword === "import") return "all";
  }
  // Other changes of an imported file do not affect the quotes of this file.
  if (!isEdited) return NO_ENTRIES;
  // A definition may shadow a source of the same name, and passages are highlighted by the kind of the entry that cites them.
  for (const { head } of headChanged) if (head.keyword !== "quote") return "all";
  for (const entry of [...added, ...removed, ...moved]) if (definedName(entry) !== undefined) return "all";
  return new Set(
    [...textChanged, ...added, ...removed, ...headChanged, ...moved].filter(({ head }) => head.keyword === "quote"),
  );
}
