/** Renders lines of text as images, for documents whose fonts lack the script of the text. */
import type { TextImage, UnsupportedText } from "../../../server/protocol/previewExport.ts";
import { canvasToPng, toBase64 } from "./png.ts";

/**
 * Renders each line in fonts as CSS names them, with `scale` pixels of the image per pixel of the picture. Throws if the
 * browser cannot draw.
 */
export async function renderTextImages(
  textRuns: readonly UnsupportedText[],
  scale: number,
  fonts: string,
): Promise<TextImage[]> {
  const images: TextImage[] = [];
  for (const textRun of textRuns) images.push(await renderTextImage(textRun, scale, fonts));
  return images;
}

async function renderTextImage(
  { text, size, weight, color, rtl }: UnsupportedText,
  scale: number,
  fonts: string,
): Promise<TextImage> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser cannot draw text.");
  const prepare = (): void => {
    context.font = `${weight} ${size * scale}px ${fonts}`;
    context.direction = rtl ? "rtl" : "ltr";
    context.textAlign = "left";
    context.fillStyle = color;
  };
  prepare();
  const metrics = context.measureText(text);
  // Glyphs can extend above and below the line.
  const ascent = Math.ceil(Math.max(metrics.actualBoundingBoxAscent, size * scale)) + 1;
  const descent = Math.ceil(Math.max(metrics.actualBoundingBoxDescent, (size * scale) / 4)) + 1;
  canvas.width = Math.max(1, Math.ceil(metrics.width));
  canvas.height = ascent + descent;
  // Setting the size of a canvas has reset its state.
  prepare();
  context.fillText(text, 0, ascent);
  return {
    png: await toBase64(await canvasToPng(canvas)),
    width: canvas.width / scale,
    ascent: ascent / scale,
    descent: descent / scale,
  };
}
