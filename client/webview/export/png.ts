/** SVG into PNG, by the browser that shows the page. */

/** An image of so many pixels cannot be made; the message says what can. */
export class ImageTooLargeError extends Error {}

/** What Chromium draws at most: pixels to a side, and in all. */
const CANVAS_LIMITS = { side: 16_384, area: 16_384 * 16_384 };

/** The SVG as a PNG with `scale` pixels for each of its own. Throws {@link ImageTooLargeError}. */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error("the browser cannot read it."));
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
  const maxScale = Math.min(
    CANVAS_LIMITS.side / Math.max(width, height),
    Math.sqrt(CANVAS_LIMITS.area / (width * height)),
  );
  if (scale <= maxScale) return;
  const size = `${Math.ceil(width * scale).toLocaleString("en")} × ${Math.ceil(height * scale).toLocaleString("en")}`;
  const suggestedScale = Math.floor(maxScale * 100) / 100;
  throw new ImageTooLargeError(
    `At scale ${scale} the image would have ${size} pixels; at most ${CANVAS_LIMITS.side.toLocaleString("en")} to a side can be drawn. ` +
      (suggestedScale >= 1
        ? `Choose a scale of ${suggestedScale} or less, or export an SVG or PDF.`
        : "Fold or focus what you show, or export an SVG or PDF."),
  );
}

/** What a canvas shows. */
export function canvasToPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("there is no memory for it.")))),
  );
}

/** The bytes of a file in base 64. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(`${reader.result}`.replace(/^[^,]*,/, ""));
    reader.readAsDataURL(blob);
  });
}
