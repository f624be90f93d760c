/** The last known positions of quotes that an edit of their article has broken, so that users can still navigate to them. */

import type { Article, Passage } from "../../core/articles/article.ts";
import { searchableArticle } from "../../core/articles/quotes/findQuote.ts";
import { resolveSelectors, type Selectors, selectorsOf } from "../../core/articles/quotes/selector.ts";
import { locateQuote } from "../../core/checks/support/locateQuote.ts";
import type { Entry } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { fileOf } from "../../core/language/map.ts";
import type { Sources } from "./sources.ts";

/** Remembers the passages of quotes as selectors, for as long as the quotes exist. */
export class QuoteAnchors {
  readonly #anchors = new WeakMap<Entry, { readonly quoteText: string; readonly selectors: Selectors }>();

  /** Records the passages, in the previous version of an article, of those quotes that the current version does not contain. */
  record(
    quotes: Iterable<Entry>,
    before: { readonly uri: string; readonly article: Article },
    current: Pick<Sources, "locateQuote">,
  ): void {
    for (const quote of quotes) {
      if ((current.locateQuote(quote)?.allMatches.length ?? 0) > 0) continue;
      const [passage] =
        locateQuote(quote, importClosure(fileOf(quote)), () => ({ state: "found", ...before }))?.matches ?? [];
      if (passage === undefined) continue;
      this.#anchors.set(quote, { quoteText: quote.text, selectors: selectorsOf(before.article.text, passage) });
    }
  }

  /** Returns the selectors of the last passage of a quote; undefined if unknown, or if the quote has changed since. */
  get(quote: Entry): Selectors | undefined {
    const anchor = this.#anchors.get(quote);
    return anchor?.quoteText === quote.text ? anchor.selectors : undefined;
  }

  /** Returns the passage of an article that best matches the last passage of a quote; undefined if nothing is similar enough. */
  locate(quote: Entry, article: Article): Passage | undefined {
    const selectors = this.get(quote);
    return selectors && resolveSelectors(searchableArticle(article), selectors);
  }
}
