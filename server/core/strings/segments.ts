type Granularity = "grapheme" | "word" | "sentence";

/** Created when they are needed: loading the first takes a tenth of the start of a command. */
const segmenters = new Map<Granularity, Intl.Segmenter>();

/** Splits a text by the rules of Unicode, which handle all scripts. */
export function segmentsOf(text: string, granularity: Granularity): Intl.Segments {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter("und", { granularity });
  segmenters.set(granularity, segmenter);
  return segmenter.segment(text);
}
