/** User-perceived characters (extended grapheme clusters, UAX #29). */
import { segmentsOf } from "./segments.ts";

/**
 * Matches text in which each UTF-16 code unit is a grapheme cluster, so that the slower segmenter is not needed: Latin letters,
 * dashes, arrows and signs such as a minus.
 */
const simpleText = /^[\x20-\u02ff\u2010-\u2027\u2190-\u22ff]*$/;

/** Whether each UTF-16 code unit of a text is a grapheme cluster. May be false for such a text, never true for another. */
export const isSimpleText = (text: string): boolean => simpleText.test(text);

/** The grapheme clusters of a text: a letter with its diacritics, an emoji sequence or a flag is one. */
export function graphemes(text: string): readonly string[] {
  return isSimpleText(text) ? text.split("") : Array.from(segmentsOf(text, "grapheme"), ({ segment }) => segment);
}

/** Returns the start of the grapheme cluster that contains a code unit of a text; `index` must be inside the text. */
export const graphemeStart = (text: string, index: number): number =>
  segmentsOf(text, "grapheme").containing(index)?.index ?? index;
