/** What an article says of itself: its title, its author, its date. */
import type { Article } from "./article.ts";
import { onOneLine } from "./normal.ts";

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
  return { title: line(title) ?? line(firstLine(article.text)), author: line(author), date: dayOf(date) };
}

async function saidIn({ format, fileText }: Article): Promise<Said> {
  if (format === "markdown") return saidInMarkdown(fileText);
  if (format !== "html" && format !== "xhtml") return nothing;
  const { saidInHtml } = await import("./markup.ts");
  return saidInHtml(fileText, format);
}

/** Front matter comes first, between two lines of three hyphens; the values that are asked for are on one line each. */
function saidInMarkdown(fileText: string): Said {
  const front = /^\uFEFF?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(fileText)?.[1] ?? "";
  const value = (key: string): string | undefined =>
    new RegExp(`^${key}:[ \\t]*(["']?)(.*?)\\1[ \\t]*$`, "im").exec(front)?.[2] || undefined;
  return { title: value("title"), author: value("author"), date: value("date") };
}

const firstLine = (text: string): string => /\S[^\r\n]*/.exec(text)?.[0] ?? "";

/** Words on one line, of a length that a title may have. */
function line(words: string | undefined): string | undefined {
  const one = onOneLine(words ?? "");
  if (one === "") return undefined;
  if (one.length <= MOST_TITLE) return one;
  const space = one.lastIndexOf(" ", MOST_TITLE);
  return `${one.slice(0, space > 0 ? space : MOST_TITLE)}…`;
}

/** The day of a time as machines write it. */
function dayOf(time: string | undefined): string | undefined {
  const found = /^\s*(\d{4})(?:[-/](0[1-9]|1[0-2])(?:[-/](0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(time ?? "");
  return found === null
    ? undefined
    : found
        .slice(1)
        .filter((part) => part !== undefined)
        .join("-");
}
