/** The pages of an article, by what a reader calls them. */
import type { Article, Page } from "../article.ts";

/** A number or a range, as a quote gives it. */
const PAGE_RANGE = /^(\d+|[ivxlcdm]+)(?:\s*[-–—]\s*(\d+|[ivxlcdm]+))?$/i;

/** The pages that “12”, “xii” or “12–14” names: by what the file calls them, else by their number. None where it has no such page. */
export function findPages({ pages }: Article, name: string): readonly Page[] {
  const [, first = "", last = first] = PAGE_RANGE.exec(name.trim()) ?? [];
  const from = pageIndex(pages, first);
  const to = pageIndex(pages, last);
  return from < 0 || to < 0 ? [] : pages.slice(from, to + 1);
}

function pageIndex(pages: readonly Page[], name: string): number {
  const labelled = pages.findIndex(({ label }) => label.toLowerCase() === name.toLowerCase());
  return labelled >= 0 ? labelled : pages.findIndex(({ number }) => String(number) === name);
}

/**
 * What a quote says to name pages that follow each other: what the file calls them, else their numbers. Undefined where
 * neither can be written, or both lead to other pages.
 */
export function pageReference(article: Article, pages: readonly Page[]): string | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  const names = [pageLabels(pages), formatRange(pages.map(({ number }) => String(number)))];
  return names.find((name) => {
    const there = findPages(article, name);
    return there.length > 0 && there[0] === first && there.at(-1) === last && !isDescending(name);
  });
}

/** Pages as the file calls them, for a reader; empty where there are none. */
export const pageLabels = (pages: readonly Page[]): string => formatRange(pages.map(({ label }) => label));

function formatRange(names: readonly string[]): string {
  const [first = "", last = first] = [names[0], names.at(-1)];
  return first === last ? first : `${first}–${last}`;
}

/** Figures that go down are no range, whatever pages have them. */
function isDescending(name: string): boolean {
  const [from, to] = name.split("–").map(Number);
  return from !== undefined && to !== undefined && from > to;
}
