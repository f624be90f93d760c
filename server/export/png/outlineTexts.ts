/** Replaces text by its outlines, so that a program without fonts can draw it. */
import type { Glyph, GlyphPosition } from "fontkit";
import type { Shape } from "../../core/picture/render/shape.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { FontSet } from "../pdf/fonts.ts";
import { runsOf, sizeOf, textLineOf } from "../pdf/pdfPainter.ts";

/** A glyph with the position of its origin, in pixels. */
interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  /** Pixels for each unit of the font. */
  readonly scale: number;
}

/** Returns the shapes with paths in place of text. Interactive shapes are left out. */
export function outlineTexts(shapes: readonly Shape[], theme: Theme, fonts: FontSet): readonly Shape[] {
  // All text is shaped before the first outline is read: after that, the library no longer knows the characters of a glyph.
  const lines = new Map<Shape, readonly PlacedGlyph[]>();
  const shapeTexts = (shape: Shape): void => {
    if (shape.isInteractive) return;
    if (shape.tag === "text") lines.set(shape, placeGlyphs(textLineOf(shape, theme), fonts));
    else for (const child of shape.children ?? []) if (typeof child !== "string") shapeTexts(child);
  };
  shapes.forEach(shapeTexts);
  const replaceTexts = (shape: Shape): readonly Shape[] => {
    if (shape.isInteractive || shape.tag === "title") return [];
    const glyphs = lines.get(shape);
    if (glyphs !== undefined) {
      const d = glyphs.map(outline).join("");
      return d === "" ? [] : [{ tag: "path", attributes: { d }, fill: shape.fill ?? "text" }];
    }
    const children = (shape.children ?? []).flatMap((child) => (typeof child === "string" ? [] : replaceTexts(child)));
    return [{ ...shape, children }];
  };
  return shapes.flatMap(replaceTexts);
}

function placeGlyphs(line: ReturnType<typeof textLineOf>, fonts: FontSet): readonly PlacedGlyph[] {
  const { x, y, size, rtl, anchor } = line;
  const placed: PlacedGlyph[] = [];
  let end = 0;
  for (const run of runsOf(line, fonts)) {
    if (run.face === undefined) continue;
    const { glyphs, positions } = run.face.font.layout(run.text);
    const scale = sizeOf(run, size) / run.face.font.unitsPerEm;
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset }: GlyphPosition = positions[index] ?? NO_MOVE;
      placed.push({ glyph, x: end + xOffset * scale, y: y - yOffset * scale, scale });
      end += xAdvance * scale;
    }
  }
  const offset = anchor === "middle" ? end / 2 : (anchor === "end") === rtl ? 0 : end;
  return placed.map((one) => ({ ...one, x: one.x + x - offset }));
}

const NO_MOVE: GlyphPosition = { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };

/** Returns the path of a glyph, as an SVG path has it. Fonts count upwards, pictures downwards. */
const outline = ({ glyph, x, y, scale }: PlacedGlyph): string =>
  glyph.path.scale(scale, -scale).translate(x, y).toSVG();
