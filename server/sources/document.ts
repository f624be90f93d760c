/** An article as the document that an editor shows of it: its file, or the text that a reader sees. Places in lines and columns. */
import { bisector, bisectRight } from "d3-array";
import { type Article, inFile, inText, type Passage } from "./article.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** A place in a document, from 0; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** All passages are of the reader's text, all ranges of the document. */
export class ArticleDocument {
  readonly article: Article;
  /** The file that the article is read from. */
  readonly file: string;
  /** Under which URI the document is shown. */
  readonly uri: string;
  readonly #isFile: boolean;
  readonly #text: string;
  #starts: readonly number[] | undefined;
  #paragraphs: readonly Passage[] | undefined;

  constructor(article: Article, file: string, uri: string) {
    this.article = article;
    this.file = file;
    this.uri = uri;
    this.#isFile = file === uri;
    this.#text = this.#isFile ? article.fileText : article.text;
  }

  /** Where a passage stands in the document. */
  rangeOf(passage: Passage): Range {
    const { start, end } = this.#isFile ? inFile(this.article, passage) : passage;
    return { start: this.#positionAt(start), end: this.#positionAt(end) };
  }

  /** What a reader sees of a range; empty where that is markup only. Ends beyond the text are drawn in to its end. */
  passageOf({ start, end }: Range): Passage {
    const from = this.#offsetAt(start);
    const place = { start: from, end: Math.max(from, this.#offsetAt(end)) };
    return this.#isFile ? inText(this.article, place) : place;
  }

  /** What stands in a range, as the document writes it. */
  textOf({ start, end }: Range): string {
    return this.#text.slice(this.#offsetAt(start), this.#offsetAt(end));
  }

  /** The paragraphs of the reader's text, in order. */
  get paragraphs(): readonly Passage[] {
    this.#paragraphs ??= paragraphsOf(this.article.text);
    return this.#paragraphs;
  }

  /** The paragraph that a passage begins in, or the next one where it begins between two. */
  paragraphAt(offset: number): Passage | undefined {
    const { paragraphs } = this;
    return paragraphs[byEnd.right(paragraphs, offset)] ?? paragraphs.at(-1);
  }

  #positionAt(offset: number): Position {
    const starts = this.#lineStarts();
    const line = Math.max(0, bisectRight(starts, offset) - 1);
    return { line, character: offset - (starts[line] ?? 0) };
  }

  #offsetAt({ line, character }: Position): number {
    const starts = this.#lineStarts();
    const start = starts[line];
    if (line < 0) return 0;
    if (start === undefined) return this.#text.length;
    let end = starts[line + 1] ?? this.#text.length;
    // The end of a line is before what ends it.
    while (end > start && /[\r\n]/.test(this.#text.charAt(end - 1))) end--;
    return Math.min(start + Math.max(0, character), end);
  }

  /** Where each line begins: lines end as editors have them end, at LF, CRLF and CR. */
  #lineStarts(): readonly number[] {
    this.#starts ??= [0, ...Array.from(this.#text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
    return this.#starts;
  }
}

const byEnd = bisector((paragraph: Passage) => paragraph.end);

const known = new WeakMap<Article, Map<string, ArticleDocument>>();

/** The document of an article under a URI, made once: to count its lines takes as long as to read it. */
export function documentOf(article: Article, file: string, uri: string): ArticleDocument {
  const documents = known.get(article) ?? new Map<string, ArticleDocument>();
  known.set(article, documents);
  const document = documents.get(uri) ?? new ArticleDocument(article, file, uri);
  documents.set(uri, document);
  return document;
}
