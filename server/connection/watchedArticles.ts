/** The articles that the client shows: what it was last told of their passages, and whose text it was given. */
import type { PassagesResult } from "../protocol/articles.ts";

export class WatchedArticles {
  readonly #told = new Map<string, string>();
  readonly #texts = new Set<string>();

  /** The client asked for the passages of an article: from now on it is told when there are others. */
  ask(uri: string, passages: PassagesResult): PassagesResult {
    this.#told.set(uri, JSON.stringify(passages));
    return passages;
  }

  /** The client was given the text of an article: from now on it is told when that is another one. */
  give(uri: string): void {
    this.#texts.add(uri);
  }

  /** The documents under which the client shows texts that it was given. */
  texts(): Iterable<string> {
    return this.#texts;
  }

  /** The client has closed an article. */
  forget(uri: string): void {
    this.#told.delete(uri);
    this.#texts.delete(uri);
  }

  /** The articles of which there are other passages than the client was told. It is told of each once, until it asks again. */
  changed(isTouched: (uri: string) => boolean, now: (uri: string) => PassagesResult): readonly string[] {
    const changed: string[] = [];
    for (const [uri, told] of this.#told) {
      if (!isTouched(uri)) continue;
      const text = JSON.stringify(now(uri));
      if (text === told) continue;
      this.#told.set(uri, text);
      changed.push(uri);
    }
    return changed;
  }
}
