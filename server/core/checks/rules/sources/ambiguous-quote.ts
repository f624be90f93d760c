import { type Article, pagesOf } from "../../../articles/article.ts";
import { uniqueQuotes } from "../../../articles/quotes/disambiguate.ts";
import { type QuoteMatch, searchableArticle } from "../../../articles/quotes/findQuote.ts";
import { hasTimes } from "../../../articles/read/pages.ts";
import { plainText } from "../../../language/entry.ts";
import { textSpan } from "../../../language/problem.ts";
import { joinList, plural } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote } from "../../support/locateQuote.ts";

const MAX_SUGGESTIONS = 3;
/** The largest number of occurrences that the message gives exactly. */
const MAX_COUNTED = 20;
/** The largest number of pages that the message lists. */
const MAX_PAGES = 8;

/** A quote that occurs more than once in its source. It suggests longer quotes that occur only once. */
export const ambiguousQuote: EntryCheck = {
  code: "ambiguous-quote",
  severity: "hint",
  title: "A quote that occurs more than once in its source",
  scope: "entry",
  *check(entry, { files, articleOf }) {
    const located = locateQuote(entry, files, articleOf);
    if (located === undefined || located.matches.length < 2) return;
    const { article, matches, allMatches, pages } = located;
    const times = matches.length > MAX_COUNTED ? `more than ${MAX_COUNTED} times` : `${matches.length} times`;
    const where =
      pages !== undefined && matches.length < allMatches.length
        ? `${hasTimes(article) ? "at this time" : "on this page"} of the source`
        : `in the source${listPages(article, matches)}`;
    const remedy =
      pages === undefined && article.pages.length > 0
        ? `Add ${hasTimes(article) ? "the time as “page”" : "a “page”"}, or quote more words.`
        : "Quote more words to make it unique.";
    yield {
      ...textSpan(entry),
      entry,
      message: `The quote occurs ${times} ${where}. ${remedy}`,
      suggestions: uniqueQuotes(searchableArticle(article), plainText(entry), MAX_SUGGESTIONS),
    };
  },
};

/** Returns the pages with matches: “, on pages 3, 7 and 12”; nothing if the source has no pages. */
function listPages(article: Article, matches: readonly QuoteMatch[]): string {
  const labels = [...new Set(matches.flatMap((match) => pagesOf(article, match).map(({ label }) => label)))];
  if (labels.length === 0) return "";
  const listed = labels.length > MAX_PAGES ? [...labels.slice(0, MAX_PAGES), "others"] : labels;
  return `, ${hasTimes(article) ? "at" : `on ${plural(labels.length, "page")}`} ${joinList(listed)}`;
}
