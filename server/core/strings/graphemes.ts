/** User-perceived characters (extended grapheme clusters, UAX #29). */

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Matches text in which each UTF-16 code unit is a grapheme cluster, so that the slower segmenter is not needed. */
const simpleText = /^[\x20-\u02ff\u2010-\u2027]*$/;

/** Whether each UTF-16 code unit of a text is a grapheme cluster. May be false for such a text, never true for another. */
export const isSimpleText = (text: string): boolean => simpleText.test(text);

/** The grapheme clusters of a text: a letter with its diacritics, an emoji sequence or a flag is one. */
export function graphemes(text: string): readonly string[] {
  return isSimpleText(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns the start of the grapheme cluster that contains a code unit of a text; `index` must be inside the text. */
export const graphemeStart = (text: string, index: number): number =>
  segmenter.segment(text).containing(index)?.index ?? index;
