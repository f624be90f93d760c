/** Turns the bytes of a file to import into text. */
import { ImportError } from "./format.ts";

/** Files up to this size are imported. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** Throws {@link ImportError} if a file is too large to be imported. */
export function assertImportSize(bytes: number): void {
  if (bytes > MAX_IMPORT_BYTES)
    throw new ImportError(
      `The file is ${Math.ceil(bytes / MEGABYTE)} MB, but only files of up to ${MAX_IMPORT_BYTES / MEGABYTE} MB can be imported.`,
    );
}

/**
 * Returns the text of a file in UTF-8, or in UTF-16 with a byte-order mark. Throws {@link ImportError} for any other, and for an
 * empty file.
 */
export function decodeInput(bytes: Uint8Array): string {
  assertImportSize(bytes.length);
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(
      "The file is not in UTF-8. Save it as UTF-8 and import it again.",
      encoding === "utf-8" ? invalidLine(bytes) : undefined,
    );
  }
  if (text.trim() === "") throw new ImportError("The file is empty.");
  const zero = text.indexOf("\0");
  if (zero >= 0) throw new ImportError("The file is not text: it contains binary data.", lineAt(text, zero));
  return text;
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Returns the line of the first byte that is not UTF-8. */
function invalidLine(bytes: Uint8Array): number {
  const lineFeed = 10;
  let line = 1;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    line++;
    start = end;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Returns the line of an offset in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
