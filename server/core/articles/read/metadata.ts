/** The metadata of an article: its title, author and date. */
import { truncate } from "../../strings/truncate.ts";
import type { Article } from "../article.ts";
import { collapseWhiteSpace } from "../quotes/normalize.ts";
import { frontMatterOf } from "./markup/frontMatter.ts";
import type { RawMetadata } from "./rawMetadata.ts";

/** The metadata of an article, each value on one line. */
export interface ArticleMetadata {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as maps write it. */
  readonly date: string | undefined;
}

const MAX_TITLE_LENGTH = 160;
const NO_METADATA: RawMetadata = { title: undefined, author: undefined, date: undefined };

/**
 * Reads the metadata of an article. If the file has no title of its own, the first line of the text is its title, unless it is as
 * long as a paragraph.
 */
export async function readMetadata(article: Article): Promise<ArticleMetadata> {
  const { title, author, date } = await rawMetadata(article);
  return {
    title: clippedLine(title) ?? shortLine(firstLine(article.text)),
    author: clippedLine(stripByline(author)),
    date: normalizeDate(date),
  };
}

async function rawMetadata({ format, fileText, metadata }: Article): Promise<RawMetadata> {
  if (metadata !== undefined) return metadata;
  if (format === "markdown") return markdownMetadata(fileText);
  if (format === "email") return emailMetadata(fileText);
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

/** Reads the lines before the message; see `email.ts`. The subject is the first line. */
function emailMetadata(text: string): RawMetadata {
  const header = text.split("\n\n", 2).join("\n");
  return {
    title: undefined,
    author: /^From: (.+?)(?: <[^>]*>)?$/m.exec(header)?.[1],
    date: /^Date: (.+)$/m.exec(header)?.[1],
  };
}

/** Returns the first line with a letter or digit, which skips rows of stars or dashes. */
const firstLine = (text: string): string => /^.*[\p{L}\p{N}].*/mu.exec(text)?.[0] ?? "";

/** Removes the “By” before the name of an author. */
const stripByline = (author: string | undefined): string | undefined => author?.replace(/^\s*by:?\s+(?=\p{Lu})/iu, "");

/** Returns the text on one line; undefined if it is empty or too long for a title. */
function shortLine(text: string): string | undefined {
  const line = collapseWhiteSpace(text);
  return line === "" || line.length > MAX_TITLE_LENGTH ? undefined : line;
}

/** Returns the text on one line, truncated at a word; undefined if it is empty. */
function clippedLine(text: string | undefined): string | undefined {
  const line = collapseWhiteSpace(text ?? "");
  return line === "" ? undefined : truncate(line, MAX_TITLE_LENGTH);
}

/** Returns the date of a timestamp, padded with zeros; undefined if it does not start with a year. */
function normalizeDate(time: string | undefined): string | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/](1[0-2]|0?[1-9])(?!\d)(?:[-/](3[01]|[12]\d|0?[1-9])(?!\d))?)?(?!\d)/.exec(time ?? "") ?? [];
  if (year === undefined) return undefined;
  return [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
}
