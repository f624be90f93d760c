/** Paints the shapes of a picture on a page of a PDF. */
import type { Shape } from "../../core/picture/render/shape.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { UnsupportedText } from "../../protocol/export.ts";
import type { FontSet } from "./fonts.ts";
import { type DrawnLine, textLineOf } from "./textLine.ts";
import { runWidth, type TextRun, textRuns } from "./textRuns.ts";

/** The PDF document whose current page is painted. */
export type PdfSurface = PDFKit.PDFDocument;

/** An image of a text for which no font was found. Sizes are in pixels of the picture. */
export interface EmbeddedImage {
  /** The content of a PNG file. */
  readonly png: Uint8Array;
  readonly width: number;
  /** The height above the baseline. */
  readonly ascent: number;
  /** The height below the baseline. */
  readonly descent: number;
}

/** What painting needs besides the shapes. */
export interface PaintContext {
  readonly theme: Theme;
  readonly fonts: FontSet;
  /** Images of unsupported texts by their `imageKey`. */
  readonly images: ReadonlyMap<string, EmbeddedImage>;
}

/** Returns a key that is equal for texts that look the same. */
export const imageKey = ({ text, size, weight, color, rtl }: UnsupportedText): string =>
  JSON.stringify([text, size, weight, color, rtl]);

/** Returns the distinct texts in some shapes that no font supports. */
export function textWithoutGlyphs(shapes: readonly Shape[], theme: Theme, fonts: FontSet): readonly UnsupportedText[] {
  const found = new Map<string, UnsupportedText>();
  const visit = (shape: Shape): void => {
    if (shape.isInteractive) return;
    if (shape.tag === "text") {
      const line = textLineOf(shape, theme);
      for (const run of textRuns(line.text, line.rtl, line.weight, fonts)) {
        const unsupported = run.face === undefined ? unsupportedTextOf(run, line) : undefined;
        if (unsupported !== undefined) found.set(imageKey(unsupported), unsupported);
      }
    } else if (shape.tag !== "title") {
      for (const child of shape.children ?? []) if (typeof child !== "string") visit(child);
    }
  };
  shapes.forEach(visit);
  return [...found.values()];
}

const unsupportedTextOf = ({ text, rtl }: TextRun, { size, weight, color }: DrawnLine): UnsupportedText => ({
  text,
  size,
  weight,
  color,
  rtl,
});

/** Fills the current page with the background color. */
export function drawBackground(surface: PdfSurface, { theme }: PaintContext): void {
  surface.rect(0, 0, surface.page.width, surface.page.height).fill(theme.background);
}

/** Paints a shape and its children, in pixels of the picture. Interactive shapes are omitted. */
export function paintShape(surface: PdfSurface, shape: Shape, context: PaintContext): void {
  const { tag, attributes, isInteractive } = shape;
  if (isInteractive) return;
  switch (tag) {
    case "title":
      return;
    case "text":
      paintText(surface, textLineOf(shape, context.theme), context);
      return;
    case "g": {
      const [x, y] = translation(attributes["transform"]);
      surface.save();
      surface.translate(x, y);
      if (attributes["opacity"] !== undefined) surface.opacity(Number(attributes["opacity"]));
      for (const child of shape.children ?? []) if (typeof child !== "string") paintShape(surface, child, context);
      surface.restore();
      return;
    }
    case "rect": {
      const { x = 0, y = 0, width = 0, height = 0, rx = 0 } = attributes;
      const radius = Math.min(Number(rx), Number(width) / 2, Number(height) / 2);
      surface.roundedRect(Number(x), Number(y), Number(width), Number(height), radius);
      break;
    }
    case "circle":
      surface.circle(Number(attributes["cx"] ?? 0), Number(attributes["cy"] ?? 0), Number(attributes["r"] ?? 0));
      break;
    case "path":
      surface.path(`${attributes["d"] ?? ""}`);
      break;
    default:
      throw new Error(`Cannot paint the shape ${tag satisfies never}.`);
  }
  fillAndStroke(surface, shape, context.theme);
}

/** Ends the current path: fills it, strokes it, both or neither. */
function fillAndStroke(surface: PdfSurface, { attributes, fill, stroke }: Shape, theme: Theme): void {
  const fillColor = fill === undefined || fill === "none" ? undefined : theme[fill];
  const strokeColor = stroke === undefined ? undefined : theme[stroke];
  if (strokeColor !== undefined) {
    surface.lineWidth(Number(attributes["stroke-width"] ?? 1));
    surface.lineCap(attributes["stroke-linecap"] === "round" ? "round" : "butt");
    const dashes = `${attributes["stroke-dasharray"] ?? ""}`.split(/[ ,]+/).filter(Boolean).map(Number);
    // Dots are dashes of length 0 with round caps, but the library requires a positive length.
    const [first = 0, space = first] = dashes.map((length) => Math.max(length, 0.01));
    if (first > 0) surface.dash(first, { space });
    else surface.undash();
  }
  if (fillColor !== undefined && strokeColor !== undefined) surface.fillAndStroke(fillColor, strokeColor);
  else if (fillColor !== undefined) surface.fill(fillColor);
  else if (strokeColor !== undefined) surface.stroke(strokeColor);
  else surface.addContent("n");
}

function translation(transform: string | number | undefined): readonly [x: number, y: number] {
  const [, x, y] = /^translate\((\S+?)[ ,]+(\S+)\)$/.exec(`${transform ?? ""}`) ?? [];
  return [Number(x ?? 0), Number(y ?? 0)];
}

/** Draws a line of text run by run. */
export function paintText(surface: PdfSurface, line: DrawnLine, context: PaintContext): void {
  const { size, weight, color, rtl, anchor } = line;
  const runs = textRuns(line.text, rtl, weight, context.fonts).map((run) => {
    const image = run.face === undefined ? context.images.get(imageKey(unsupportedTextOf(run, line))) : undefined;
    return { run, image };
  });
  const startsAtX = !rtl && anchor === "start";
  // Shaping text takes most of the time of an export, and a single run that starts at x need not be measured.
  const widths =
    startsAtX && runs.length === 1 ? [0] : runs.map(({ run, image }) => image?.width ?? runWidth(run, size, weight));
  const totalWidth = widths.reduce((sum, width) => sum + width, 0);
  const offset = anchor === "middle" ? totalWidth / 2 : (anchor === "end") === rtl ? 0 : totalWidth;
  let x = line.x - offset;
  for (const [index, { run, image }] of runs.entries()) {
    const width = widths[index] ?? 0;
    if (image !== undefined) {
      const height = image.ascent + image.descent;
      surface.image(Buffer.from(image.png), x, line.y - image.ascent, { width: image.width, height });
    } else if (run.face !== undefined) {
      // The library also accepts fontkit fonts, but its types do not.
      surface.registerFont(run.face.key, run.face.font as unknown as PDFKit.Mixins.PDFFontSource);
      surface.font(run.face.key, size);
      surface.fillColor(color);
      surface.text(run.text, x, line.y, textOptions(run, width));
    }
    x += width;
  }
}

/** Returns options for one run. With `features` set, even to none, the library shapes the whole run instead of word by word. */
const textOptions = ({ rtl }: TextRun, textWidth: number): PDFKit.Mixins.TextOptions => ({
  lineBreak: false,
  baseline: "alphabetic",
  ...(rtl ? { features: [] } : {}),
  // Missing in the types. Avoids measuring again for links and underlines, which are not used.
  ...{ textWidth, wordCount: 1 },
});
