/** Makes sure that a quote is in its article word for word, before it is written to a map. */
import { type Article, type Passage, pagesOf } from "../../core/articles/article.ts";
import { paragraphsOf } from "../../core/articles/paragraphs.ts";
import { containsQuote, findQuote, type QuoteMatch, searchableArticle } from "../../core/articles/quotes/findQuote.ts";
import { collapseWhiteSpace } from "../../core/articles/quotes/normalize.ts";
import { quoteFromSelection, quoteText, type SelectedQuote } from "../../core/articles/quotes/quoteFromSelection.ts";
import { pageReference } from "../../core/articles/read/pages.ts";
import { counted } from "../../core/strings/english.ts";
import { UserError } from "../../features/shared/userError.ts";
import type { ReadArticle } from "./articleOf.ts";
import { listPassages, nearestPassages, placeOf } from "./passages.ts";

const MAX_NEAREST = 3;
const MAX_PLACES = 6;

/**
 * Returns the quote as the article has it. What is written is always the article's own text: words in square brackets, which
 * a reader would take for an insertion, are left out, and “…” may only leave out words of one paragraph.
 *
 * @param occurrence which of several passages with the same words is meant, counted from 1
 * @throws {UserError} with the nearest passages if the words are not in the article, or with the places if they are in several
 */
export function exactQuote({ article, title }: ReadArticle, written: string, occurrence?: number): SelectedQuote {
  const words = collapseWhiteSpace(written).trim();
  const source = searchableArticle(article);
  const matches = findQuote(source, words);
  if (matches.length === 0) throw new UserError(notFoundMessage(article, title, words));
  const match = matches[occurrence === undefined ? 0 : occurrence - 1];
  if (match === undefined || (matches.length > 1 && occurrence === undefined))
    throw new UserError(ambiguousMessage(article, title, matches));
  const parts = match.parts ?? [match];
  if (!isInOneParagraph(article, match, parts))
    throw new UserError(
      "The words before and after “…” are in different paragraphs of the source. Add them as two quotes, or quote one of them.",
    );
  const quote = matches.length > 1 ? quoteFromSelection(article, parts) : quoteOf(article, match, parts);
  if (quote === undefined || !containsQuote(source, quote.words))
    throw new UserError(
      `These words cannot be quoted alone. Quote the whole sentence:\n${listNearest(article, words)}`,
    );
  return quote;
}

const quoteOf = (article: Article, match: QuoteMatch, parts: readonly Passage[]): SelectedQuote => ({
  words: quoteText(article, parts),
  page: pageReference(article, pagesOf(article, match)),
  passage: match,
  added: undefined,
});

function isInOneParagraph({ text }: Article, { start, end }: Passage, parts: readonly Passage[]): boolean {
  return parts.length < 2 || paragraphsOf(text).some((paragraph) => paragraph.start <= start && end <= paragraph.end);
}

function notFoundMessage(article: Article, title: string, words: string): string {
  const nearest = listNearest(article, words);
  const refusal = `The quote is not in “${title}” word for word, so nothing is written.`;
  return nearest === ""
    ? `${refusal} No passage is like it. Search with find_passages, or add the entry without a quote.`
    : `${refusal} Quote one of these passages exactly, or search with find_passages:\n${nearest}`;
}

const listNearest = (article: Article, words: string): string =>
  listPassages(nearestPassages(article, words, MAX_NEAREST));

function ambiguousMessage(article: Article, title: string, matches: readonly QuoteMatch[]): string {
  const places = matches.slice(0, MAX_PLACES).map((match, index) => {
    const longer = quoteFromSelection(article, match.parts ?? [match]);
    const words = longer === undefined ? quoteText(article, [match]) : longer.words;
    return `- \`occurrence\` ${index + 1}, ${placeOf(article, match)}: “${words}”`;
  });
  return `These words are in ${counted(matches.length, "place")} of “${title}”, so nothing is written. Give \`occurrence\`, or quote more words:\n${places.join("\n")}`;
}
