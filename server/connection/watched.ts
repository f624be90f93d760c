/** The articles whose passages the client shows, and what it was last told of them. */
import type { PassagesResult } from "../sources/protocol.ts";

export class WatchedArticles {
  readonly #told = new Map<string, string>();

  /** The client asked for the passages of an article: from now on it is told when there are others. */
  ask(uri: string, passages: PassagesResult): PassagesResult {
    this.#told.set(uri, JSON.stringify(passages));
    return passages;
  }

  /** The client has closed an article. */
  forget(uri: string): void {
    this.#told.delete(uri);
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
