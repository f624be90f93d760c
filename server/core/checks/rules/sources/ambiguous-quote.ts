import { uniqueQuotes } from "../../../articles/quotes/disambiguate.ts";
import { searchableArticle } from "../../../articles/quotes/findQuote.ts";
import { listPlaces, type PlaceList } from "../../../articles/quotes/places.ts";
import { attributeOf, type Entry, plainText } from "../../../language/entry.ts";
import { textSpan } from "../../../language/problem.ts";
import { joinList, plural } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote, placeOfCandidates } from "../../support/locateQuote.ts";

const MAX_SUGGESTIONS = 3;
/** The largest number of occurrences that the message gives exactly. */
const MAX_COUNTED = 20;
/** The largest number of places that the message lists. */
const MAX_PLACES = 8;

/** A quote that occurs more than once in its source. It suggests longer quotes that occur only once. */
export const ambiguousQuote: EntryCheck = {
  code: "ambiguous-quote",
  severity: "hint",
  title: "A quote that occurs more than once in its source",
  scope: "entry",
  keywords: ["quote"],
  *check(entry, { files, articleOf }) {
    const located = locateQuote(entry, files, articleOf);
    // `wrong-passage` reports an `occurrence` that does not settle it.
    if (located === undefined || located.matches.length < 2 || attributeOf(entry, "occurrence")?.value) return;
    const { article, matches } = located;
    const places = listPlaces(article, matches);
    const times = matches.length > MAX_COUNTED ? `more than ${MAX_COUNTED} times` : `${matches.length} times`;
    yield {
      ...textSpan(entry),
      entry,
      message: `The quote occurs ${times} ${placeOfCandidates(located)}${listed(places)}. ${remedy(entry, places)}`,
      suggestions: uniqueQuotes(searchableArticle(article), plainText(entry), MAX_SUGGESTIONS),
    };
  },
};

/** “, on pages 3, 7 and 12”; nothing if there is nothing to tell. */
function listed({ kind, labels }: PlaceList): string {
  if (labels.length === 0) return "";
  const shown = kind === "section" ? labels.map((label) => `“${label}”`) : labels;
  const list = joinList(shown.length > MAX_PLACES ? [...shown.slice(0, MAX_PLACES), "others"] : shown);
  if (kind === "time") return `, at ${list}`;
  return `, ${kind === "section" ? "in" : "on"} ${kind === "section" ? "the " : ""}${plural(labels.length, kind)} ${list}`;
}

/** Says what tells the passages apart. An attribute that the quote has already is no help. */
function remedy(entry: Entry, { kind, labels }: PlaceList): string {
  const key = kind === "time" ? "page" : kind;
  if (key === "line" || labels.length < 2 || attributeOf(entry, key) !== undefined)
    return "Quote more words, or add “occurrence: first” if you mean the first one.";
  return `Add ${kind === "time" ? "the time as “page”" : `a “${key}”`}, or quote more words.`;
}
