/** A response to a request for semantic tokens. */
export interface SemanticTokenResult {
  readonly resultId: string;
  /** Five numbers for each token, as LSP encodes them. */
  readonly data: readonly number[];
}

/**
 * The last response for each file, from which deltas are computed. The `SemanticTokensBuilder` of vscode-languageserver would
 * use the clock for result ids, and two results within a millisecond would share one.
 */
export class SemanticTokenResults {
  readonly #last = new Map<string, SemanticTokenResult>();
  #count = 0;

  /** Returns the last result for a file if it has this id. */
  get(uri: string, resultId: string): SemanticTokenResult | undefined {
    const last = this.#last.get(uri);
    return last?.resultId === resultId ? last : undefined;
  }

  /** Stores the tokens of a file under a new id, in place of the last result. */
  save(uri: string, data: readonly number[]): SemanticTokenResult {
    const result = { resultId: String(++this.#count), data };
    this.#last.set(uri, result);
    return result;
  }

  delete(uri: string): void {
    this.#last.delete(uri);
  }
}
