/** Paints the shapes of a picture on a page of a PDF. */
import type { Shape } from "../../core/picture/render/shape.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { Weight } from "../../core/picture/typesetting/measure.ts";
import { CODE_SCALE } from "../../core/picture/typesetting/styledText.ts";
import type { UnsupportedText } from "../../protocol/export.ts";
import type { FontSet } from "./fonts.ts";
import { plainStyle, type RunStyle, runWidth, type StyledWords, styledTextRuns, type TextRun } from "./textRuns.ts";

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

/** The context for painting shapes. */
export interface PaintContext {
  readonly theme: Theme;
  readonly fonts: FontSet;
  /** Images of unsupported texts by their `imageKey`. */
  readonly images: ReadonlyMap<string, EmbeddedImage>;
}

/** A line of text with its position and style. */
interface TextLine {
  readonly text: string;
  /** The text in its styles. Absent if all of it is plain. */
  readonly words?: readonly StyledWords[] | undefined;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly rtl: boolean;
  readonly anchor: "start" | "end" | "middle";
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
      for (const run of runsOf(line, fonts)) {
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

const unsupportedTextOf = ({ text, rtl, style }: TextRun, { size, color }: TextLine): UnsupportedText => ({
  text,
  size,
  weight: style.weight,
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
    case "tspan":
    case "a":
      // They are parts of a text.
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

/** Returns the line of text that a `text` shape draws. */
export function textLineOf({ attributes, fill, children = [] }: Shape, theme: Theme): TextLine {
  const anchor = attributes["text-anchor"];
  const weight = weightOf(attributes) ?? 400;
  const words = wordsOf(children, plainStyle(weight));
  return {
    text: words.map(({ text }) => text).join(""),
    words,
    x: Number(attributes["x"] ?? 0),
    y: Number(attributes["y"] ?? 0),
    size: Number(attributes["font-size"] ?? 13),
    weight,
    color: fill === undefined || fill === "none" ? theme.text : theme[fill],
    rtl: attributes["direction"] === "rtl",
    anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
  };
}

function weightOf(attributes: Shape["attributes"]): Weight | undefined {
  const weight = attributes["font-weight"];
  return weight === undefined ? undefined : Number(weight) >= 600 ? 600 : 400;
}

/** Returns the words of a text and of its parts, which may have a style of their own. */
const wordsOf = (children: readonly (Shape | string)[], style: RunStyle): readonly StyledWords[] =>
  children.flatMap((child) => {
    if (typeof child === "string") return [{ text: child, style }];
    const { tag, attributes } = child;
    if (tag === "title") return [];
    return wordsOf(child.children ?? [], {
      weight: weightOf(attributes) ?? style.weight,
      isItalic: style.isItalic || attributes["font-style"] === "italic",
      isCode: style.isCode || attributes["font-family"] !== undefined,
      href: tag === "a" ? `${attributes["href"]}` : style.href,
    });
  });

/** Returns a line of text as runs, each in one font and style, in the order in which they are drawn. */
export const runsOf = ({ text, words, weight, rtl }: TextLine, fonts: FontSet): readonly TextRun[] =>
  styledTextRuns(words ?? [{ text, style: plainStyle(weight) }], rtl, fonts);

/** Returns the size of the words of a run in a line. */
export const sizeOf = ({ style }: TextRun, size: number): number => (style.isCode ? size * CODE_SCALE : size);

/** Draws a line of text run by run. */
export function paintText(surface: PdfSurface, line: TextLine, context: PaintContext): void {
  const { size, color, rtl, anchor } = line;
  const runs = runsOf(line, context.fonts).map((run) => {
    const image = run.face === undefined ? context.images.get(imageKey(unsupportedTextOf(run, line))) : undefined;
    return { run, image };
  });
  const startsAtX = !rtl && anchor === "start";
  // Shaping text takes most of the time of an export, and a single run that starts at x need not be measured.
  const isMeasured = !startsAtX || runs.length > 1 || runs.some(({ run }) => run.style.isCode || run.style.href);
  const widths = !isMeasured
    ? [0]
    : runs.map(({ run, image }) => image?.width ?? runWidth(run, sizeOf(run, size), run.style.weight));
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
      const box = { x, y: line.y, width, size };
      if (run.style.isCode) paintCodeBackground(surface, box, context.theme);
      surface.font(run.face.key, sizeOf(run, size));
      surface.fillColor(color);
      surface.text(run.text, x, line.y, textOptions(run, width));
      if (run.style.href !== undefined) paintLink(surface, box, color, run.style.href);
    }
    x += width;
  }
}

/** Words at a position. `y` is their baseline. */
interface WordBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Paints the background that sets code apart: the shipped font has no fixed-width letters. */
function paintCodeBackground(surface: PdfSurface, { x, y, width, size }: WordBox, theme: Theme): void {
  surface.roundedRect(x - 1, y - size * 0.9, width + 2, size * 1.2, 2).fill(theme.section);
}

/** Underlines the words of a link, and makes them open it. */
function paintLink(surface: PdfSurface, { x, y, width, size }: WordBox, color: string, href: string): void {
  surface.rect(x, y + 1.5, width, 0.6).fill(color);
  surface.link(x, y - size, width, size * 1.3, href);
}

/** Returns options for one run. With `features` set, even to none, the library shapes the whole run instead of word by word. */
const textOptions = ({ rtl, style }: TextRun, textWidth: number): PDFKit.Mixins.TextOptions => ({
  lineBreak: false,
  baseline: "alphabetic",
  ...(rtl ? { features: [] } : {}),
  // The shipped font has no italic letters.
  ...(style.isItalic ? { oblique: true } : {}),
  // Missing in the types. Avoids measuring again for links and underlines, which are not used.
  ...{ textWidth, wordCount: 1 },
});
