/** Reads the formats whose markup is left out. */
import type { Article, MarkupFormat } from "../article.ts";
import { readHtml } from "./markup/html.ts";
import { readMarkdown } from "./markup/markdown.ts";
import { readSubtitles } from "./markup/subtitles.ts";

/** Reads an article of a format with markup from the text of its file. */
export function readMarkup(format: MarkupFormat, text: string): Article {
  switch (format) {
    case "markdown":
      return readMarkdown(text);
    case "subtitles":
      return readSubtitles(text);
    case "html":
    case "xhtml":
      return readHtml(text, format);
    default:
      return format satisfies never;
  }
}
