/** Texts cut to fit a line. */

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** White space that is not one space between words. */
const UNEVEN = /\s\s|[^\S ]|^\s|\s$/;

/**
 * The first words of a text, on one line: what is beyond `most` UTF-16 units is left out and shown by `…`. Cut between
 * words where there is a space near, and never within what a reader takes for one character.
 */
export function shortened(text: string, most: number): string {
  // A long text is cut roughly first, so that what is left out costs nothing.
  const rough = text.slice(0, most * 3);
  const line = UNEVEN.test(rough) ? rough.replace(/\s+/g, " ").trim() : rough;
  if (line.length <= most) return line;
  const space = line.lastIndexOf(" ", most);
  // Looking for whole characters takes its time, and before a letter or digit a space is one by itself.
  if (space > most / 2 && /^[\p{L}\p{N}]/u.test(line.slice(space + 1, space + 3))) return `${line.slice(0, space)}…`;
  const end = characters.segment(line).containing(most)?.index || most;
  const before = line.lastIndexOf(" ", end);
  return `${line.slice(0, before > most / 2 ? before : end).trimEnd()}…`;
}
