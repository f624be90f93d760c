import type { PassagesResult } from "../protocol/articles.ts";

/** The articles that the client shows, with what was last sent for each, so that only changes are sent again. */
export class WatchedArticles {
  readonly #sentPassages = new Map<string, string>();
  readonly #sentTexts = new Set<string>();

  /** Starts to track the passages of an article, because the client has requested them. Returns the passages. */
  trackPassages(uri: string, passages: PassagesResult): PassagesResult {
    this.#sentPassages.set(uri, JSON.stringify(passages));
    return passages;
  }

  /** Starts to track the reader's text of an article, because the client has requested it. */
  trackText(uri: string): void {
    this.#sentTexts.add(uri);
  }

  /** The URIs under which the client shows reader's texts. */
  trackedTexts(): Iterable<string> {
    return this.#sentTexts;
  }

  /** Stops tracking an article, because the client has closed it. */
  forget(uri: string): void {
    this.#sentPassages.delete(uri);
    this.#sentTexts.delete(uri);
  }

  /** The articles whose passages have changed since the client received them. Reports each change once. */
  takeChanged(
    mayHaveChanged: (uri: string) => boolean,
    passagesOf: (uri: string) => PassagesResult,
  ): readonly string[] {
    const changed: string[] = [];
    for (const [uri, sent] of this.#sentPassages) {
      if (!mayHaveChanged(uri)) continue;
      const passages = JSON.stringify(passagesOf(uri));
      if (passages === sent) continue;
      this.#sentPassages.set(uri, passages);
      changed.push(uri);
    }
    return changed;
  }
}
