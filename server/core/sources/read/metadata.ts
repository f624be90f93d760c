/** What an article says of itself: its title, its author, its date. */
import type { Article } from "../article.ts";
import { onOneLine } from "../text/normalise.ts";
import { frontMatterOf } from "./frontMatter.ts";

export interface About {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** A year, a month or a day, as maps write it. */
  readonly date: string | undefined;
}

/** What the file has to say, as it is written there. */
export type Said = { readonly [K in keyof About]: string | undefined };

const MOST_TITLE = 160;
const nothing: Said = { title: undefined, author: undefined, date: undefined };

/** What the file says of the article where it has a place for that; else its first heading or line is taken for the title. */
export async function aboutArticle(article: Article): Promise<About> {
  const { title, author, date } = await saidIn(article);
  return { title: line(title) ?? line(firstLine(article.text)), author: line(nameIn(author)), date: dayOf(date) };
}

async function saidIn({ format, fileText }: Article): Promise<Said> {
  if (format === "markdown") return saidInMarkdown(fileText);
  if (format !== "html" && format !== "xhtml") return nothing;
  const { saidInHtml } = await import("./markupBundle.ts");
  return saidInHtml(fileText, format);
}

function saidInMarkdown(fileText: string): Said {
  const front = frontMatterOf(fileText);
  return { title: front.get("title"), author: front.get("author") ?? front.get("authors"), date: front.get("date") };
}

/** The first line that has words: a row of stars or dashes is no title. */
const firstLine = (text: string): string => /^.*[\p{L}\p{N}].*/mu.exec(text)?.[0] ?? "";

/** Whoever wrote it, without the “By” before the name. */
const nameIn = (author: string | undefined): string | undefined => author?.replace(/^\s*by:?\s+(?=\p{Lu})/iu, "");

/** Words on one line, of a length that a title may have. */
function line(words: string | undefined): string | undefined {
  const one = onOneLine(words ?? "");
  if (one === "") return undefined;
  if (one.length <= MOST_TITLE) return one;
  const space = one.lastIndexOf(" ", MOST_TITLE);
  return `${one.slice(0, space > 0 ? space : MOST_TITLE)}…`;
}

/** The day of a time as machines write it, or a hand that leaves out noughts. */
function dayOf(time: string | undefined): string | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/](1[0-2]|0?[1-9])(?!\d)(?:[-/](3[01]|[12]\d|0?[1-9])(?!\d))?)?(?!\d)/.exec(time ?? "") ?? [];
  if (year === undefined) return undefined;
  return [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
}
