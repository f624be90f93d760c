/** Articles as the documents that a request is about, or that an answer leads into. */
import type { LocationLink, Range } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { Passage } from "../../../core/sources/article.ts";
import { type ArticleDocument, documentOf } from "../../../core/sources/articleDocument.ts";
import { fileShown, opensAs } from "../../../core/sources/readerTextUri.ts";
import type { SourceText } from "../../../core/sources/readSource.ts";
import { normalUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/** The file of the article that is open under a URI. */
export function fileOfDocument(uri: string): string {
  const file = fileShown(uri);
  return file === undefined ? uri : normalUri(file);
}

/**
 * The document under a URI, where it is an article that some map names as a source, and has been read. All others cost nothing.
 * The bytes of a file are none.
 */
export function citedDocument(workspace: Workspace, uri: string): ArticleDocument | undefined {
  const file = fileOfDocument(uri);
  if (workspace.get(uri) !== undefined || workspace.citations.sourcesOf(file).size === 0) return undefined;
  const read = workspace.sources.at(file);
  const document = read.state === "found" ? documentOf(read.article, file, uri) : undefined;
  return document?.isRaw === true ? undefined : document;
}

/** Whether some map names the document as a source; begins to read it if so. */
export function isCited(workspace: Workspace, uri: string): boolean {
  const file = fileOfDocument(uri);
  if (workspace.citations.sourcesOf(file).size === 0) return false;
  workspace.citations.in(file);
  return true;
}

/** An article as it opens in an editor. */
export const opened = ({ article, uri }: Extract<SourceText, { state: "found" }>): ArticleDocument =>
  documentOf(article, uri, opensAs(uri, article.format));

/** A passage with all of the paragraphs that it stands in. */
export function around(document: ArticleDocument, { start, end }: Passage): Passage {
  const [first, last] = [document.paragraphAt(start), document.paragraphAt(Math.max(start, end - 1))];
  return { start: Math.min(first?.start ?? start, start), end: Math.max(last?.end ?? end, end) };
}

/** Where a quote leads. */
export interface QuotePlaces {
  readonly source: Entry;
  readonly document: ArticleDocument;
  /** Where its words stand, in order; where they are there no more, the passage in their place. */
  readonly passages: readonly Passage[];
  /** Whether its words are there no more. */
  readonly isGone: boolean;
}

/** Where a quote leads in the article that it is from; undefined where that cannot be read. */
export function placesOfQuote(workspace: Workspace, quote: Entry): QuotePlaces | undefined {
  const found = workspace.sources.placesOf(quote);
  if (found === undefined) return undefined;
  const { source, passages, article } = found;
  const document = opened({ state: "found", ...found });
  const last = passages.length > 0 ? undefined : workspace.anchors.placeIn(quote, article);
  return { source, document, passages: last === undefined ? passages : [last], isGone: last !== undefined };
}

/** Links to the passages that a quote is from, each selected in its paragraph. */
export function passageLinks(workspace: Workspace, quote: Entry, originSelectionRange: Range): readonly LocationLink[] {
  const found = placesOfQuote(workspace, quote);
  if (found === undefined) return [];
  const { document, passages } = found;
  return passages.map((passage) => ({
    targetUri: document.uri,
    targetRange: document.rangeOf(around(document, passage)),
    targetSelectionRange: document.rangeOf(passage),
    originSelectionRange,
  }));
}
