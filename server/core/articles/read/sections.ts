/** Sections: the parts of an article under its headings. */
import type { Article, Passage } from "../article.ts";
import { collapseWhiteSpace, normalize } from "../quotes/normalize.ts";

/** A heading with everything up to the next heading of the same or a higher rank. */
export interface ArticleSection extends Passage {
  /** The words of the heading, on one line. */
  readonly title: string;
}

const sectionCache = new WeakMap<Article, readonly ArticleSection[]>();

/** Returns the sections of an article in the order of their headings; none if its format has no headings. Cached. */
export function sectionsOf(article: Article): readonly ArticleSection[] {
  const cached = sectionCache.get(article);
  if (cached !== undefined) return cached;
  const sections: ArticleSection[] = [];
  const following: { readonly level: number; readonly start: number }[] = [];
  for (const { level, start, end } of article.headings?.toReversed() ?? []) {
    // Headings of a lower rank than this one are inside its section.
    while ((following.at(-1)?.level ?? 0) > level) following.pop();
    const title = collapseWhiteSpace(article.text.slice(start, end));
    sections.push({ title, start, end: following.at(-1)?.start ?? article.text.length });
    following.push({ level, start });
  }
  sections.reverse();
  sectionCache.set(article, sections);
  return sections;
}

/** Whether a passage begins in a section. */
export const isInSection = ({ start, end }: Passage, passage: Passage): boolean =>
  passage.start >= start && passage.start < end;

/** Returns the sections that a passage is in, the innermost first. */
export const sectionsAt = (article: Article, passage: Passage): readonly ArticleSection[] =>
  sectionsOf(article)
    .filter((section) => isInSection(section, passage))
    .reverse();

/** The number of a heading: `2`, `2.1.`, `§ 3`, `Chapter IV:` */
const HEADING_NUMBER = /^(?:§\s*|chapter\s+|section\s+)?(?:\d+(?:\.\d+)*|[ivxlc]+(?=[.):]))[.):]?\s+/i;

/** Returns the sections with a heading, whatever its capitals and spaces; without its number if no other heading has it. */
export function findSections(article: Article, heading: string): readonly ArticleSection[] {
  const sections = sectionsOf(article);
  const wanted = comparable(heading);
  const found = sections.filter(({ title }) => comparable(title) === wanted);
  return found.length > 0 ? found : sections.filter(({ title }) => comparable(withoutNumber(title)) === wanted);
}

const comparable = (heading: string): string => normalize(heading).text.toLowerCase().replace(/[.:]$/, "");
const withoutNumber = (heading: string): string => heading.replace(HEADING_NUMBER, "");
