/** Decodes the bytes of text files. */
import type { ArticleFormat } from "../article.ts";

/** A decoded text. */
export interface DecodedText {
  readonly text: string;
  /** The encoding, in the spelling of the WHATWG, if it was only guessed. */
  readonly guessedEncoding: string | undefined;
}

/** Whether the platform can decode an encoding. */
export function isKnownEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

/**
 * Decodes UTF-8, or UTF-16 with a byte-order mark, and drops the mark as editors do. Returns undefined if the bytes are not
 * text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = decodeAs(bytes, encoding);
  // A NUL character indicates a binary file.
  return text?.includes("\0") === true ? undefined : text;
}

/** The encodings that use only ASCII bytes, such as ISO-2022-JP, switch alphabets with this character. */
const ESCAPE = "\x1b";

/**
 * Decodes a text in any encoding: the given one, else Unicode if the bytes are valid, else the one that a page declares, else
 * the likeliest. Undefined if the bytes are not text.
 */
export async function decodeText(
  bytes: Uint8Array,
  format: ArticleFormat,
  encoding: string | undefined,
): Promise<DecodedText | undefined> {
  if (encoding !== undefined && isKnownEncoding(encoding)) {
    const text = decodeAs(bytes, encoding, { fatal: false });
    return text === undefined ? undefined : { text, guessedEncoding: undefined };
  }
  const unicode = decode(bytes);
  if (unicode !== undefined && !unicode.includes(ESCAPE)) return { text: unicode, guessedEncoding: undefined };
  const { detectEncoding } = await import("./encodingBundle.ts");
  const { name, isGuessed } = detectEncoding(bytes, format);
  const text = decodeAs(bytes, name, { fatal: false });
  if (text !== undefined && isReadable(text)) return { text, guessedEncoding: isGuessed ? name : undefined };
  return unicode === undefined ? undefined : { text: unicode, guessedEncoding: undefined };
}

function decodeAs(bytes: Uint8Array, encoding: string, { fatal } = { fatal: true }): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Control characters, except those of ordinary text, indicate a binary file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;

const isReadable = (text: string): boolean => !CONTROL.test(text);
