/** Texts cut to fit a line. */

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The first words of a text, on one line: what is beyond `most` UTF-16 units is left out and shown by `…`. Cut between
 * words where there is a space near, and never within what a reader takes for one character.
 */
export function shortened(text: string, most: number): string {
  // A long text is cut roughly first, so that what is left out costs nothing.
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= most) return line;
  const end = characters.segment(line).containing(most)?.index || most;
  const space = line.lastIndexOf(" ", end);
  return `${line.slice(0, space > most / 2 ? space : end).trimEnd()}…`;
}
