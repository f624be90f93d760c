/** The semantic tokens that were last sent for each file, of which the next answer says only what is different. */

/** An answer, by the name that the client knows it by. */
export interface SemanticTokenResult {
  readonly resultId: string;
  /** Five numbers for each token, as LSP has them. */
  readonly data: readonly number[];
}

export class SemanticTokenResults {
  readonly #last = new Map<string, SemanticTokenResult>();
  #count = 0;

  /** What was last answered for a file, if that is what the client has. */
  get(uri: string, resultId: string): SemanticTokenResult | undefined {
    const last = this.#last.get(uri);
    return last?.resultId === resultId ? last : undefined;
  }

  /** Keeps an answer in the place of the last one for this file. */
  save(uri: string, data: readonly number[]): SemanticTokenResult {
    const answer = { resultId: String(++this.#count), data };
    this.#last.set(uri, answer);
    return answer;
  }

  delete(uri: string): void {
    this.#last.delete(uri);
  }
}
