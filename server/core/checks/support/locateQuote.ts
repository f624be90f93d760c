/** Where the words of a quote stand. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { sourceOf } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { isWellFormed } from "../../language/values.ts";
import { type Article, type Page, pagesOf } from "../../sources/article.ts";
import { type Place, placesOf, searchableArticle } from "../../sources/quotes/findQuote.ts";
import { pagesNamed } from "../../sources/read/pages.ts";
import type { SourceText } from "../../sources/readSource.ts";

/** A quote from a source whose text is known. */
export interface Quoted {
  /** The entry that describes the source. */
  readonly source: Entry;
  /** Its file. */
  readonly uri: string;
  readonly article: Article;
  /** All passages with these words, in order; none where they are not there, and where the quote has no words. */
  readonly all: readonly Place[];
  /** Of these the ones on the page that the quote names, if any is; else all. The first is the one meant, the others may be. */
  readonly passages: readonly Place[];
  /** The pages that the quote names; undefined where it names none, or the source has no pages. */
  readonly pages: readonly Page[] | undefined;
}

/** Where a quote stands; undefined where its source is not known, or has no text that can be read. */
export function quoted(
  quote: Entry,
  files: readonly MapFile[],
  sourceText: (source: Entry) => SourceText,
): Quoted | undefined {
  if (quote.head.keyword !== "quote" || quote.head.form === "broken") return undefined;
  const source = sourceOf(quote, files);
  if (source?.head.keyword !== "source") return undefined;
  const text = sourceText(source);
  if (text.state !== "found") return undefined;
  const { uri, article } = text;
  const all = quote.text === "" ? [] : placesOf(searchableArticle(article), quote.text);
  const page = attributeOf(quote, "page")?.value;
  const named = page !== undefined && article.pages.length > 0 && isWellFormed("page", page);
  const pages = named ? pagesNamed(article, page) : undefined;
  const there = pages === undefined ? all : all.filter((one) => pagesOf(article, one).some((on) => pages.includes(on)));
  return { source, uri, article, all, passages: there.length > 0 ? there : all, pages };
}
