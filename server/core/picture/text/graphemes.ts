/** What a reader takes for one character. */

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Text in which each code unit is a character of its own, whatever surrounds it: spares the segmenter. */
const simpleText = /^[\x20-\u02ff\u2010-\u2027]*$/;

export const isSimpleText = (text: string): boolean => simpleText.test(text);

/** The characters of a text as a reader counts them: a letter with its marks, a family of emoji, a flag. */
export function graphemes(text: string): readonly string[] {
  return isSimpleText(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
}
