/** URIs of the virtual documents that show the reader's text of a file, for files that an editor cannot show as text. */
import { type ArticleFormat, isBinary } from "./article.ts";

/** The URI scheme of reader's text documents. */
export const READER_TEXT_SCHEME = "argmap-source";

/** Returns the URI of the reader's text of a file: the same path, with the original scheme as the query unless it is `file`. */
export function readerTextUri(file: string): string {
  const colon = file.indexOf(":");
  const scheme = file.slice(0, colon);
  return `${READER_TEXT_SCHEME}${file.slice(colon)}${scheme === "file" ? "" : `?${scheme}`}`;
}

/** Returns the URI of the file whose reader's text a URI names; undefined for all other URIs. */
export function fileOfReaderText(uri: string): string | undefined {
  if (!uri.startsWith(`${READER_TEXT_SCHEME}:`)) return undefined;
  const query = uri.lastIndexOf("?");
  const scheme = query < 0 ? "file" : uri.slice(query + 1);
  return `${scheme}:${uri.slice(READER_TEXT_SCHEME.length + 1, query < 0 ? undefined : query)}`;
}

/** Returns the URI under which an article opens: the reader's text for a binary format, the file itself for all other formats. */
export const articleUri = (file: string, format: ArticleFormat): string =>
  isBinary(format) ? readerTextUri(file) : file;
