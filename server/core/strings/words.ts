/** Words, as Unicode finds them: also in scripts without spaces, such as Chinese and Thai. */

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Splits a text into words and what is between them; `isWordLike` tells which are words. */
export const segmentWords = (text: string): Intl.Segments => segmenter.segment(text);
