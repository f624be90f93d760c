/** Shortens texts to one line. */
import { graphemeStart } from "./graphemes.ts";

/** White space other than single spaces between words. */
const IRREGULAR_SPACE = /\s\s|[^\S ]|^\s|\s$/;

/**
 * Returns the start of a text on one line, with `…` in the place of what exceeds `maxLength` UTF-16 code units. It cuts
 * between words if there is a space nearby, and never within a grapheme.
 */
export function truncate(text: string, maxLength: number): string {
  // Cutting a long text roughly first makes the cost independent of its length.
  const roughCut = text.slice(0, maxLength * 3);
  const line = IRREGULAR_SPACE.test(roughCut) ? roughCut.replace(/\s+/g, " ").trim() : roughCut;
  if (line.length <= maxLength) return line;
  const space = line.lastIndexOf(" ", maxLength);
  // Segmenting is slow, and a space before a letter or digit is always a grapheme of its own.
  if (space > maxLength / 2 && /^[\p{L}\p{N}]/u.test(line.slice(space + 1, space + 3)))
    return `${line.slice(0, space)}…`;
  const end = graphemeStart(line, maxLength) || maxLength;
  const before = line.lastIndexOf(" ", end);
  return `${line.slice(0, before > maxLength / 2 ? before : end).trimEnd()}…`;
}
