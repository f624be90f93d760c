/** Puts together what a reader sees of a file, piece by piece and in the file's order. */
import type { Article, Format, Run } from "../article.ts";

/** What parts two pieces, the weaker first. Where several come together the strongest counts. */
const PARTING = ["", "\t", "\n", "\n\n"] as const;
export type Parting = (typeof PARTING)[number];

/** White space of markup; a no-break space is a character like others. */
const PIECES = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
const WHITE = /^[ \t\n\f\r]/;

export class ReaderText {
  readonly #pieces: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;
  #parting: Parting = "";
  /** White space that counts if words follow before anything parts them. */
  #white: { readonly from: number; readonly to: number } | undefined;

  /** Adds words that stand at `from`, white space of any length made one space. */
  flow(words: string, from: number, to = from + words.length): void {
    if (to - from !== words.length) {
      this.#piece(words, from, to);
      return;
    }
    for (const { 0: piece, index } of words.matchAll(PIECES)) {
      this.#piece(piece, from + index, from + index + piece.length);
    }
  }

  /** Adds words with their white space as it is. */
  keep(words: string, from: number, to = from + words.length): void {
    if (words === "") return;
    this.#part();
    this.#add(words, from, to);
  }

  /** What comes next is parted from what came before, if there is both. */
  part(by: Parting): void {
    if (PARTING.indexOf(by) > PARTING.indexOf(this.#parting)) this.#parting = by;
  }

  /** The article, of all that was added. */
  finished(format: Format, fileText: string): Article {
    return { format, text: this.#pieces.join(""), fileText, runs: this.#runs, pages: [] };
  }

  #piece(piece: string, from: number, to: number): void {
    if (WHITE.test(piece)) {
      this.#white ??= { from, to };
      return;
    }
    this.#part();
    this.#add(piece, from, to);
  }

  #part(): void {
    const [parting, white] = [this.#parting, this.#white];
    this.#parting = "";
    this.#white = undefined;
    // White space at the beginning of a line says nothing.
    if (this.#length === 0) return;
    if (parting === "" && white !== undefined) this.#add(" ", white.from, white.to);
    else if (parting !== "") {
      this.#pieces.push(parting);
      this.#length += parting.length;
    }
  }

  #add(piece: string, from: number, to: number): void {
    const start = this.#length;
    const end = start + piece.length;
    this.#pieces.push(piece);
    this.#length = end;
    const last = this.#runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.to === from &&
      last.end === start &&
      last.end - last.start === last.to - last.from &&
      piece.length === to - from;
    if (goesOn) this.#runs[this.#runs.length - 1] = { start: last.start, end, from: last.from, to };
    else this.#runs.push({ start, end, from, to });
  }
}
