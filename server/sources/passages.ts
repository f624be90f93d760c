/** Where in an article the words of a quote stand. */
import type { Article, Passage } from "./article.ts";
import { findQuote, normalText } from "./quotes.ts";

/** The passages that a quote can be from: on the page that it gives, if its words stand there. Of a quote without words none. */
export function passagesOf(article: Article, words: string, _page?: string): readonly Passage[] {
  const found = words === "" ? undefined : findQuote(normalText(article.text), words);
  return found === undefined || found.end === found.start ? [] : [found];
}
