/**
 * Decodes UTF-8, or UTF-16 with a byte-order mark, and drops the mark as editors do. Returns undefined if the bytes are not
 * text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A NUL character indicates a binary file.
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
