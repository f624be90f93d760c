/** Text as wide as this browser draws it. */
import { cachedMeasure, type TextMeasure } from "../../../server/core/picture/text/measure.ts";

/** The measure for the fonts that CSS calls `fonts`. */
export function canvasTextMeasure(fonts: string): TextMeasure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("This browser draws no text on a canvas.");
  // Text is drawn at any zoom, so it is measured without regard to the pixels of one.
  context.textRendering = "geometricPrecision";
  let font = "";
  return cachedMeasure({
    width(text, size, weight) {
      const requestedFont = `${weight} ${size}px ${fonts}`;
      // To set the font is far dearer than to measure a word.
      if (requestedFont !== font) context.font = font = requestedFont;
      return context.measureText(text).width;
    },
  });
}
