/** What an article says of itself: its title, its author, its date. */
import type { Article } from "../article.ts";
import { collapseWhiteSpace } from "../text/normalise.ts";
import { frontMatterOf } from "./frontMatter.ts";

export interface ArticleMetadata {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** A year, a month or a day, as maps write it. */
  readonly date: string | undefined;
}

/** What the file has to say, as it is written there. */
export type RawMetadata = { readonly [K in keyof ArticleMetadata]: string | undefined };

const MAX_TITLE_LENGTH = 160;
const NO_METADATA: RawMetadata = { title: undefined, author: undefined, date: undefined };

/** What the file says of the article where it has a place for that; else its first heading or line is taken for the title. */
export async function readMetadata(article: Article): Promise<ArticleMetadata> {
  const { title, author, date } = await rawMetadata(article);
  return {
    title: clippedLine(title) ?? clippedLine(firstLine(article.text)),
    author: clippedLine(stripByline(author)),
    date: normaliseDate(date),
  };
}

async function rawMetadata({ format, fileText }: Article): Promise<RawMetadata> {
  if (format === "markdown") return markdownMetadata(fileText);
  if (format !== "html" && format !== "xhtml") return NO_METADATA;
  const { htmlMetadata } = await import("./markupBundle.ts");
  return htmlMetadata(fileText, format);
}

function markdownMetadata(fileText: string): RawMetadata {
  const frontMatter = frontMatterOf(fileText);
  return {
    title: frontMatter.get("title"),
    author: frontMatter.get("author") ?? frontMatter.get("authors"),
    date: frontMatter.get("date"),
  };
}

/** The first line that has words: a row of stars or dashes is no title. */
const firstLine = (text: string): string => /^.*[\p{L}\p{N}].*/mu.exec(text)?.[0] ?? "";

/** Whoever wrote it, without the “By” before the name. */
const stripByline = (author: string | undefined): string | undefined => author?.replace(/^\s*by:?\s+(?=\p{Lu})/iu, "");

/** Words on one line, of a length that a title may have. */
function clippedLine(words: string | undefined): string | undefined {
  const one = collapseWhiteSpace(words ?? "");
  if (one === "") return undefined;
  if (one.length <= MAX_TITLE_LENGTH) return one;
  const space = one.lastIndexOf(" ", MAX_TITLE_LENGTH);
  return `${one.slice(0, space > 0 ? space : MAX_TITLE_LENGTH)}…`;
}

/** The day of a time as machines write it, or a hand that leaves out noughts. */
function normaliseDate(time: string | undefined): string | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/](1[0-2]|0?[1-9])(?!\d)(?:[-/](3[01]|[12]\d|0?[1-9])(?!\d))?)?(?!\d)/.exec(time ?? "") ?? [];
  if (year === undefined) return undefined;
  return [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
}
