/** Finds quotes in the articles that they are from. */

import { type Article, type Page, pagesOf } from "../../articles/article.ts";
import { findQuote, type QuoteMatch, searchableArticle } from "../../articles/quotes/findQuote.ts";
import { findPages } from "../../articles/read/pages.ts";
import type { SourceArticle } from "../../articles/readArticle.ts";
import { isValidValue } from "../../language/attributes/values.ts";
import { attributeOf, type Entry } from "../../language/entry.ts";
import { sourceOf } from "../../language/graph.ts";
import type { MapFile } from "../../language/map.ts";
import { withoutMarkup } from "../../strings/inlineMarkup.ts";

/** A quote from a source whose text is available. */
export interface LocatedQuote {
  /** The entry that defines the source. */
  readonly source: Entry;
  /** The URI of the article. */
  readonly uri: string;
  readonly article: Article;
  /** All passages that match the quote, in order; empty if there are none, or if the quote has no words. */
  readonly allMatches: readonly QuoteMatch[];
  /** The matches on the pages that the quote names, if there are any, or else all matches. The first one is assumed. */
  readonly matches: readonly QuoteMatch[];
  /** The pages that the quote names; undefined if it names none, or if the article has no pages. */
  readonly pages: readonly Page[] | undefined;
}

/** Finds a quote in its article; undefined if its source is unknown or has no readable text. */
export function locateQuote(
  quote: Entry,
  files: readonly MapFile[],
  articleOf: (source: Entry) => SourceArticle,
): LocatedQuote | undefined {
  if (quote.head.keyword !== "quote" || quote.head.form === "broken") return undefined;
  const source = sourceOf(quote, files);
  if (source?.head.keyword !== "source") return undefined;
  const text = articleOf(source);
  if (text.state !== "found") return undefined;
  const { uri, article } = text;
  const allMatches = quote.text === "" ? [] : findWords(article, quote.text);
  const page = attributeOf(quote, "page")?.value;
  const hasPageNumber = page !== undefined && article.pages.length > 0 && isValidValue("page", page);
  const pages = hasPageNumber ? findPages(article, page) : undefined;
  const onPages =
    pages === undefined
      ? allMatches
      : allMatches.filter((one) => pagesOf(article, one).some((on) => pages.includes(on)));
  return { source, uri, article, allMatches, matches: onPages.length > 0 ? onPages : allMatches, pages };
}

/** Finds the words of a quote without marks of emphasis, or else as they are written: the source may contain such signs. */
function findWords(article: Article, text: string): readonly QuoteMatch[] {
  const source = searchableArticle(article);
  const words = withoutMarkup(text);
  const matches = findQuote(source, words);
  return matches.length > 0 || words === text ? matches : findQuote(source, text);
}
