/** Where quotes stood whose words an edit of their article has taken away, so that one can still be led there. */
import { locateQuote } from "../core/checks/support/locateQuote.ts";
import type { Entry } from "../core/language/entry.ts";
import { importClosure } from "../core/language/graph.ts";
import { fileOf } from "../core/language/map.ts";
import type { Article, Passage } from "../core/sources/article.ts";
import { searchableArticle } from "../core/sources/quotes/findQuote.ts";
import { resolveSelectors, type Selectors, selectorsOf } from "../core/sources/quotes/selector.ts";
import type { Sources } from "./sources.ts";

export class QuoteAnchors {
  readonly #anchors = new WeakMap<Entry, { readonly quoteText: string; readonly selectors: Selectors }>();

  /** Takes note of where those of the quotes stood in an article that are not in what it is now. */
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

  /** Where a quote last stood; undefined where that is not known, or was with other words. */
  get(quote: Entry): Selectors | undefined {
    const anchor = this.#anchors.get(quote);
    return anchor?.quoteText === quote.text ? anchor.selectors : undefined;
  }

  /** The passage of an article that is now where a quote stood; undefined where nothing there comes near. */
  locate(quote: Entry, article: Article): Passage | undefined {
    const selectors = this.get(quote);
    return selectors && resolveSelectors(searchableArticle(article), selectors);
  }
}
