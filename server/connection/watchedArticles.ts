/** The articles that the client shows: what it was last told of their passages, and whose text it was given. */
import type { PassagesResult } from "../protocol/articles.ts";

export class WatchedArticles {
  readonly #sentPassages = new Map<string, string>();
  readonly #sentTexts = new Set<string>();

  /** The client asked for the passages of an article: from now on it is told when there are others. */
  trackPassages(uri: string, passages: PassagesResult): PassagesResult {
    this.#sentPassages.set(uri, JSON.stringify(passages));
    return passages;
  }

  /** The client was given the text of an article: from now on it is told when that is another one. */
  trackText(uri: string): void {
    this.#sentTexts.add(uri);
  }

  /** The documents under which the client shows texts that it was given. */
  trackedTexts(): Iterable<string> {
    return this.#sentTexts;
  }

  /** The client has closed an article. */
  forget(uri: string): void {
    this.#sentPassages.delete(uri);
    this.#sentTexts.delete(uri);
  }

  /** The articles of which there are other passages than the client was told. It is told of each once, until it asks again. */
  takeChanged(isTouched: (uri: string) => boolean, passagesOf: (uri: string) => PassagesResult): readonly string[] {
    const changed: string[] = [];
    for (const [uri, sent] of this.#sentPassages) {
      if (!isTouched(uri)) continue;
      const text = JSON.stringify(passagesOf(uri));
      if (text === sent) continue;
      this.#sentPassages.set(uri, text);
      changed.push(uri);
    }
    return changed;
  }
}
