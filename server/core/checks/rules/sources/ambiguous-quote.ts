import { textSpan } from "../../../language/problem.ts";
import { uniqueQuotes } from "../../../sources/quotes/disambiguate.ts";
import { searchableArticle } from "../../../sources/quotes/findQuote.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote } from "../../support/locateQuote.ts";

/** As many as one reads through. */
const MAX_SUGGESTIONS = 3;
/** More often than that is often. */
const MAX_COUNTED = 20;

/** A quote whose words stand more than once in its source. Longer ones are offered that stand only once. */
export const ambiguousQuote: EntryCheck = {
  code: "ambiguous-quote",
  severity: "hint",
  title: "A quote that stands more than once in its source",
  scope: "entry",
  *check(entry, { files, sourceText }) {
    if (entry.head.keyword !== "quote" || entry.text === "") return;
    const located = locateQuote(entry, files, sourceText);
    if (located === undefined || located.matches.length < 2) return;
    const { article, matches, allMatches, pages } = located;
    const times = matches.length > MAX_COUNTED ? `more than ${MAX_COUNTED} times` : `${matches.length} times`;
    const where =
      pages !== undefined && matches.length < allMatches.length ? "on this page of the source" : "in the source";
    const remedy = pages === undefined && article.pages.length > 0 ? "Say the page, or quote" : "Quote";
    yield {
      ...textSpan(entry),
      entry,
      message: `These words stand ${times} ${where}. ${remedy} more words, so that it is plain which of them is meant.`,
      suggestions: uniqueQuotes(searchableArticle(article), entry.text, MAX_SUGGESTIONS),
    };
  },
};
