/** The pages of an article, by what a reader calls them. */
import type { Article, Page } from "../article.ts";

/** A number or a range, as a quote gives it. */
const NAMED = /^(\d+|[ivxlcdm]+)(?:\s*[-–—]\s*(\d+|[ivxlcdm]+))?$/i;

/** The pages that “12”, “xii” or “12–14” names: by what the file calls them, else by their number. None where it has no such page. */
export function pagesNamed({ pages }: Article, name: string): readonly Page[] {
  const [, first = "", last = first] = NAMED.exec(name.trim()) ?? [];
  const from = placeOf(pages, first);
  const to = placeOf(pages, last);
  return from < 0 || to < 0 ? [] : pages.slice(from, to + 1);
}

function placeOf(pages: readonly Page[], name: string): number {
  const labelled = pages.findIndex(({ label }) => label.toLowerCase() === name.toLowerCase());
  return labelled >= 0 ? labelled : pages.findIndex(({ number }) => String(number) === name);
}

/**
 * What a quote says to name pages that follow each other: what the file calls them, else their numbers. Undefined where
 * neither can be written, or both lead to other pages.
 */
export function nameOfPages(article: Article, pages: readonly Page[]): string | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  const names = [labelsOf(pages), rangeOf(pages.map(({ number }) => String(number)))];
  return names.find((name) => {
    const there = pagesNamed(article, name);
    return there.length > 0 && there[0] === first && there.at(-1) === last && !goesDown(name);
  });
}

/** Pages as the file calls them, for a reader; empty where there are none. */
export const labelsOf = (pages: readonly Page[]): string => rangeOf(pages.map(({ label }) => label));

function rangeOf(names: readonly string[]): string {
  const [first = "", last = first] = [names[0], names.at(-1)];
  return first === last ? first : `${first}–${last}`;
}

/** Figures that go down are no range, whatever pages have them. */
function goesDown(name: string): boolean {
  const [from, to] = name.split("–").map(Number);
  return from !== undefined && to !== undefined && from > to;
}
