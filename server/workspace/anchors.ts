/** Where quotes stood whose words an edit of their article has taken away, so that one can still be led there. */
import type { Entry } from "../language/entry.ts";
import type { Article, Passage } from "../sources/article.ts";
import { searchableArticle } from "../sources/find.ts";
import { findSelectors, type Selectors, selectorsOf } from "../sources/selector.ts";

export class Anchors {
  readonly #kept = new WeakMap<Entry, { readonly words: string; readonly selectors: Selectors }>();

  /** Takes note of where a quote stood in an article that is about to be another. */
  keep(quote: Entry, { text }: Article, passage: Passage): void {
    this.#kept.set(quote, { words: quote.text, selectors: selectorsOf(text, passage) });
  }

  /** Where a quote last stood; undefined where that is not known, or was with other words. */
  of(quote: Entry): Selectors | undefined {
    const kept = this.#kept.get(quote);
    return kept?.words === quote.text ? kept.selectors : undefined;
  }

  /** The passage of an article that is now where a quote stood; undefined where nothing there comes near. */
  placeIn(quote: Entry, article: Article): Passage | undefined {
    const selectors = this.of(quote);
    return selectors && findSelectors(searchableArticle(article), selectors);
  }
}
