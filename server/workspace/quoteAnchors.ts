/** Where quotes stood whose words an edit of their article has taken away, so that one can still be led there. */
import { quoted } from "../core/checks/support/locateQuote.ts";
import type { Entry } from "../core/language/entry.ts";
import { filesOf } from "../core/language/graph.ts";
import { fileOf } from "../core/language/map.ts";
import type { Article, Passage } from "../core/sources/article.ts";
import { searchableArticle } from "../core/sources/quotes/findQuote.ts";
import { findSelectors, type Selectors, selectorsOf } from "../core/sources/quotes/selector.ts";
import type { Sources } from "./sources.ts";

export class Anchors {
  readonly #kept = new WeakMap<Entry, { readonly words: string; readonly selectors: Selectors }>();

  /** Takes note of where those of the quotes stood in an article that are not in what it is now. */
  keep(
    quotes: Iterable<Entry>,
    before: { readonly uri: string; readonly article: Article },
    now: Pick<Sources, "placesOf">,
  ): void {
    for (const quote of quotes) {
      if ((now.placesOf(quote)?.all.length ?? 0) > 0) continue;
      const [passage] = quoted(quote, filesOf(fileOf(quote)), () => ({ state: "found", ...before }))?.passages ?? [];
      if (passage === undefined) continue;
      this.#kept.set(quote, { words: quote.text, selectors: selectorsOf(before.article.text, passage) });
    }
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
