/** Texts cut to fit a line. */

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** White space that is not one space between words. */
const IRREGULAR_SPACE = /\s\s|[^\S ]|^\s|\s$/;

/**
 * The first words of a text, on one line: what is beyond `most` UTF-16 units is left out and shown by `…`. Cut between
 * words where there is a space near, and never within what a reader takes for one character.
 */
export function truncate(text: string, maxLength: number): string {
  // A long text is cut roughly first, so that what is left out costs nothing.
  const roughCut = text.slice(0, maxLength * 3);
  const line = IRREGULAR_SPACE.test(roughCut) ? roughCut.replace(/\s+/g, " ").trim() : roughCut;
  if (line.length <= maxLength) return line;
  const space = line.lastIndexOf(" ", maxLength);
  // Looking for whole characters takes its time, and before a letter or digit a space is one by itself.
  if (space > maxLength / 2 && /^[\p{L}\p{N}]/u.test(line.slice(space + 1, space + 3)))
    return `${line.slice(0, space)}…`;
  const end = graphemes.segment(line).containing(maxLength)?.index || maxLength;
  const before = line.lastIndexOf(" ", end);
  return `${line.slice(0, before > maxLength / 2 ? before : end).trimEnd()}…`;
}
