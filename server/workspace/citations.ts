/** Which passages of which articles the maps of the workspace cite: from an article back to the quotes from it. */
import type { LocatedQuote } from "../core/checks/support/locateQuote.ts";
import type { Entry } from "../core/language/entry.ts";
import { importClosure, resolveSource, sourcesOf } from "../core/language/graph.ts";
import { definedName, type MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/nesting.ts";
import type { Article, Passage } from "../core/sources/article.ts";
import { PassageIndex } from "../core/sources/text/passageIndex.ts";
import type { FileChange } from "./workspace.ts";

/**
 * A passage that a quote is from. A quote whose words stand more than once has several, and so has one that leaves words out:
 * what stands between is not cited.
 */
export interface Citation {
  readonly quote: Entry;
  /** In the reader's text. */
  readonly passage: Passage;
}

/** What is asked of the workspace. */
export interface CitationsHost {
  readonly file: (uri: string) => MapFile | undefined;
  /** Where the `file` of a source leads. */
  readonly fileOfSource: (source: Entry) => string | undefined;
  /** What that comes to; undefined where there is no article, or none yet. */
  readonly article: (source: Entry) => Article | undefined;
  /** Where a quote stands in the article of its source. */
  readonly locateQuote: (quote: Entry) => LocatedQuote | undefined;
}

/** The quotes and sources of one map, each with the file of its article. */
interface MapCitations {
  readonly file: MapFile;
  readonly quotes: Map<Entry, string>;
  readonly sources: Map<Entry, string>;
}

/** An article as maps cite it. */
interface CitedArticle {
  readonly quotes: Set<Entry>;
  readonly sources: Set<Entry>;
  /** What has been found of each quote in the article. */
  readonly found: Map<Entry, readonly Citation[]>;
  article: Article | undefined;
  /** All that is found, as long as nothing has changed. */
  index: PassageIndex<Citation> | undefined;
}

type Stale = ReadonlySet<Entry> | "all";

const NO_ENTRIES: ReadonlySet<Entry> = new Set();

export class Citations {
  readonly #host: CitationsHost;
  readonly #citationsByMap = new Map<string, MapCitations>();
  readonly #citedArticles = new Map<string, CitedArticle>();
  /** What has to be looked at again, by map. */
  readonly #stale = new Map<string, Stale>();
  #changed = new Set<string>();

  constructor(host: CitationsHost) {
    this.#host = host;
  }

  /** Takes note of what changed. Nothing is looked for before somebody asks. */
  applyChanges(changes: readonly FileChange[]): void {
    for (const { uri, change, edited } of changes) {
      // Which quotes and sources there are does not hang on what articles say.
      if (change === "sources") continue;
      const before = this.#stale.get(uri) ?? NO_ENTRIES;
      const next = change === undefined ? "all" : affectedQuotes(change, edited);
      this.#stale.set(uri, before === "all" || next === "all" ? "all" : new Set([...before, ...next]));
    }
  }

  /** Something else is known of these articles. */
  markArticlesChanged(articles: Iterable<string>): void {
    for (const uri of articles) this.#changed.add(uri);
  }

  /** The files that sources of the workspace lead to, whether they can be read or not. */
  articles(): Iterable<string> {
    this.#refresh();
    return this.#citedArticles.keys();
  }

  /** The sources that lead to a file. */
  sourcesOf(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#citedArticles.get(uri)?.sources ?? NO_ENTRIES;
  }

  /** The quotes from the article of a file, found in it or not. */
  quotesFrom(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#citedArticles.get(uri)?.quotes ?? NO_ENTRIES;
  }

  /** The passages of an article that are cited; undefined where no source leads to it, or it has not been read. */
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
    cited.index ??= new PassageIndex([...cited.quotes].flatMap((quote) => this.#citationsOf(quote, cited)));
    return cited.index;
  }

  /** The files of the articles of which other passages may be cited than when this was last asked. */
  takeChanged(): ReadonlySet<string> {
    this.#refresh();
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** One of several sources may lie where it must not be read from. */
  #articleOf(sources: Iterable<Entry>): Article | undefined {
    for (const source of sources) {
      const article = this.#host.article(source);
      if (article !== undefined) return article;
    }
    return undefined;
  }

  /** What `…` leaves out is not cited. */
  #citationsOf(quote: Entry, { found }: CitedArticle): readonly Citation[] {
    const cached = found.get(quote);
    if (cached !== undefined) return cached;
    const passages = this.#host.locateQuote(quote)?.matches ?? [];
    const citations = passages.flatMap((located) =>
      (located.parts ?? [located]).map((passage): Citation => ({ quote, passage })),
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
      if (stale === "all" || citing === undefined) this.#readAll(file);
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
      // What is quoted from it is quoted from a source in another map, or looked at again too.
      if (cited.sources.size + cited.quotes.size === 0) this.#citedArticles.delete(uri);
    }
  }

  /** A quote is from this article no more, or from other passages of it. */
  #removeQuote(quote: Entry, uri: string): void {
    const cited = this.#invalidateArticle(uri);
    cited.quotes.delete(quote);
    cited.found.delete(quote);
  }

  /** An article of which something changes. */
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

/** The quotes that an edit can have led elsewhere. */
function affectedQuotes({ added, removed, headChanged, moved, textChanged }: SyntaxChange, edited: boolean): Stale {
  for (const { head } of [...textChanged, ...added, ...removed, ...headChanged, ...moved]) {
    if (head.keyword === "source" || head.keyword === "import") return "all";
  }
  // The texts of another file are not of this one.
  if (!edited) return NO_ENTRIES;
  // Of two entries with the name of a source the first counts; and a passage is marked by the kind of what cites it.
  for (const { head } of headChanged) if (head.keyword !== "quote") return "all";
  for (const entry of [...added, ...removed, ...moved]) if (definedName(entry) !== undefined) return "all";
  return new Set(
    [...textChanged, ...added, ...removed, ...headChanged, ...moved].filter(({ head }) => head.keyword === "quote"),
  );
}
