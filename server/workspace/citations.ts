/** Which passages of which articles the maps of the workspace cite: from an article back to the quotes from it. */
import type { Quoted } from "../core/checks/support/locateQuote.ts";
import type { Entry } from "../core/language/entry.ts";
import { filesOf, sourceAmong, sourcesOf } from "../core/language/graph.ts";
import { definedName, type MapFile } from "../core/language/map.ts";
import type { Change } from "../core/language/nesting.ts";
import type { Article, Passage } from "../core/sources/article.ts";
import { PassageList } from "../core/sources/text/passageIndex.ts";
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
export interface Maps {
  readonly file: (uri: string) => MapFile | undefined;
  /** Where the `file` of a source leads. */
  readonly fileOfSource: (source: Entry) => string | undefined;
  /** What that comes to; undefined where there is no article, or none yet. */
  readonly article: (source: Entry) => Article | undefined;
  /** Where a quote stands in the article of its source. */
  readonly placesOf: (quote: Entry) => Quoted | undefined;
}

/** The quotes and sources of one map, each with the file of its article. */
interface Citing {
  readonly file: MapFile;
  readonly quotes: Map<Entry, string>;
  readonly sources: Map<Entry, string>;
}

/** An article as maps cite it. */
interface Cited {
  readonly quotes: Set<Entry>;
  readonly sources: Set<Entry>;
  /** What has been found of each quote in the article. */
  readonly found: Map<Entry, readonly Citation[]>;
  article: Article | undefined;
  /** All that is found, as long as nothing has changed. */
  list: PassageList<Citation> | undefined;
}

type Stale = ReadonlySet<Entry> | "all";

const nobody: ReadonlySet<Entry> = new Set();

export class Citations {
  readonly #maps: Maps;
  readonly #citing = new Map<string, Citing>();
  readonly #cited = new Map<string, Cited>();
  /** What has to be looked at again, by map. */
  readonly #stale = new Map<string, Stale>();
  #changed = new Set<string>();

  constructor(maps: Maps) {
    this.#maps = maps;
  }

  /** Takes note of what changed. Nothing is looked for before somebody asks. */
  note(changes: readonly FileChange[]): void {
    for (const { uri, change, edited } of changes) {
      // Which quotes and sources there are does not hang on what articles say.
      if (change === "sources") continue;
      const before = this.#stale.get(uri) ?? nobody;
      const now = change === undefined ? "all" : touched(change, edited);
      this.#stale.set(uri, before === "all" || now === "all" ? "all" : new Set([...before, ...now]));
    }
  }

  /** Something else is known of these articles. */
  noteArticles(articles: Iterable<string>): void {
    for (const uri of articles) this.#changed.add(uri);
  }

  /** The files that sources of the workspace lead to, whether they can be read or not. */
  articles(): Iterable<string> {
    this.#refresh();
    return this.#cited.keys();
  }

  /** The sources that lead to a file. */
  sourcesOf(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#cited.get(uri)?.sources ?? nobody;
  }

  /** The quotes from the article of a file, found in it or not. */
  quotesFrom(uri: string): ReadonlySet<Entry> {
    this.#refresh();
    return this.#cited.get(uri)?.quotes ?? nobody;
  }

  /** The passages of an article that are cited; undefined where no source leads to it, or it has not been read. */
  in(uri: string): PassageList<Citation> | undefined {
    this.#refresh();
    const cited = this.#cited.get(uri);
    const article = cited && this.#articleOf(cited.sources);
    if (cited === undefined || article === undefined) return undefined;
    if (cited.article !== article) {
      cited.article = article;
      cited.found.clear();
      cited.list = undefined;
    }
    cited.list ??= new PassageList([...cited.quotes].flatMap((quote) => this.#found(quote, cited)));
    return cited.list;
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
      const article = this.#maps.article(source);
      if (article !== undefined) return article;
    }
    return undefined;
  }

  /** What `…` leaves out is not cited. */
  #found(quote: Entry, { found }: Cited): readonly Citation[] {
    const known = found.get(quote);
    if (known !== undefined) return known;
    const places = this.#maps.placesOf(quote)?.passages ?? [];
    const citations = places.flatMap((place) =>
      (place.parts ?? [place]).map((passage): Citation => ({ quote, passage })),
    );
    found.set(quote, citations);
    return citations;
  }

  #refresh(): void {
    for (const [uri, { file }] of this.#citing) if (this.#maps.file(uri) !== file) this.#forget(uri);
    for (const [uri, stale] of this.#stale) {
      const file = this.#maps.file(uri);
      if (file === undefined) continue;
      const citing = this.#citing.get(uri);
      if (stale === "all" || citing === undefined) this.#readAll(file);
      else this.#read(citing, stale, sourcesOf(filesOf(file)));
    }
    this.#stale.clear();
  }

  #readAll(file: MapFile): void {
    this.#forget(file.uri);
    const citing: Citing = { file, quotes: new Map(), sources: new Map() };
    this.#citing.set(file.uri, citing);
    for (const source of file.entriesOf("source")) {
      const uri = this.#maps.fileOfSource(source);
      if (uri === undefined) continue;
      citing.sources.set(source, uri);
      this.#citedAt(uri).sources.add(source);
    }
    this.#read(citing, file.entriesOf("quote"), sourcesOf(filesOf(file)));
  }

  #read({ file, quotes }: Citing, changed: Iterable<Entry>, sources: readonly Entry[]): void {
    for (const quote of changed) {
      const before = quotes.get(quote);
      if (before !== undefined) {
        quotes.delete(quote);
        this.#withdraw(quote, before);
      }
      const stands = file.syntax.entries.get(quote.id) === quote && quote.head.keyword === "quote";
      const source = stands ? sourceAmong(quote, sources) : undefined;
      const uri = source && this.#maps.fileOfSource(source);
      if (uri === undefined) continue;
      quotes.set(quote, uri);
      this.#citedAt(uri).quotes.add(quote);
    }
  }

  #forget(map: string): void {
    const citing = this.#citing.get(map);
    this.#citing.delete(map);
    if (citing === undefined) return;
    for (const [quote, uri] of citing.quotes) this.#withdraw(quote, uri);
    for (const [source, uri] of citing.sources) {
      const cited = this.#citedAt(uri);
      cited.sources.delete(source);
      // What is quoted from it is quoted from a source in another map, or looked at again too.
      if (cited.sources.size + cited.quotes.size === 0) this.#cited.delete(uri);
    }
  }

  /** A quote is from this article no more, or from other passages of it. */
  #withdraw(quote: Entry, uri: string): void {
    const cited = this.#citedAt(uri);
    cited.quotes.delete(quote);
    cited.found.delete(quote);
  }

  /** An article of which something changes. */
  #citedAt(uri: string): Cited {
    const cited = this.#cited.get(uri) ?? {
      quotes: new Set(),
      sources: new Set(),
      found: new Map(),
      article: undefined,
      list: undefined,
    };
    this.#cited.set(uri, cited);
    this.#changed.add(uri);
    cited.list = undefined;
    return cited;
  }
}

/** The quotes that an edit can have led elsewhere. */
function touched({ added, removed, heads, moved, texts }: Change, edited: boolean): Stale {
  for (const { head } of [...texts, ...added, ...removed, ...heads, ...moved]) {
    if (head.keyword === "source" || head.keyword === "import") return "all";
  }
  // The texts of another file are not of this one.
  if (!edited) return nobody;
  // Of two entries with the name of a source the first counts; and a passage is marked by the kind of what cites it.
  for (const { head } of heads) if (head.keyword !== "quote") return "all";
  for (const entry of [...added, ...removed, ...moved]) if (definedName(entry) !== undefined) return "all";
  return new Set([...texts, ...added, ...removed, ...heads, ...moved].filter(({ head }) => head.keyword === "quote"));
}
