/** What the file of a source comes to: an article, or a reason why there is none. */
import type { Article, ArticleFormat, Page } from "./article.ts";
import { plainArticle } from "./article.ts";
import { decode } from "./read/decode.ts";

/** No article is larger; what is, is something else. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Why a file that is there gives no article. */
export type ReadFailure =
  /** It is larger than {@link MOST_BYTES}. */
  | { readonly state: "too-large"; readonly bytes: number }
  /** It is a folder or a device, or may not be read. */
  | { readonly state: "denied" }
  /** It is a document of a text processor or a book, which Argmap does not read, whatever is in it. */
  | { readonly state: "foreign" }
  /** It is no text, or none in an encoding that says what it is. */
  | { readonly state: "binary" }
  /** It is not what it begins like or is called, or its reader failed. */
  | { readonly state: "broken" }
  /** A PDF that asks for a password. */
  | { readonly state: "locked" }
  /** A PDF of pictures. */
  | { readonly state: "wordless" }
  /** It takes too much time or memory to be read. */
  | { readonly state: "slow" };

/** What became of reading a file. */
export type ReadResult = { readonly state: "found"; readonly article: Article } | ReadFailure;

/** What the `file` of a source leads to. */
export type SourceText =
  | { readonly state: "found"; readonly uri: string; readonly article: Article }
  | (ReadFailure & { readonly uri: string })
  | { readonly state: "missing"; readonly uri: string }
  /** It lies in no folder of the workspace, nor in that of the map. */
  | { readonly state: "outside"; readonly uri: string }
  /** It says of no file, or of one that is just being read. */
  | { readonly state: "unknown" };

/** Reads the pages of a PDF. */
export type ReadPdf = (bytes: Uint8Array) => Promise<ReadResult>;

export type MarkupFormat = "markdown" | "html" | "xhtml";

/** Reads a long article in markup; `signal` ends that. */
export type ReadMarkup = (format: MarkupFormat, text: string, signal: AbortSignal) => Promise<ReadResult>;

/** What reads where it can be given up if it takes too long. */
export interface Readers {
  readonly readPdf: ReadPdf;
  readonly readMarkup: ReadMarkup;
}

/** Longer markup is read apart: there are texts that a reader of Markdown goes over again for each of their characters. */
const MAX_INLINE_MARKUP = 2_000;

const FORMATS: ReadonlyMap<string, ArticleFormat> = new Map([
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "xhtml"],
  ["pdf", "pdf"],
]);

/** How a file is written, by the end of its name. What is nothing else is plain text. */
export const formatOf = (name: string): ArticleFormat =>
  FORMATS.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "") ?? "plain";

/** Files whose name says that they hold words, in a form that is not read. */
const UNSUPPORTED_EXTENSIONS = /\.(?:rtf|docx?|dotx?|odt|ott|fodt|pages|wpd|epub|mobi|azw3?|djvu|pptx?|odp)$/i;

/** Whether a file is a document of a kind that is not read: as plain text, its markup would come along. */
const isUnsupported = (name: string): boolean => UNSUPPORTED_EXTENSIONS.test(name);

/** Reads an article from the bytes of its file. */
export async function readBytes(
  name: string,
  bytes: Uint8Array,
  readers: Readers,
  signal: AbortSignal,
): Promise<ReadResult> {
  if (isUnsupported(name)) return { state: "foreign" };
  if (formatOf(name) === "pdf") return readers.readPdf(bytes);
  const text = decode(bytes);
  return text === undefined ? { state: "binary" } : readLongText(name, text, readers, signal);
}

/** Reads an article from the text of its file, apart where that may take long. */
export async function readLongText(
  name: string,
  text: string,
  { readMarkup }: Readers,
  signal: AbortSignal,
): Promise<ReadResult> {
  if (isUnsupported(name)) return { state: "foreign" };
  const format = formatOf(name);
  return isMarkup(format) && text.length > MAX_INLINE_MARKUP
    ? readMarkup(format, text, signal)
    : { state: "found", article: await readText(name, text) };
}

/** Reads an article from the text of its file, here and however long it takes. */
export async function readText(name: string, text: string): Promise<Article> {
  const format = formatOf(name);
  if (!isMarkup(format)) return plainArticle(format, text, splitAtFormFeeds(text));
  const { readHtml, readMarkdown } = await import("./read/markupBundle.ts");
  return format === "markdown" ? readMarkdown(text) : readHtml(text, format);
}

const isMarkup = (format: ArticleFormat): format is MarkupFormat =>
  format === "html" || format === "xhtml" || format === "markdown";

/** The pages of a text that has page breaks, as programs put them there that make text of a PDF. */
function splitAtFormFeeds(text: string): readonly Page[] {
  if (!text.includes("\f")) return [];
  const pages: Page[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\f", start) + 1 || text.length;
    const number = pages.length + 1;
    pages.push({ number, label: String(number), start, end });
    start = end;
  }
  return pages;
}
