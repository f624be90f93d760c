/** The shapes of a picture on a page of a PDF. */
import type { Shape } from "../../core/picture/render/draw.ts";
import type { Weight } from "../../core/picture/text/measure.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { Fonts } from "./fonts.ts";
import { type Run, runsOf, widthOf } from "./textRuns.ts";

/** A page's surface, of which only this is used. */
export type Surface = PDFKit.PDFDocument;

/** A piece of text that no font at hand can write, drawn by somebody else: see `writings`. */
export interface Image {
  /** The path or bytes of a PNG. */
  readonly png: Uint8Array;
  /** In pixels of the picture; above and below from the baseline on. */
  readonly width: number;
  readonly above: number;
  readonly below: number;
}

export interface Inks {
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Images by the key of what they say. */
  readonly images: ReadonlyMap<string, Image>;
}

/** A line of text as a shape says it. */
interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly rtl: boolean;
  readonly anchor: "start" | "end" | "middle";
}

/** A piece that no font has, with all that an image of it depends on. */
export interface Writing {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly rtl: boolean;
}

/** The same for pieces that look the same. */
export const keyOf = ({ text, size, weight, colour, rtl }: Writing): string =>
  JSON.stringify([text, size, weight, colour, rtl]);

/** All pieces of the text in some shapes that no font has, each once. */
export function unwritten(shapes: readonly Shape[], theme: Theme, fonts: Fonts): readonly Writing[] {
  const found = new Map<string, Writing>();
  const look = (shape: Shape): void => {
    if (shape.live) return;
    if (shape.tag === "text") {
      const words = wordsOf(shape, theme);
      for (const run of runsOf(words.text, words.rtl, words.weight, fonts)) {
        const writing = run.face === undefined ? writingOf(run, words) : undefined;
        if (writing !== undefined) found.set(keyOf(writing), writing);
      }
    } else if (shape.tag !== "title") {
      for (const child of shape.children ?? []) if (typeof child !== "string") look(child);
    }
  };
  shapes.forEach(look);
  return [...found.values()];
}

const writingOf = ({ text, rtl }: Run, { size, weight, colour }: Words): Writing => ({
  text,
  size,
  weight,
  colour,
  rtl,
});

/** Paints a shape, and all within it, in the units of the picture. */
export function paint(on: Surface, shape: Shape, inks: Inks): void {
  const { tag, attributes, live } = shape;
  if (live) return;
  switch (tag) {
    case "title":
      return;
    case "text":
      write(on, wordsOf(shape, inks.theme), inks);
      return;
    case "g": {
      const [x, y] = translation(attributes["transform"]);
      on.save();
      on.translate(x, y);
      if (attributes["opacity"] !== undefined) on.opacity(Number(attributes["opacity"]));
      for (const child of shape.children ?? []) if (typeof child !== "string") paint(on, child, inks);
      on.restore();
      return;
    }
    case "rect": {
      const { x = 0, y = 0, width = 0, height = 0, rx = 0 } = attributes;
      const radius = Math.min(Number(rx), Number(width) / 2, Number(height) / 2);
      on.roundedRect(Number(x), Number(y), Number(width), Number(height), radius);
      break;
    }
    case "circle":
      on.circle(Number(attributes["cx"] ?? 0), Number(attributes["cy"] ?? 0), Number(attributes["r"] ?? 0));
      break;
    case "path":
      on.path(`${attributes["d"] ?? ""}`);
      break;
    default:
      throw new Error(`There is no way to paint ${tag satisfies never}.`);
  }
  fillAndStroke(on, shape, inks.theme);
}

/** Ends the path that has been begun: fills it, strokes it, or neither. */
function fillAndStroke(on: Surface, { attributes, fill, stroke }: Shape, theme: Theme): void {
  const inside = fill === undefined || fill === "none" ? undefined : theme[fill];
  const edge = stroke === undefined ? undefined : theme[stroke];
  if (edge !== undefined) {
    on.lineWidth(Number(attributes["stroke-width"] ?? 1));
    on.lineCap(attributes["stroke-linecap"] === "round" ? "round" : "butt");
    const dashes = `${attributes["stroke-dasharray"] ?? ""}`.split(/[ ,]+/).filter(Boolean).map(Number);
    // A dot is a stroke of no length with round ends; the library asks for some length.
    const [first = 0, space = first] = dashes.map((length) => Math.max(length, 0.01));
    if (first > 0) on.dash(first, { space });
    else on.undash();
  }
  if (inside !== undefined && edge !== undefined) on.fillAndStroke(inside, edge);
  else if (inside !== undefined) on.fill(inside);
  else if (edge !== undefined) on.stroke(edge);
  else on.addContent("n");
}

function translation(transform: string | number | undefined): readonly [x: number, y: number] {
  const [, x, y] = /^translate\((\S+?)[ ,]+(\S+)\)$/.exec(`${transform ?? ""}`) ?? [];
  return [Number(x ?? 0), Number(y ?? 0)];
}

function wordsOf({ attributes, fill, children = [] }: Shape, theme: Theme): Words {
  const anchor = attributes["text-anchor"];
  return {
    text: children.filter((child) => typeof child === "string").join(""),
    x: Number(attributes["x"] ?? 0),
    y: Number(attributes["y"] ?? 0),
    size: Number(attributes["font-size"] ?? 13),
    weight: Number(attributes["font-weight"] ?? 400) >= 600 ? 600 : 400,
    colour: fill === undefined || fill === "none" ? theme.text : theme[fill],
    rtl: attributes["direction"] === "rtl",
    anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
  };
}

/** Puts a line of text down, piece by piece. */
export function write(on: Surface, words: Words, inks: Inks): void {
  const { size, weight, colour, rtl, anchor } = words;
  const pieces = runsOf(words.text, rtl, weight, inks.fonts).map((run) => {
    const image = run.face === undefined ? inks.images.get(keyOf(writingOf(run, words))) : undefined;
    return { run, image };
  });
  const fromLeft = !rtl && anchor === "start";
  // To shape text takes most of the time of a document: a line of one piece that begins at its place need not be measured.
  const widths =
    fromLeft && pieces.length === 1 ? [0] : pieces.map(({ run, image }) => image?.width ?? widthOf(run, size, weight));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const before = anchor === "middle" ? whole / 2 : (anchor === "end") === rtl ? 0 : whole;
  let x = words.x - before;
  for (const [index, { run, image }] of pieces.entries()) {
    const width = widths[index] ?? 0;
    if (image !== undefined) {
      const height = image.above + image.below;
      on.image(Buffer.from(image.png), x, words.y - image.above, { width: image.width, height });
    } else if (run.face !== undefined) {
      on.registerFont(run.face.key, run.face.font as unknown as PDFKit.Mixins.PDFFontSource); // It takes fonts of fontkit, too.
      on.font(run.face.key, size);
      on.fillColor(colour);
      on.text(run.text, x, words.y, textOptions(run, width));
    }
    x += width;
  }
}

/** With the features named, even if they are none, the library lays out a piece as a whole, and not word by word from left to right. */
const textOptions = ({ rtl }: Run, textWidth: number): PDFKit.Mixins.TextOptions => ({
  lineBreak: false,
  baseline: "alphabetic",
  ...(rtl ? { features: [] } : {}),
  // Not in the types: spares measuring once more, for links and underlines that there are none of.
  ...{ textWidth, wordCount: 1 },
});
