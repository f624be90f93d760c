/** Articles as documents with URIs and positions. */
import type { LocationLink, Range } from "vscode-languageserver";
import type { Passage } from "../../../core/articles/article.ts";
import { type ArticleDocument, documentOf } from "../../../core/articles/articleDocument.ts";
import type { SourceArticle } from "../../../core/articles/readArticle.ts";
import { articleUri, fileOfReaderText } from "../../../core/articles/readerTextUri.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** Returns the URI of the article's file for the URI of a document, which may be that of the reader text. */
export function articleFileOf(uri: string): string {
  const file = fileOfReaderText(uri);
  return file === undefined ? uri : normalizeUri(file);
}

/**
 * Returns the document of an article that has been read and that a map has as a source. Returns undefined for other
 * files, without reading them, and for the raw content of a file such as a PDF.
 */
export function citedDocument(workspace: Workspace, uri: string): ArticleDocument | undefined {
  const file = articleFileOf(uri);
  if (workspace.get(uri) !== undefined || workspace.citations.sourcesOf(file).size === 0) return undefined;
  const result = workspace.sources.articleAt(file);
  const document = result.state === "found" ? documentOf(result.article, file, uri) : undefined;
  return document?.isRaw === true ? undefined : document;
}

/** Returns an article as the document that an editor opens. */
export const toArticleDocument = ({ article, uri }: Extract<SourceArticle, { state: "found" }>): ArticleDocument =>
  documentOf(article, uri, articleUri(uri, article.format));

/** Returns the paragraphs that contain a passage, as one passage. */
export function enclosingParagraphs(document: ArticleDocument, { start, end }: Passage): Passage {
  const [first, last] = [document.paragraphAt(start), document.paragraphAt(Math.max(start, end - 1))];
  return { start: Math.min(first?.start ?? start, start), end: Math.max(last?.end ?? end, end) };
}

/** The location of a quote in its source. */
export interface QuoteLocation {
  readonly source: Entry;
  readonly document: ArticleDocument;
  /** The passages that match the quote, in text order; if there is none, the passage that replaced it. */
  readonly passages: readonly Passage[];
  /** Whether the article no longer contains the quote. */
  readonly isMissing: boolean;
}

/** Returns the location of a quote; undefined if its article cannot be read. */
export function quoteLocation(workspace: Workspace, quote: Entry): QuoteLocation | undefined {
  const found = workspace.sources.locateQuote(quote);
  if (found === undefined) return undefined;
  const { source, matches, article } = found;
  const document = toArticleDocument({ state: "found", ...found });
  const formerPassage = matches.length > 0 ? undefined : workspace.anchors.locate(quote, article);
  return {
    source,
    document,
    passages: formerPassage === undefined ? matches : [formerPassage],
    isMissing: formerPassage !== undefined,
  };
}

/** Returns links to the passages of a quote, each with its paragraphs as the target range. */
export function passageLinks(workspace: Workspace, quote: Entry, originSelectionRange: Range): readonly LocationLink[] {
  const found = quoteLocation(workspace, quote);
  if (found === undefined) return [];
  const { document, passages } = found;
  return passages.map((passage) => ({
    targetUri: document.uri,
    targetRange: document.rangeOf(enclosingParagraphs(document, passage)),
    targetSelectionRange: document.rangeOf(passage),
    originSelectionRange,
  }));
}
