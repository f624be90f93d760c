import { textStretch } from "../../../language/problem.ts";
import { longerQuotes } from "../../../sources/quotes/disambiguate.ts";
import { searchableArticle } from "../../../sources/quotes/findQuote.ts";
import type { EntryCheck } from "../../check.ts";
import { quoted } from "../../support/locateQuote.ts";

/** As many as one reads through. */
const MOST_OFFERED = 3;
/** More often than that is often. */
const MOST_COUNTED = 20;

/** A quote whose words stand more than once in its source. Longer ones are offered that stand only once. */
export const ambiguousQuote: EntryCheck = {
  code: "ambiguous-quote",
  severity: "hint",
  title: "A quote that stands more than once in its source",
  scope: "entry",
  *check(entry, { files, sourceText }) {
    if (entry.head.keyword !== "quote" || entry.text === "") return;
    const place = quoted(entry, files, sourceText);
    if (place === undefined || place.passages.length < 2) return;
    const { article, passages, all, pages } = place;
    const times = passages.length > MOST_COUNTED ? `more than ${MOST_COUNTED} times` : `${passages.length} times`;
    const where = pages !== undefined && passages.length < all.length ? "on this page of the source" : "in the source";
    const wayOut = pages === undefined && article.pages.length > 0 ? "Say the page, or quote" : "Quote";
    yield {
      ...textStretch(entry),
      entry,
      message: `These words stand ${times} ${where}. ${wayOut} more words, so that it is plain which of them is meant.`,
      offers: longerQuotes(searchableArticle(article), entry.text, MOST_OFFERED),
    };
  },
};
