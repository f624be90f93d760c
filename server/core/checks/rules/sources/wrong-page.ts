import { type Article, pagesOf } from "../../../articles/article.ts";
import { hasTimes, pageLabels, pageReference } from "../../../articles/read/pages.ts";
import { attributeOf } from "../../../language/entry.ts";
import { valueSpan } from "../../../language/problem.ts";
import { joinList } from "../../../strings/english.ts";
import type { EntryCheck } from "../../check.ts";
import { locateQuote } from "../../support/locateQuote.ts";

const MAX_SUGGESTIONS = 3;

/** A quote that is on another page of its source than its `page`. */
export const wrongPage: EntryCheck = {
  code: "wrong-page",
  severity: "warning",
  title: "A quote with the wrong page",
  scope: "entry",
  keywords: ["quote"],
  *check(entry, { files, articleOf }) {
    const page = attributeOf(entry, "page");
    if (page === undefined) return;
    const located = locateQuote(entry, files, articleOf);
    if (located?.pages === undefined) return;
    const { article, allMatches, pages } = located;
    const matchPages = allMatches.map((one) => pagesOf(article, one));
    const isRight =
      pages.length > 0 &&
      (allMatches.length === 0 || allMatches.some((one) => pagesOf(article, one).some((on) => pages.includes(on))));
    if (isRight) return;
    const pageNames = [...new Set(matchPages.map((on) => pageReference(article, on) ?? pageLabels(on)))];
    const suggestions = [...new Set(matchPages.flatMap((on) => pageReference(article, on) ?? []))];
    const shown = pageNames.slice(0, MAX_SUGGESTIONS);
    const message = hasTimes(article)
      ? timeMessage(article, page.value, shown)
      : pageMessage(article, page.value, shown);
    yield { ...valueSpan(entry, page), entry, message, suggestions: suggestions.slice(0, MAX_SUGGESTIONS) };
  },
};

/** @param actual the pages that have the quote */
function pageMessage({ pages }: Article, page: string, actual: readonly string[]): string {
  return actual.length > 0
    ? `The quote is on ${joinList(actual.map((name) => `page ${name}`))}, not on page ${page}.`
    : `The source has no page ${page}. Its pages run from ${pages[0]?.label ?? ""} to ${pages.at(-1)?.label ?? ""}.`;
}

/** @param actual the times at which the quote is spoken */
function timeMessage({ pages }: Article, page: string, actual: readonly string[]): string {
  return actual.length > 0
    ? `The quote is at ${joinList(actual)}, not at ${page}.`
    : `The source has no words at ${page}. Its times run from ${pages[0]?.label ?? ""} to ${pages.at(-1)?.label ?? ""}.`;
}
