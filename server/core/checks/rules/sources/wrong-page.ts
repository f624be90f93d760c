import { pagesOf } from "../../../articles/article.ts";
import { pageLabels, pageReference } from "../../../articles/read/pages.ts";
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
  *check(entry, { files, articleOf }) {
    const page = attributeOf(entry, "page");
    if (entry.head.keyword !== "quote" || page === undefined) return;
    const located = locateQuote(entry, files, articleOf);
    if (located?.pages === undefined) return;
    const { article, allMatches, pages } = located;
    const matchPages = allMatches.map((one) => pagesOf(article, one));
    const isRight =
      pages.length > 0 &&
      (allMatches.length === 0 || allMatches.some((one) => pagesOf(article, one).some((on) => pages.includes(on))));
    if (isRight) return;
    const last = article.pages.at(-1)?.label ?? "";
    const pageNames = [...new Set(matchPages.map((on) => pageReference(article, on) ?? pageLabels(on)))];
    const suggestions = [...new Set(matchPages.flatMap((on) => pageReference(article, on) ?? []))];
    const message =
      pageNames.length > 0
        ? `The quote is on ${joinList(pageNames.slice(0, MAX_SUGGESTIONS).map((name) => `page ${name}`))}, not on page ${page.value}.`
        : `The source has no page ${page.value}. Its pages run from ${article.pages[0]?.label ?? ""} to ${last}.`;
    yield { ...valueSpan(entry, page), entry, message, suggestions: suggestions.slice(0, MAX_SUGGESTIONS) };
  },
};
