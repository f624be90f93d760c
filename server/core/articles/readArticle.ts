/** Reads the file of a source. The result is an article or the reason why there is none. */
import type { Article, ArticleFormat, BinaryFormat, MarkupFormat, Page } from "./article.ts";
import { isBinary, plainArticle } from "./article.ts";
import { decodeText } from "./read/decode.ts";

/** Files larger than this are not read. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Why a file that exists yields no article. */
export type ReadFailure =
  /** The file is larger than {@link MAX_BYTES}, or the text that is packed in it is. */
  | { readonly state: "too-large"; readonly bytes: number; readonly isUnpacked?: true }
  /** The path names a folder or a device, or access is denied. */
  | { readonly state: "denied" }
  /** The file name has the extension of a format that Argmap does not read, such as a document of an older word processor. */
  | { readonly state: "unsupported" }
  /** The content is not text. */
  | { readonly state: "binary" }
  /** The content does not match the format of the file, or its reader failed. */
  | { readonly state: "broken" }
  /** A document that requires a password or a key. */
  | { readonly state: "password-protected" }
  /** A PDF without a text layer, such as a scan, or an e-book of pictures. */
  | { readonly state: "no-text" }
  /** Reading exceeded the limit of time or memory. */
  | { readonly state: "timed-out" }
  /** The editor, which reads the file, has not answered yet. */
  | { readonly state: "unanswered" };

/** The result of reading a file that exists. */
export type ReadResult = { readonly state: "found"; readonly article: Article } | ReadFailure;

/** The result of reading the `file` of a source. */
export type SourceArticle =
  | { readonly state: "found"; readonly uri: string; readonly article: Article }
  | (ReadFailure & { readonly uri: string })
  | { readonly state: "missing"; readonly uri: string }
  /** The file lies outside the folders of the workspace and the folder of the map. */
  | { readonly state: "outside"; readonly uri: string }
  /** The source names no file, or the file is still being read. */
  | { readonly state: "unknown" };

/** The content of a file that may take long to read. */
export type ReadTask =
  | { readonly format: MarkupFormat; readonly text: string }
  | { readonly format: BinaryFormat; readonly bytes: Uint8Array };

/** Reads an article where it blocks nothing, with a limit of time and memory; `signal` cancels the read. */
export type ReadInBackground = (task: ReadTask, signal: AbortSignal) => Promise<ReadResult>;

/** Markup longer than this, in UTF-16 units, is read in the background: Markdown parsers take quadratic time on some texts. */
const MAX_INLINE_MARKUP = 2_000;

const FORMATS: ReadonlyMap<string, ArticleFormat> = new Map([
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "xhtml"],
  ["vtt", "subtitles"],
  ["srt", "subtitles"],
  ["docx", "docx"],
  ["docm", "docx"],
  ["odt", "odt"],
  ["ott", "odt"],
  ["epub", "epub"],
  ["eml", "email"],
  ["mhtml", "web-archive"],
  ["mht", "web-archive"],
  ["pdf", "pdf"],
]);

/** Returns the format of a file by its extension; plain text by default. */
export const formatOf = (name: string): ArticleFormat =>
  FORMATS.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "") ?? "plain";

/** Document formats that are not read. Reading them as plain text would include their markup. */
const UNSUPPORTED_EXTENSIONS = /\.(?:rtf|doc|dot[xm]?|fodt|pages|wpd|mobi|azw3?|djvu|pptx?|odp)$/i;

const isUnsupported = (name: string): boolean => UNSUPPORTED_EXTENSIONS.test(name);

/** A file as it is on disk. */
export interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The encoding that a source gives; undefined to find it out. */
  readonly encoding: string | undefined;
}

/** Reads an article from the bytes of its file. */
export async function readBytes(
  { name, bytes, encoding }: FileContent,
  readInBackground: ReadInBackground,
  signal: AbortSignal,
): Promise<ReadResult> {
  if (isUnsupported(name)) return { state: "unsupported" };
  const format = formatOf(name);
  if (isBinary(format)) return readInBackground({ format, bytes }, signal);
  const decoded = await decodeText(bytes, format, encoding);
  if (decoded === undefined) return { state: "binary" };
  const { text, guessedEncoding } = decoded;
  const result = await readLongText(name, text, readInBackground, signal);
  return result.state === "found" && guessedEncoding !== undefined
    ? { ...result, article: { ...result.article, guessedEncoding } }
    : result;
}

/** Reads an article from the text of its file, in the background if that may take long. */
export async function readLongText(
  name: string,
  text: string,
  readInBackground: ReadInBackground,
  signal: AbortSignal,
): Promise<ReadResult> {
  if (isUnsupported(name)) return { state: "unsupported" };
  const format = formatOf(name);
  return isMarkup(format) && text.length > MAX_INLINE_MARKUP
    ? readInBackground({ format, text }, signal)
    : { state: "found", article: await readText(name, text) };
}

/** Reads an article from the text of its file, on the calling thread and without a time limit. */
export async function readText(name: string, text: string): Promise<Article> {
  const format = formatOf(name);
  if (!isMarkup(format)) return plainArticle(format, text, splitAtFormFeeds(text));
  const { readMarkup } = await import("./read/markupBundle.ts");
  return readMarkup(format, text);
}

const isMarkup = (format: ArticleFormat): format is MarkupFormat =>
  format === "html" || format === "xhtml" || format === "markdown" || format === "subtitles";

/** Returns the pages of a plain text. Tools that convert PDF to text separate pages by form feeds. */
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
