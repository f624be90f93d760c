import { attributeOf } from "../../../language/entry.ts";
import { valueStretch } from "../../../language/problem.ts";
import { pagesOf } from "../../../sources/article.ts";
import { labelsOf, nameOfPages } from "../../../sources/read/pages.ts";
import type { EntryCheck } from "../../check.ts";
import { quoted } from "../../support/locateQuote.ts";

/** As many as one reads through. */
const MOST_OFFERED = 3;

/** A quote that stands on another page of its source than it says. */
export const wrongPage: EntryCheck = {
  code: "wrong-page",
  severity: "warning",
  title: "A quote that is on another page of its source",
  scope: "entry",
  *check(entry, { files, sourceText }) {
    const page = attributeOf(entry, "page");
    if (entry.head.keyword !== "quote" || page === undefined) return;
    const place = quoted(entry, files, sourceText);
    if (place?.pages === undefined) return;
    const { article, all, pages } = place;
    const there = all.map((one) => pagesOf(article, one));
    const isRight =
      pages.length > 0 &&
      (all.length === 0 || all.some((one) => pagesOf(article, one).some((on) => pages.includes(on))));
    if (isRight) return;
    const last = article.pages.at(-1)?.label ?? "";
    const told = [...new Set(there.map((on) => nameOfPages(article, on) ?? labelsOf(on)))];
    const offers = [...new Set(there.flatMap((on) => nameOfPages(article, on) ?? []))];
    const message =
      told.length > 0
        ? `These words stand on page ${told.slice(0, MOST_OFFERED).join(" and on page ")}, not on page ${page.value}.`
        : `The source has no page ${page.value}; its pages go from ${article.pages[0]?.label ?? ""} to ${last}.`;
    yield { ...valueStretch(entry, page), entry, message, offers: offers.slice(0, MOST_OFFERED) };
  },
};
