/** Articles as the documents that a request is about, or that an answer leads into. */
import type { LocationLink, Range } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { Passage } from "../../../core/sources/article.ts";
import { type ArticleDocument, documentOf } from "../../../core/sources/articleDocument.ts";
import { articleUri, fileOfReaderText } from "../../../core/sources/readerTextUri.ts";
import type { SourceText } from "../../../core/sources/readSource.ts";
import { normaliseUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** The file of the article that is open under a URI. */
export function articleFileOf(uri: string): string {
  const file = fileOfReaderText(uri);
  return file === undefined ? uri : normaliseUri(file);
}

/**
 * The document under a URI, where it is an article that some map names as a source, and has been read. All others cost nothing.
 * The bytes of a file are none.
 */
export function citedDocument(workspace: Workspace, uri: string): ArticleDocument | undefined {
  const file = articleFileOf(uri);
  if (workspace.get(uri) !== undefined || workspace.citations.sourcesOf(file).size === 0) return undefined;
  const result = workspace.sources.articleAt(file);
  const document = result.state === "found" ? documentOf(result.article, file, uri) : undefined;
  return document?.isRaw === true ? undefined : document;
}

/** Whether some map names the document as a source; begins to read it if so. */
export function isCited(workspace: Workspace, uri: string): boolean {
  const file = articleFileOf(uri);
  if (workspace.citations.sourcesOf(file).size === 0) return false;
  workspace.citations.passagesIn(file);
  return true;
}

/** An article as it opens in an editor. */
export const toArticleDocument = ({ article, uri }: Extract<SourceText, { state: "found" }>): ArticleDocument =>
  documentOf(article, uri, articleUri(uri, article.format));

/** A passage with all of the paragraphs that it stands in. */
export function enclosingParagraphs(document: ArticleDocument, { start, end }: Passage): Passage {
  const [first, last] = [document.paragraphAt(start), document.paragraphAt(Math.max(start, end - 1))];
  return { start: Math.min(first?.start ?? start, start), end: Math.max(last?.end ?? end, end) };
}

/** Where a quote leads. */
export interface QuoteLocation {
  readonly source: Entry;
  readonly document: ArticleDocument;
  /** Where its words stand, in order; where they are there no more, the passage in their place. */
  readonly passages: readonly Passage[];
  /** Whether its words are there no more. */
  readonly isMissing: boolean;
}

/** Where a quote leads in the article that it is from; undefined where that cannot be read. */
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

/** Links to the passages that a quote is from, each selected in its paragraph. */
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
