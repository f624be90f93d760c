import { messages } from "../messages/messages.ts";

/** Thrown for an image that is larger than the browser can draw. The message is for the user and suggests what to do. */
export class ImageTooLargeError extends Error {}

/** The longest side of a canvas in Chromium, in pixels. Its limit for the area is the square of this. */
const MAX_CANVAS_SIDE = 16_384;

/**
 * Renders an SVG as a PNG, with `scale` pixels per pixel of the SVG. Throws {@link ImageTooLargeError}, and other errors if
 * the browser cannot draw the SVG.
 */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error("the browser cannot read the SVG."));
      image.src = url;
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    assertFitsCanvas(width, height, scale);
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvasToPng(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function assertFitsCanvas(width: number, height: number, scale: number): void {
  const maxScale = MAX_CANVAS_SIDE / Math.max(width, height);
  if (scale <= maxScale) return;
  const { tooLarge, chooseScale, showLess } = messages.exporting;
  const suggestedScale = Math.floor(maxScale * 100) / 100;
  const problem = tooLarge(scale, Math.ceil(width * scale), Math.ceil(height * scale), MAX_CANVAS_SIDE);
  throw new ImageTooLargeError(`${problem} ${suggestedScale >= 1 ? chooseScale(suggestedScale) : showLess}`);
}

/** Encodes a canvas as PNG. Throws if the browser has no memory for it. */
export function canvasToPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(messages.exporting.noMemory)))),
  );
}

/** Encodes a blob in base64. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(`${reader.result}`.replace(/^[^,]*,/, ""));
    reader.readAsDataURL(blob);
  });
}
