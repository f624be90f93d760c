/** Builds the reader's text of a file piece by piece, in the order of the file. */
import type { Article, ArticleFormat, Heading, MappedSegment } from "../article.ts";

/** Separators of two pieces, the weakest first. Of adjacent separators, the strongest is used. */
const SEPARATORS = ["", "\t", "\n", "\n\n"] as const;
/** A separator between two pieces of text. */
export type Separator = (typeof SEPARATORS)[number];

/** White space in the sense of HTML: a no-break space is an ordinary character. */
const WORDS_AND_SPACES = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
const WHITE = /^[ \t\n\f\r]/;

/** A heading whose end has not been read. */
interface OpenHeading {
  readonly level: number;
  start: number | undefined;
  /** Where its first line ends, if a block follows it. */
  breakAt: number | undefined;
}

/** Collects pieces of text with their position in the file, and returns them as an article. */
export class ReaderTextBuilder {
  readonly #pieces: string[] = [];
  readonly #segments: MappedSegment[] = [];
  readonly #headings: Heading[] = [];
  /** The open heading. It starts with its first piece of text. */
  #openHeading: OpenHeading | undefined;
  #length = 0;
  #separator: Separator = "";
  /** White space that becomes a space if text follows without a separator. */
  #pendingSpace: { readonly from: number; readonly to: number } | undefined;

  /** The length of the text so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds text read from the range `from` to `to` of the file, with white space collapsed to single spaces. */
  addText(text: string, from: number, to = from + text.length): void {
    if (to - from !== text.length) {
      this.#addPiece(text, from, to);
      return;
    }
    for (const { 0: piece, index } of text.matchAll(WORDS_AND_SPACES)) {
      this.#addPiece(piece, from + index, from + index + piece.length);
    }
  }

  /** Adds text with its white space unchanged. */
  addPreformatted(text: string, from: number, to = from + text.length): void {
    if (text === "") return;
    this.#writeSeparator();
    this.#add(text, from, to);
  }

  /** Separates the text before from the text after, if there is both. */
  separate(separator: Separator): void {
    if (SEPARATORS.indexOf(separator) > SEPARATORS.indexOf(this.#separator)) this.#separator = separator;
  }

  /** Starts a heading, which {@link endHeading} ends. Ends the open one. */
  startHeading(level: number): void {
    this.endHeading({ isImplied: true });
    this.#openHeading = { level, start: undefined, breakAt: undefined };
  }

  /** Marks the start of a block, before which the open heading ends if it turns out to have no end of its own. */
  breakHeading(): void {
    if (this.#openHeading?.start !== undefined) this.#openHeading.breakAt ??= this.#length;
  }

  /**
   * Ends the open heading, if there is one.
   *
   * @param isImplied whether the file does not say where it ends, so that it ends before the first block in it
   */
  endHeading({ isImplied = false } = {}): void {
    const { level = 0, start, breakAt } = this.#openHeading ?? {};
    this.#openHeading = undefined;
    if (start === undefined) return;
    this.#headings.push({ level, start, end: isImplied ? (breakAt ?? this.#length) : this.#length });
  }

  /** Returns the article that was built. */
  build(format: ArticleFormat, fileText: string): Article {
    const article = { format, text: this.#pieces.join(""), fileText, segments: this.#segments, pages: [] };
    return this.#headings.length === 0 ? article : { ...article, headings: this.#headings };
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
    // Nothing to separate at the beginning of the text. After a separator, white space is dropped.
    if (this.#length === 0) return;
    if (separator === "" && pendingSpace !== undefined) this.#add(" ", pendingSpace.from, pendingSpace.to);
    else if (separator !== "") {
      this.#pieces.push(separator);
      this.#length += separator.length;
    }
  }

  #add(piece: string, from: number, to: number): void {
    const start = this.#length;
    if (this.#openHeading !== undefined) this.#openHeading.start ??= start;
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
