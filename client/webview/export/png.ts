/** SVG into PNG, by the browser that shows the page. */

/** An image of so many pixels cannot be made; the message says what can. */
export class TooLarge extends Error {}

/** What Chromium draws at most: pixels to a side, and in all. */
const most = { side: 16_384, area: 16_384 * 16_384 };

/** The SVG as a PNG with `scale` pixels for each of its own. Throws {@link TooLarge}. */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error("the browser cannot read it."));
      image.src = address;
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    checkSize(width, height, scale);
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngFrom(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function checkSize(width: number, height: number, scale: number): void {
  const possible = Math.min(most.side / Math.max(width, height), Math.sqrt(most.area / (width * height)));
  if (scale <= possible) return;
  const size = `${Math.ceil(width * scale).toLocaleString("en")} × ${Math.ceil(height * scale).toLocaleString("en")}`;
  const smaller = Math.floor(possible * 100) / 100;
  throw new TooLarge(
    `At scale ${scale} the image would have ${size} pixels; at most ${most.side.toLocaleString("en")} to a side can be drawn. ` +
      (smaller >= 1
        ? `Choose a scale of ${smaller} or less, or export an SVG or PDF.`
        : "Fold or focus what you show, or export an SVG or PDF."),
  );
}

/** What a canvas shows. */
export function pngFrom(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("there is no memory for it.")))),
  );
}

/** The bytes of a file in base 64. */
export function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(`${reader.result}`.replace(/^[^,]*,/, ""));
    reader.readAsDataURL(blob);
  });
}
