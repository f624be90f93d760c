/**
 * The documents that show what a reader sees of a file that no editor shows as text. Their URI is made of that of the file
 * here, and nowhere else.
 */
import type { ArticleFormat } from "./article.ts";

/** The scheme of these documents. */
export const READER_TEXT_SCHEME = "argmap-source";

/** The URI under which the reader's text of a file is shown: the same path, and of files that lie elsewhere than on disk the scheme. */
export function readerTextUri(file: string): string {
  const colon = file.indexOf(":");
  const scheme = file.slice(0, colon);
  return `${READER_TEXT_SCHEME}${file.slice(colon)}${scheme === "file" ? "" : `?${scheme}`}`;
}

/** The file whose text is shown under a URI; undefined for all other URIs. */
export function fileOfReaderText(uri: string): string | undefined {
  if (!uri.startsWith(`${READER_TEXT_SCHEME}:`)) return undefined;
  const query = uri.lastIndexOf("?");
  const scheme = query < 0 ? "file" : uri.slice(query + 1);
  return `${scheme}:${uri.slice(READER_TEXT_SCHEME.length + 1, query < 0 ? undefined : query)}`;
}

/** Where an article opens: a PDF as the text that a reader sees, all others as they are. */
export const articleUri = (file: string, format: ArticleFormat): string =>
  format === "pdf" ? readerTextUri(file) : file;
