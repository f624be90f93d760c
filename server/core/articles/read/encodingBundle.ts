/** Finds the encoding of a file. Built as a separate bundle, which is loaded with the first file that is not UTF-8. */
import { detect } from "chardet";
// @ts-expect-error: the library has no types
import sniff from "html-encoding-sniffer";
import type { ArticleFormat } from "../article.ts";

/** The encoding of a file. */
export interface DetectedEncoding {
  readonly name: string;
  /** Whether it follows from the frequency of bytes, as the file does not declare it. */
  readonly isGuessed: boolean;
}

/** Browsers look for a declaration only in the first kilobyte; saved pages may have long comments before it. */
const PRESCAN_BYTES = 16 * 1024;

/** Letters of other encodings are also letters here, so it is the most useful guess. */
const DEFAULT_ENCODING = "windows-1252";

const sniffEncoding: (bytes: Uint8Array, options: object) => string = sniff;

/** Returns the encoding that a page declares, or else the likeliest one. */
export function detectEncoding(bytes: Uint8Array, format: ArticleFormat): DetectedEncoding {
  const declared = declaredEncoding(bytes, format);
  return declared === undefined
    ? { name: likeliestEncoding(bytes), isGuessed: true }
    : { name: declared, isGuessed: false };
}

function declaredEncoding(bytes: Uint8Array, format: ArticleFormat): string | undefined {
  if (format !== "html" && format !== "xhtml") return undefined;
  const declared =
    (format === "xhtml" ? sniffEncoding(bytes, { xml: true, defaultEncoding: "" }) : "") ||
    sniffEncoding(bytes, { maxPrescanBytes: PRESCAN_BYTES, defaultEncoding: "" });
  return declared === "" ? undefined : declared.toLowerCase();
}

function likeliestEncoding(bytes: Uint8Array): string {
  const detected = detect(bytes);
  // The file is not UTF-8, or it would not be asked for.
  if (detected === null || /^utf-8|ascii$/i.test(detected)) return DEFAULT_ENCODING;
  try {
    return new TextDecoder(detected).encoding;
  } catch {
    return DEFAULT_ENCODING;
  }
}
