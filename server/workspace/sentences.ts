/** The texts of sources, cut into sentences. Cut once for each text. */

/** A sentence up to what ends it, quotation marks and brackets that close after it included. */
const SENTENCE = /[^.!?…。！？]+(?:[.!?…。！？]+["”’»」』)）\]]*|$)/gu;

export class Sentences {
  readonly #cut = new Map<string, { readonly text: string; readonly sentences: readonly string[] }>();

  /** Lets go of the sentences of a text. */
  forget(uri: string): void {
    this.#cut.delete(uri);
  }

  /** The sentences of a text, white space made one space; none goes on over a blank line. */
  of(uri: string, text: string): readonly string[] {
    const known = this.#cut.get(uri);
    if (known?.text === text) return known.sentences;
    const sentences = text.split(/\n\s*\n/).flatMap((paragraph) => {
      const line = paragraph.replace(/\s+/g, " ").trim();
      return (line.match(SENTENCE) ?? []).map((one) => one.trim()).filter((one) => one !== "");
    });
    this.#cut.set(uri, { text, sentences });
    return sentences;
  }
}
