/** An article as a document in an editor, which shows either its file or its reader's text. Converts between passages and ranges. */
import { bisector } from "d3-array";
import { type Range, TextDocument } from "vscode-languageserver-textdocument";
import { type Article, type Passage, toFileRange, toTextRange } from "./article.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { articleUri } from "./readerTextUri.ts";

/** A document that shows an article. Passages refer to the reader's text, ranges to the document. */
export class ArticleDocument {
  readonly article: Article;
  /** URI of the file that the article was read from. */
  readonly file: string;
  /** URI under which the document is shown. */
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

  /** Whether the document shows the raw bytes of a file such as a PDF. No passage has a range in such a document. */
  get isRaw(): boolean {
    return this.#isFile && articleUri(this.file, this.article.format) !== this.uri;
  }

  /** Returns the range of a passage in the document. */
  rangeOf(passage: Passage): Range {
    const { start, end } = this.#isFile ? toFileRange(this.article, passage) : passage;
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** Returns the passage in a range; empty if the range contains only markup. Positions beyond the text are clamped to its end. */
  passageOf({ start, end }: Range): Passage {
    const from = this.#document.offsetAt(start);
    const passage = { start: from, end: Math.max(from, this.#document.offsetAt(end)) };
    return this.#isFile ? toTextRange(this.article, passage) : passage;
  }

  /** Returns the text of a range, as the document contains it. */
  textOf(range: Range): string {
    return this.#document.getText(range);
  }

  /** The paragraphs of the reader's text, in order. */
  get paragraphs(): readonly Passage[] {
    this.#paragraphs ??= paragraphsOf(this.article.text);
    return this.#paragraphs;
  }

  /** Returns the paragraph at an offset of the reader's text, the next one if the offset is between two, or else the last. */
  paragraphAt(offset: number): Passage | undefined {
    const { paragraphs } = this;
    return paragraphs[byEnd.right(paragraphs, offset)] ?? paragraphs.at(-1);
  }
}

const byEnd = bisector((paragraph: Passage) => paragraph.end);

const documentCache = new WeakMap<Article, Map<string, ArticleDocument>>();

/** Returns the document of an article under a URI. Cached, because computing line offsets takes as long as reading the text. */
export function documentOf(article: Article, file: string, uri: string): ArticleDocument {
  const documents = documentCache.get(article) ?? new Map<string, ArticleDocument>();
  documentCache.set(article, documents);
  const document = documents.get(uri) ?? new ArticleDocument(article, file, uri);
  documents.set(uri, document);
  return document;
}
