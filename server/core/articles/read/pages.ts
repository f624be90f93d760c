/** Page references: conversion between the pages of an article and the `page` value of a quote. */
import type { Article, Page } from "../article.ts";

/** A page or a range of pages. */
const PAGE_RANGE = /^(\d+|[ivxlcdm]+)(?:\s*[-–—]\s*(\d+|[ivxlcdm]+))?$/i;

/** Returns the pages that “12”, “xii” or “12–14” names, by label, else by number. Empty if the article has no such page. */
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
 * Returns the `page` value that names consecutive pages: their labels, else their numbers. Undefined if neither resolves to
 * these pages.
 */
export function pageReference(article: Article, pages: readonly Page[]): string | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  const names = [pageLabels(pages), formatRange(pages.map(({ number }) => String(number)))];
  return names.find((name) => {
    const found = findPages(article, name);
    return found.length > 0 && found[0] === first && found.at(-1) === last && !isDescending(name);
  });
}

/** Returns the labels of consecutive pages for display: “12” or “12–14”. Empty if there are no pages. */
export const pageLabels = (pages: readonly Page[]): string => formatRange(pages.map(({ label }) => label));

function formatRange(names: readonly string[]): string {
  const [first = "", last = first] = [names[0], names.at(-1)];
  return first === last ? first : `${first}–${last}`;
}

/** Whether a range runs from a higher to a lower number, which is not valid even if pages have such labels. */
function isDescending(name: string): boolean {
  const [from, to] = name.split("–").map(Number);
  return from !== undefined && to !== undefined && from > to;
}
