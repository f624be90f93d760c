/** Lines of text as images, for a document whose fonts lack their script: this browser has found a font. */
import type { TextImage, UnsupportedText } from "../../../server/protocol/previewExport.ts";
import { canvasToPng, toBase64 } from "./png.ts";

/** An image for each line, with `scale` pixels for each of the picture, in these fonts of CSS. */
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
  { text, size, weight, colour, rtl }: UnsupportedText,
  scale: number,
  fonts: string,
): Promise<TextImage> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no text on a canvas.");
  const prepare = (): void => {
    context.font = `${weight} ${size * scale}px ${fonts}`;
    context.direction = rtl ? "rtl" : "ltr";
    context.textAlign = "left";
    context.fillStyle = colour;
  };
  prepare();
  const metrics = context.measureText(text);
  // Ink may reach beyond the line on all sides.
  const above = Math.ceil(Math.max(metrics.actualBoundingBoxAscent, size * scale)) + 1;
  const below = Math.ceil(Math.max(metrics.actualBoundingBoxDescent, (size * scale) / 4)) + 1;
  canvas.width = Math.max(1, Math.ceil(metrics.width));
  canvas.height = above + below;
  // A new size has put everything back.
  prepare();
  context.fillText(text, 0, above);
  return {
    png: await toBase64(await canvasToPng(canvas)),
    width: canvas.width / scale,
    above: above / scale,
    below: below / scale,
  };
}
