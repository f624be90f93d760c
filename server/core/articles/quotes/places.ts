/** Names the positions of a quote that occurs several times, so that the user can choose one. */
import { type Article, type Passage, pagesOf, toFileRange } from "../article.ts";
import { hasTimes, pageLabels, pageReference } from "../read/pages.ts";
import { findSections, isInSection, sectionsAt } from "../read/sections.ts";
import type { QuoteMatch } from "./findQuote.ts";
import { collapseWhiteSpace } from "./normalize.ts";

/** An attribute that identifies one of several passages. */
export interface QuotePlace {
  readonly key: "page" | "section" | "occurrence";
  readonly value: string;
  /** The passage with some words around it. */
  readonly context: string;
}

/** The number of UTF-16 units that are shown before and after a passage. */
const CONTEXT_LENGTH = 30;

/**
 * Returns an attribute for each of the first `limit` passages that only this one matches: its page, else its section, else
 * its number among all.
 */
export const placesOf = (
  article: Article,
  matches: readonly QuoteMatch[],
  usedKeys: ReadonlySet<string>,
  limit: number,
): readonly QuotePlace[] =>
  matches.slice(0, limit).map((match, index) => ({
    ...((usedKeys.has("page") ? undefined : uniquePage(article, match, matches)) ??
      (usedKeys.has("section") ? undefined : uniqueSection(article, match, matches)) ?? {
        key: "occurrence",
        value: index === 0 ? "first" : `${index + 1}`,
      }),
    context: withContext(article, match),
  }));

type NamedPlace = Pick<QuotePlace, "key" | "value">;

function uniquePage(article: Article, match: Passage, matches: readonly Passage[]): NamedPlace | undefined {
  const pages = pagesOf(article, match);
  const value = pageReference(article, pages);
  const others = matches.filter((one) => pagesOf(article, one).some((page) => pages.includes(page)));
  return value === undefined || others.length > 1 ? undefined : { key: "page", value };
}

function uniqueSection(article: Article, match: Passage, matches: readonly Passage[]): NamedPlace | undefined {
  for (const { title } of sectionsAt(article, match)) {
    const sameNamed = findSections(article, title);
    if (matches.filter((one) => sameNamed.some((section) => isInSection(section, one))).length === 1)
      return { key: "section", value: title };
  }
  return undefined;
}

/** The passage with the words around it: “… In autumn traffic fell by a third as well …”. */
function withContext({ text }: Article, { start, end }: Passage): string {
  const from = wordStart(text, Math.max(0, start - CONTEXT_LENGTH), start);
  const to = wordEnd(text, Math.min(text.length, end + CONTEXT_LENGTH), end);
  const words = collapseWhiteSpace(text.slice(from, to));
  return `${from > 0 ? "… " : ""}${words}${to < text.length ? " …" : ""}`;
}

/** Moves an offset forward to the start of the next word, at most to `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const gap = text.slice(from, limit).search(/\s/);
  return gap < 0 ? limit : from + gap + 1;
}

/** Moves an offset back to the end of the word before, at least to `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  if (to === text.length) return to;
  const rest = text.slice(limit, to);
  return limit + Math.max(0, rest.search(/\s\S*$/));
}

/** A list of places for a message; empty if nothing tells them apart for a reader. */
export interface PlaceList {
  readonly kind: "page" | "time" | "section" | "line";
  readonly labels: readonly string[];
}

/** Returns where passages are, each place once: their pages or times, else their sections, else their lines. */
export function listPlaces(article: Article, matches: readonly Passage[]): PlaceList {
  const pages = [...new Set(matches.flatMap((match) => pagesOf(article, match).map((page) => pageLabels([page]))))];
  if (pages.length > 1) return { kind: hasTimes(article) ? "time" : "page", labels: pages };
  const sections = [...new Set(matches.flatMap((match) => sectionsAt(article, match)[0]?.title ?? []))];
  if (sections.length > 1) return { kind: "section", labels: sections };
  // The lines of a PDF depend on how it is read.
  if (article.format === "pdf") return { kind: "page", labels: pages };
  return { kind: "line", labels: linesOf(article, matches) };
}

/** Returns the numbers of the lines in the file where passages begin, each line once. */
function linesOf(article: Article, matches: readonly Passage[]): readonly string[] {
  const labels = new Set<string>();
  let [line, from] = [1, 0];
  for (const match of matches) {
    const { start } = toFileRange(article, match);
    line += article.fileText.slice(from, start).match(/\r\n|\r|\n/g)?.length ?? 0;
    from = start;
    labels.add(`${line}`);
  }
  return [...labels];
}
