import { textStretch } from "../../../language/problem.ts";
import { type NearPassage, nearestPassages, standsApart } from "../../../sources/quotes/approximateMatch.ts";
import { toldDifference } from "../../../sources/quotes/differences.ts";
import { type Searchable, searchableArticle } from "../../../sources/quotes/findQuote.ts";
import { partsOf } from "../../../sources/quotes/quoteParts.ts";
import { contextOf } from "../../../sources/quotes/selector.ts";
import type { EntryCheck } from "../../check.ts";
import { quoted } from "../../support/locateQuote.ts";

const WORDLESS =
  "There are no words of the source here: what is in square brackets is put in, and “…” stands for words left out. Write the words that are quoted.";

const NO_TEXT =
  "The file of this source holds no text, so nothing can be quoted from it. Save the article anew, with its words, or name the file that has them.";
const OTHER_ORDER =
  "These words do not stand like this in the source. Quote them as they follow each other there; “…” stands for words left out.";
const NOWHERE =
  "These words are not in the source, nor any that come near them. Quote what stands there, or name the source that they are from.";

/** A quote whose words are not in its source. The passages that come nearest are offered. */
export const quoteNotFound: EntryCheck = {
  code: "quote-not-found",
  severity: "error",
  title: "A quote that is not in its source",
  scope: "entry",
  *check(entry, { files, sourceText, lastPlace }) {
    if (entry.head.keyword !== "quote" || entry.text === "") return;
    const place = quoted(entry, files, sourceText);
    if (place === undefined || place.all.length > 0) return;
    if (partsOf(entry.text).length === 0) {
      yield { ...textStretch(entry), entry, message: WORDLESS };
      return;
    }
    const source = searchableArticle(place.article);
    const last = lastPlace(entry);
    const near = nearestPassages(source, entry.text, place.pages?.[0]?.start, last && contextOf(source, last));
    const [first] = near;
    yield {
      ...textStretch(entry),
      entry,
      offers: near.map(({ quote }) => quote),
      notes: near.map(told),
      message:
        first === undefined
          ? whyNothing(source, entry.text)
          : `These words are not in the source. The nearest there: “${first.passage}”${inBrackets(told(first))}.`,
      related: [{ entry: place.source, message: "The source is described here" }],
    };
  },
};

function whyNothing(source: Searchable, quote: string): string {
  if (source.normal.text === "") return NO_TEXT;
  return standsApart(source, quote) ? OTHER_ORDER : NOWHERE;
}

const MOST_TOLD = 2;

/** What sets a passage apart from the quote, where that is little enough to be read. */
const told = ({ differences }: NearPassage): string =>
  differences.length > MOST_TOLD ? "" : differences.map(toldDifference).join(", ");

const inBrackets = (words: string): string => (words === "" ? "" : ` (${words})`);
