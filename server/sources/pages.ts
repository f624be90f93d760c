/** The pages of an article, by what a reader calls them. */
import type { Article, Page } from "./article.ts";

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
