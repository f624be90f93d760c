/** Finds quotes in the articles that they are from. */

import { type Article, type Page, pagesOf } from "../../articles/article.ts";
import { findQuote, type QuoteMatch, searchableArticle } from "../../articles/quotes/findQuote.ts";
import { findPages, hasTimes } from "../../articles/read/pages.ts";
import { type ArticleSection, findSections, isInSection, sectionsOf } from "../../articles/read/sections.ts";
import type { SourceArticle } from "../../articles/readArticle.ts";
import { isValidValue, occurrenceOf } from "../../language/attributes/values.ts";
import { attributeOf, type Entry } from "../../language/entry.ts";
import type { MapFile } from "../../language/map.ts";
import { sourceOf } from "../../language/relations/quoteSources.ts";
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
  /** The matches on the pages and then in the section that the quote names, as far as there are any there. */
  readonly candidates: readonly QuoteMatch[];
  /** The candidate that `occurrence` names, if there is such a one, or else all candidates. The first one is assumed. */
  readonly matches: readonly QuoteMatch[];
  /** The pages that the quote names; undefined if it names none, or if the article has no pages. */
  readonly pages: readonly Page[] | undefined;
  /** The sections with the heading that the quote names; undefined if it names none, or if the article has no headings. */
  readonly sections: readonly ArticleSection[] | undefined;
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
  const onPages = pages && narrow(allMatches, (match) => pagesOf(article, match).some((on) => pages.includes(on)));
  const heading = attributeOf(quote, "section")?.value ?? "";
  const sections = heading !== "" && sectionsOf(article).length > 0 ? findSections(article, heading) : undefined;
  const candidates = narrow(onPages ?? allMatches, (match) => sections?.some((one) => isInSection(one, match)) ?? true);
  const occurrence = occurrenceOf(attributeOf(quote, "occurrence")?.value ?? "");
  const settled = occurrence === undefined ? undefined : candidates.at(occurrence);
  return {
    source,
    uri,
    article,
    allMatches,
    candidates,
    matches: settled === undefined ? candidates : [settled],
    pages,
    sections,
  };
}

/** Returns the matches at a place; all of them if there are none. */
function narrow(matches: readonly QuoteMatch[], isThere: (match: QuoteMatch) => boolean): readonly QuoteMatch[] {
  const there = matches.filter(isThere);
  return there.length > 0 ? there : matches;
}

/** Finds the words of a quote without marks of emphasis, or else as they are written: the source may contain such signs. */
function findWords(article: Article, text: string): readonly QuoteMatch[] {
  const source = searchableArticle(article);
  const words = withoutMarkup(text);
  const matches = findQuote(source, words);
  return matches.length > 0 || words === text ? matches : findQuote(source, text);
}

/** Returns where the candidates of a quote are: “on this page of the source”. */
export function placeOfCandidates({ article, allMatches, candidates, pages, sections }: LocatedQuote): string {
  if (candidates.length === allMatches.length) return "in the source";
  const [first] = candidates;
  if (sections !== undefined && first !== undefined && sections.some((one) => isInSection(one, first)))
    return "in this section of the source";
  return pages !== undefined && hasTimes(article) ? "at this time of the source" : "on this page of the source";
}
