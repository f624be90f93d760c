/** Puts together what a reader sees of a file, piece by piece and in the file's order. */
import type { Article, ArticleFormat, MappedSegment } from "../article.ts";

/** What parts two pieces, the weaker first. Where several come together the strongest counts. */
const SEPARATORS = ["", "\t", "\n", "\n\n"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** White space of markup; a no-break space is a character like others. */
const WORDS_AND_SPACES = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
const WHITE = /^[ \t\n\f\r]/;

export class ReaderTextBuilder {
  readonly #pieces: string[] = [];
  readonly #segments: MappedSegment[] = [];
  #length = 0;
  #separator: Separator = "";
  /** White space that counts if words follow before anything parts them. */
  #pendingSpace: { readonly from: number; readonly to: number } | undefined;

  /** Adds words that stand at `from`, white space of any length made one space. */
  addText(words: string, from: number, to = from + words.length): void {
    if (to - from !== words.length) {
      this.#addPiece(words, from, to);
      return;
    }
    for (const { 0: piece, index } of words.matchAll(WORDS_AND_SPACES)) {
      this.#addPiece(piece, from + index, from + index + piece.length);
    }
  }

  /** Adds words with their white space as it is. */
  addPreformatted(words: string, from: number, to = from + words.length): void {
    if (words === "") return;
    this.#writeSeparator();
    this.#add(words, from, to);
  }

  /** What comes next is parted from what came before, if there is both. */
  separate(separator: Separator): void {
    if (SEPARATORS.indexOf(separator) > SEPARATORS.indexOf(this.#separator)) this.#separator = separator;
  }

  /** The article, of all that was added. */
  build(format: ArticleFormat, fileText: string): Article {
    return { format, text: this.#pieces.join(""), fileText, segments: this.#segments, pages: [] };
  }

  #addPiece(piece: string, from: number, to: number): void {
    if (WHITE.test(piece)) {
      this.#pendingSpace ??= { from, to };
      return;
    }
    this.#writeSeparator();
    this.#add(piece, from, to);
  }

  #writeSeparator(): void {
    const [separator, pendingSpace] = [this.#separator, this.#pendingSpace];
    this.#separator = "";
    this.#pendingSpace = undefined;
    // White space at the beginning of a line says nothing.
    if (this.#length === 0) return;
    if (separator === "" && pendingSpace !== undefined) this.#add(" ", pendingSpace.from, pendingSpace.to);
    else if (separator !== "") {
      this.#pieces.push(separator);
      this.#length += separator.length;
    }
  }

  #add(piece: string, from: number, to: number): void {
    const start = this.#length;
    const end = start + piece.length;
    this.#pieces.push(piece);
    this.#length = end;
    const last = this.#segments.at(-1);
    const isContinuation =
      last !== undefined &&
      last.to === from &&
      last.end === start &&
      last.end - last.start === last.to - last.from &&
      piece.length === to - from;
    if (isContinuation) this.#segments[this.#segments.length - 1] = { start: last.start, end, from: last.from, to };
    else this.#segments.push({ start, end, from, to });
  }
}
