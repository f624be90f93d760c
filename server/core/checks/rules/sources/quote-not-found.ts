import {
  type ApproximateMatch,
  approximateMatches,
  hasPartsOutOfOrder,
} from "../../../articles/quotes/approximateMatch.ts";
import { describeDifference } from "../../../articles/quotes/differences.ts";
import { type SearchableText, searchableArticle } from "../../../articles/quotes/findQuote.ts";
import { splitQuote } from "../../../articles/quotes/quoteParts.ts";
import { contextOf } from "../../../articles/quotes/selector.ts";
import { plainText } from "../../../language/entry.ts";
import { textSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote } from "../../support/locateQuote.ts";

const NO_QUOTED_WORDS =
  "This quote contains no words from the source: square brackets mark your own words, and “…” marks omitted ones. Add the quoted words.";
const NO_TEXT =
  "The file of the source contains no text to quote. Save the article again with its text, or choose another file.";
const DIFFERENT_ORDER =
  "These words appear in a different order in the source. Quote them in the order of the source, with “…” for omitted words.";
const NOT_IN_SOURCE =
  "The quote is not in the source, and no passage is similar. Quote the words of the source, or name another source.";

/** A quote that is not in its source. It suggests the most similar passages. */
export const quoteNotFound: EntryCheck = {
  code: "quote-not-found",
  severity: "error",
  title: "A quote that is not in its source",
  scope: "entry",
  keywords: ["quote"],
  *check(entry, { files, articleOf, previousSelectors }) {
    if (entry.text === "") return;
    const located = locateQuote(entry, files, articleOf);
    if (located === undefined || located.allMatches.length > 0) return;
    if (splitQuote(entry.text).length === 0) {
      yield { ...textSpan(entry), entry, message: NO_QUOTED_WORDS };
      return;
    }
    const source = searchableArticle(located.article);
    const words = plainText(entry);
    const previous = previousSelectors(entry);
    const near = approximateMatches(source, words, located.pages?.[0]?.start, previous && contextOf(source, previous));
    const [first] = near;
    yield {
      ...textSpan(entry),
      entry,
      suggestions: near.map(({ quote }) => quote),
      suggestionNotes: near.map(describeDifferences),
      message:
        first === undefined
          ? notFoundMessage(source, words)
          : `The quote is not in the source. The most similar passage is “${first.passage}”${inBrackets(describeDifferences(first))}.`,
      related: [{ entry: located.source, message: "The source is defined here" }],
    };
  },
};

function notFoundMessage(source: SearchableText, quote: string): string {
  if (source.normal.text === "") return NO_TEXT;
  return hasPartsOutOfOrder(source, quote) ? DIFFERENT_ORDER : NOT_IN_SOURCE;
}

const MAX_DIFFERENCES = 2;

/** Lists the differences between a passage and the quote; `""` if there are too many to read. */
const describeDifferences = ({ differences }: ApproximateMatch): string =>
  differences.length > MAX_DIFFERENCES ? "" : differences.map(describeDifference).join(", ");

const inBrackets = (words: string): string => (words === "" ? "" : ` (${words})`);
