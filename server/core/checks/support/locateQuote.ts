/** Where the words of a quote stand. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { sourceOf } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { isValidValue } from "../../language/values.ts";
import { type Article, type Page, pagesOf } from "../../sources/article.ts";
import { findQuote, type QuoteMatch, searchableArticle } from "../../sources/quotes/findQuote.ts";
import { findPages } from "../../sources/read/pages.ts";
import type { SourceText } from "../../sources/readSource.ts";

/** A quote from a source whose text is known. */
export interface LocatedQuote {
  /** The entry that describes the source. */
  readonly source: Entry;
  /** Its file. */
  readonly uri: string;
  readonly article: Article;
  /** All passages with these words, in order; none where they are not there, and where the quote has no words. */
  readonly allMatches: readonly QuoteMatch[];
  /** Of these the ones on the page that the quote names, if any is; else all. The first is the one meant, the others may be. */
  readonly matches: readonly QuoteMatch[];
  /** The pages that the quote names; undefined where it names none, or the source has no pages. */
  readonly pages: readonly Page[] | undefined;
}

/** Where a quote stands; undefined where its source is not known, or has no text that can be read. */
export function locateQuote(
  quote: Entry,
  files: readonly MapFile[],
  sourceText: (source: Entry) => SourceText,
): LocatedQuote | undefined {
  if (quote.head.keyword !== "quote" || quote.head.form === "broken") return undefined;
  const source = sourceOf(quote, files);
  if (source?.head.keyword !== "source") return undefined;
  const text = sourceText(source);
  if (text.state !== "found") return undefined;
  const { uri, article } = text;
  const allMatches = quote.text === "" ? [] : findQuote(searchableArticle(article), quote.text);
  const page = attributeOf(quote, "page")?.value;
  const hasPageNumber = page !== undefined && article.pages.length > 0 && isValidValue("page", page);
  const pages = hasPageNumber ? findPages(article, page) : undefined;
  const onPages =
    pages === undefined
      ? allMatches
      : allMatches.filter((one) => pagesOf(article, one).some((on) => pages.includes(on)));
  return { source, uri, article, allMatches, matches: onPages.length > 0 ? onPages : allMatches, pages };
}
