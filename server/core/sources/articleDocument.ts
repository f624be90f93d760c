/** An article as the document that an editor shows of it: its file, or the text that a reader sees. Places in lines and columns. */
import { bisector } from "d3-array";
import { type Range, TextDocument } from "vscode-languageserver-textdocument";
import { type Article, type Passage, toFileRange, toTextRange } from "./article.ts";
import { articleUri } from "./readerTextUri.ts";
import { paragraphsOf } from "./text/paragraphs.ts";

/** All passages are of the reader's text, all ranges of the document. */
export class ArticleDocument {
  readonly article: Article;
  /** The file that the article is read from. */
  readonly file: string;
  /** Under which URI the document is shown. */
  readonly uri: string;
  readonly #isFile: boolean;
  readonly #document: TextDocument;
  #paragraphs: readonly Passage[] | undefined;

  constructor(article: Article, file: string, uri: string) {
    this.article = article;
    this.file = file;
    this.uri = uri;
    this.#isFile = file === uri;
    this.#document = TextDocument.create(uri, article.format, 0, this.#isFile ? article.fileText : article.text);
  }

  /** Whether an editor shows the bytes of a file that has its text elsewhere, as of a PDF: no passage has a place in them. */
  get isRaw(): boolean {
    return this.#isFile && articleUri(this.file, this.article.format) !== this.uri;
  }

  /** Where a passage stands in the document. */
  rangeOf(passage: Passage): Range {
    const { start, end } = this.#isFile ? toFileRange(this.article, passage) : passage;
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** What a reader sees of a range; empty where that is markup only. Ends beyond the text are drawn in to its end. */
  passageOf({ start, end }: Range): Passage {
    const from = this.#document.offsetAt(start);
    const place = { start: from, end: Math.max(from, this.#document.offsetAt(end)) };
    return this.#isFile ? toTextRange(this.article, place) : place;
  }

  /** What stands in a range, as the document writes it. */
  textOf(range: Range): string {
    return this.#document.getText(range);
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
}

const byEnd = bisector((paragraph: Passage) => paragraph.end);

const documentCache = new WeakMap<Article, Map<string, ArticleDocument>>();

/** The document of an article under a URI, made once: to count its lines takes as long as to read it. */
export function documentOf(article: Article, file: string, uri: string): ArticleDocument {
  const documents = documentCache.get(article) ?? new Map<string, ArticleDocument>();
  documentCache.set(article, documents);
  const document = documents.get(uri) ?? new ArticleDocument(article, file, uri);
  documents.set(uri, document);
  return document;
}
