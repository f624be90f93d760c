/** Measures text with a canvas, exactly as this browser draws it. */
import { cachedMeasure, codeFonts, type TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";

/** Returns a measure for the fonts of a CSS `font-family` value. Throws if the browser has no 2D canvas. */
export function canvasTextMeasure(fontFamily: string): TextMeasure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("Cannot measure text: this browser has no 2D canvas.");
  // Text is drawn at any zoom, so its width must not be rounded to the pixels of one.
  context.textRendering = "geometricPrecision";
  let font = "";
  return cachedMeasure({
    width(text, size, weight, typeface) {
      const slant = typeface === "italic" ? "italic " : "";
      const requestedFont = `${slant}${weight} ${size}px ${typeface === "code" ? codeFonts : fontFamily}`;
      // Setting the font costs far more than measuring a word.
      if (requestedFont !== font) context.font = font = requestedFont;
      return context.measureText(text).width;
    },
  });
}
