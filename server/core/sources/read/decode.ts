/** Bytes to text. */

/**
 * The text of a file, its byte-order mark left out as an editor does: UTF-8, or UTF-16 where it begins with that one's mark.
 * Undefined for whatever is no text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Nobody writes it, and most of what is not meant to be read has one.
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
