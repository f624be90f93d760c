/** Lines of text as images, for a document whose fonts lack their script: this browser has found a font. */
import type { Writing, Written } from "../../../server/protocol/previewExport.ts";
import { base64, pngFrom } from "./png.ts";

/** An image for each line, with `scale` pixels for each of the picture, in these fonts of CSS. */
export async function writingsOf(writings: readonly Writing[], scale: number, fonts: string): Promise<Written[]> {
  const made: Written[] = [];
  for (const writing of writings) made.push(await written(writing, scale, fonts));
  return made;
}

async function written({ text, size, weight, colour, rtl }: Writing, scale: number, fonts: string): Promise<Written> {
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
  const measured = context.measureText(text);
  // Ink may reach beyond the line on all sides.
  const above = Math.ceil(Math.max(measured.actualBoundingBoxAscent, size * scale)) + 1;
  const below = Math.ceil(Math.max(measured.actualBoundingBoxDescent, (size * scale) / 4)) + 1;
  canvas.width = Math.max(1, Math.ceil(measured.width));
  canvas.height = above + below;
  // A new size has put everything back.
  prepare();
  context.fillText(text, 0, above);
  return {
    png: await base64(await pngFrom(canvas)),
    width: canvas.width / scale,
    above: above / scale,
    below: below / scale,
  };
}
