import { textSpan } from "../../../language/problem.ts";
import {
  type ApproximateMatch,
  approximateMatches,
  hasPartsOutOfOrder,
} from "../../../sources/quotes/approximateMatch.ts";
import { describeDifference } from "../../../sources/quotes/differences.ts";
import { type SearchableText, searchableArticle } from "../../../sources/quotes/findQuote.ts";
import { splitQuote } from "../../../sources/quotes/quoteParts.ts";
import { contextOf } from "../../../sources/quotes/selector.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote } from "../../support/locateQuote.ts";

const NO_QUOTED_WORDS =
  "There are no words of the source here: what is in square brackets is put in, and “…” stands for words left out. Write the words that are quoted.";

const NO_TEXT =
  "The file of this source holds no text, so nothing can be quoted from it. Save the article anew, with its words, or name the file that has them.";
const DIFFERENT_ORDER =
  "These words do not stand like this in the source. Quote them as they follow each other there; “…” stands for words left out.";
const NOT_IN_SOURCE =
  "These words are not in the source, nor any that come near them. Quote what stands there, or name the source that they are from.";

/** A quote whose words are not in its source. The passages that come nearest are offered. */
export const quoteNotFound: EntryCheck = {
  code: "quote-not-found",
  severity: "error",
  title: "A quote that is not in its source",
  scope: "entry",
  *check(entry, { files, sourceText, previousSelectors }) {
    if (entry.head.keyword !== "quote" || entry.text === "") return;
    const located = locateQuote(entry, files, sourceText);
    if (located === undefined || located.allMatches.length > 0) return;
    if (splitQuote(entry.text).length === 0) {
      yield { ...textSpan(entry), entry, message: NO_QUOTED_WORDS };
      return;
    }
    const source = searchableArticle(located.article);
    const previous = previousSelectors(entry);
    const near = approximateMatches(
      source,
      entry.text,
      located.pages?.[0]?.start,
      previous && contextOf(source, previous),
    );
    const [first] = near;
    yield {
      ...textSpan(entry),
      entry,
      suggestions: near.map(({ quote }) => quote),
      suggestionNotes: near.map(describeDifferences),
      message:
        first === undefined
          ? notFoundMessage(source, entry.text)
          : `These words are not in the source. The nearest there: “${first.passage}”${inBrackets(describeDifferences(first))}.`,
      related: [{ entry: located.source, message: "The source is described here" }],
    };
  },
};

function notFoundMessage(source: SearchableText, quote: string): string {
  if (source.normal.text === "") return NO_TEXT;
  return hasPartsOutOfOrder(source, quote) ? DIFFERENT_ORDER : NOT_IN_SOURCE;
}

const MAX_DIFFERENCES = 2;

/** What sets a passage apart from the quote, where that is little enough to be read. */
const describeDifferences = ({ differences }: ApproximateMatch): string =>
  differences.length > MAX_DIFFERENCES ? "" : differences.map(describeDifference).join(", ");

const inBrackets = (words: string): string => (words === "" ? "" : ` (${words})`);
