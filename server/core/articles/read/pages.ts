/** Page references: conversion between the pages of an article, or its times, and the `page` value of a quote. */

import { parseTimes } from "../../strings/times.ts";
import type { Article, Page } from "../article.ts";

/** A page or a range of pages. */
const PAGE_RANGE = /^(\d+|[ivxlcdm]+)(?:\s*[-–—]\s*(\d+|[ivxlcdm]+))?$/i;

/** Whether an article has times instead of pages, because its words are spoken. */
export const hasTimes = ({ pages }: Article): boolean => pages[0]?.time !== undefined;

/**
 * Returns the pages that “12”, “xii” or “12–14” names, by label, else by number, or the words that are shown in the seconds that
 * “00:12:31” names. Empty if the article has no such page or time.
 */
export function findPages(article: Article, name: string): readonly Page[] {
  const { pages } = article;
  if (hasTimes(article)) return pagesAtTime(pages, name);
  const [, first = "", last = first] = PAGE_RANGE.exec(name.trim()) ?? [];
  const from = pageIndex(pages, first);
  const to = pageIndex(pages, last);
  return from < 0 || to < 0 ? [] : pages.slice(from, to + 1);
}

/** Returns the words of a time. In a pause, those before it. */
function pagesAtTime(pages: readonly Page[], name: string): readonly Page[] {
  const wanted = parseTimes(name);
  if (wanted === undefined) return [];
  return pages.filter(({ time }, index) => {
    if (time === undefined) return false;
    const until = Math.max(time.to, pages[index + 1]?.time?.from ?? 0);
    return Math.floor(time.from) <= wanted.to && until >= wanted.from;
  });
}

function pageIndex(pages: readonly Page[], name: string): number {
  const labeled = pages.findIndex(({ label }) => label.toLowerCase() === name.toLowerCase());
  return labeled >= 0 ? labeled : pages.findIndex(({ number }) => String(number) === name);
}

/**
 * Returns the `page` value that names consecutive pages: their labels, else their numbers. Undefined if neither resolves to
 * these pages. Spoken words are named by the time at which they begin.
 */
export function pageReference(article: Article, pages: readonly Page[]): string | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first?.time !== undefined) return first.label;
  const names = [pageLabels(pages), formatRange(pages.map(({ number }) => String(number)))];
  return names.find((name) => {
    const found = findPages(article, name);
    return found.length > 0 && found[0] === first && found.at(-1) === last && !isDescending(name);
  });
}

/** Returns where a passage is, for a message: “on page 12” or “at 00:12:31”. Empty if there are no pages. */
export function pagePhrase(pages: readonly Page[]): string {
  if (pages.length === 0) return "";
  return pages[0]?.time === undefined ? `on page ${pageLabels(pages)}` : `at ${pageLabels(pages)}`;
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
