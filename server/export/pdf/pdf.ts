/** Exports a picture as a PDF, with vector graphics and selectable text. */
import PDFDocument from "pdfkit";
import { type Box, intersects } from "../../core/picture/geometry/box.ts";
import type { Picture } from "../../core/picture/model.ts";
import type { Shape } from "../../core/picture/render/shape.ts";
import { pictureWords } from "../../core/picture/words/languages.ts";
import type { PictureShapes } from "../pictureShapes.ts";
import { writeBookmarks } from "./bookmarks.ts";
import { detectLanguage } from "./detectLanguage.ts";
import { drawFooter, footerHeight } from "./footer.ts";
import { drawPageReference, pageReferences } from "./pageReferences.ts";
import { outlineScale, type Paper, paginate, scales } from "./paginate.ts";
import { type PaintContext, type PdfSurface, paintShape } from "./pdfPainter.ts";
import type { PageLocator, SheetLayout } from "./sheetLayout.ts";
import { replaceUnprintable } from "./textRuns.ts";

/** One page as large as the picture, or sheets of paper. */
export type PageFormat = "one" | "a4" | "letter";

/** The short and the long side of sheets, in points. */
const sheetSizes = { a4: [595.28, 841.89], letter: [612, 792] } as const;
/** In points. */
const margin = 34;
/** The maximum length of a page in points, by the PDF standard. A larger picture is scaled down. */
const MAX_PAGE_LENGTH = 14_400;

/** Returns the PDF of a picture. `context` must have an image for each text that `textWithoutGlyphs` finds in it. */
export async function pdf(drawing: PictureShapes, context: PaintContext, pageFormat: PageFormat): Promise<Uint8Array> {
  const { picture } = drawing;
  const title = replaceUnprintable(titleOf(picture));
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: detectLanguage(picture),
    displayTitle: true,
    info: { Title: title, Creator: "Argmap" },
    // No default font. The library accepts null, but its types do not.
    font: null as unknown as string,
  });
  const bytes = collectBytes(document);
  const locate =
    pageFormat === "one"
      ? drawSinglePage(document, drawing, context)
      : drawSheets(document, drawing, context, pageFormat);
  writeBookmarks(document, picture, locate);
  document.end();
  return bytes;
}

const titleOf = ({ title, language }: Picture): string => title ?? pictureWords(language).untitled;

function drawSinglePage(surface: PdfSurface, { bounds, shapes }: PictureShapes, context: PaintContext): PageLocator {
  const scale = Math.min(scales.max, MAX_PAGE_LENGTH / bounds.width, MAX_PAGE_LENGTH / bounds.height);
  surface.addPage({ size: [bounds.width * scale, bounds.height * scale], margin: 0 });
  drawBackground(surface, context);
  surface.scale(scale);
  surface.translate(-bounds.x, -bounds.y);
  for (const shape of shapes) paintShape(surface, shape, context);
  return (box) => ({ page: 0, top: (box.y - bounds.y) * scale });
}

function drawSheets(
  surface: PdfSurface,
  drawing: PictureShapes,
  context: PaintContext,
  pageFormat: keyof typeof sheetSizes,
): PageLocator {
  const { picture, shapes, bounds, unbreakableBoxes } = drawing;
  const { size, room } = sheetFor(pageFormat, picture.shape);
  const { scale, tiles } = paginate(
    bounds,
    unbreakableBoxes,
    room,
    picture.shape === "outline" ? [outlineScale] : undefined,
  );
  const layout: SheetLayout = { title: titleOf(picture), tiles };
  const boundedShapes = withBounds(shapes);
  const references = pageReferences(picture, tiles);
  for (const [index, tile] of tiles.entries()) {
    surface.addPage({ size: [size.width, size.height], margin: 0 });
    drawBackground(surface, context);
    surface.save();
    // A picture that fits on one sheet is centered; tiles of a larger one start in the corner.
    const centering = tiles.length === 1 ? 0.5 : 0;
    surface.translate(
      margin + (room.width - tile.width * scale) * centering,
      margin + (room.height - tile.height * scale) * centering,
    );
    surface.scale(scale);
    surface.translate(-tile.x, -tile.y);
    surface.save();
    surface.rect(tile.x, tile.y, tile.width, tile.height).clip();
    for (const { shape, box } of boundedShapes)
      if (box === undefined || intersects(box, tile)) paintShape(surface, shape, context);
    surface.restore();
    for (const reference of references[index] ?? []) drawPageReference(surface, reference, context);
    surface.restore();
    drawFooter(surface, layout, index, { ...size, margin }, context);
  }
  return (box) => {
    const page = tiles.findIndex((tile) => intersects({ ...box, width: 1, height: 1 }, tile));
    const tile = tiles[page];
    return tile && { page, top: margin + (box.y - tile.y) * scale };
  };
}

/** Returns the size of a sheet and its usable area: portrait for an outline, landscape for a tree. */
function sheetFor(pageFormat: keyof typeof sheetSizes, shape: Picture["shape"]) {
  const [short, long] = sheetSizes[pageFormat];
  const size = shape === "outline" ? { width: short, height: long } : { width: long, height: short };
  const room: Paper = { width: size.width - 2 * margin, height: size.height - 2 * margin - footerHeight };
  return { size, room };
}

/** Returns the width of an outline that fills a sheet, in pixels. */
export const outlineWidth = (pageFormat: keyof typeof sheetSizes): number =>
  Math.floor(sheetFor(pageFormat, "outline").room.width / outlineScale);

function drawBackground(surface: PdfSurface, { theme }: PaintContext): void {
  surface.rect(0, 0, surface.page.width, surface.page.height).fill(theme.background);
}

/** Returns shapes with their bounding boxes, so that each page draws only what is visible. Shapes without a box are always drawn. */
function withBounds(shapes: readonly Shape[]): readonly { readonly shape: Shape; readonly box: Box | undefined }[] {
  return shapes.map((shape) => ({ shape, box: shapeBounds(shape) }));
}

function shapeBounds({ tag, attributes, children = [] }: Shape): Box | undefined {
  if (tag === "path") return pathBounds(`${attributes["d"]}`);
  const { x = 0, y = 0, width = 0, height = 0 } = attributes;
  if (tag === "rect") return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  if (tag !== "g") return undefined;
  const [, left, top] = /^translate\((\S+) (\S+)\)$/.exec(`${attributes["transform"] ?? ""}`) ?? [];
  const [box] = children.flatMap((child) =>
    typeof child !== "string" && child.tag === "rect" ? [shapeBounds(child)] : [],
  );
  if (left === undefined || top === undefined || box === undefined) return undefined;
  // Decorations extend slightly beyond their card.
  return { x: Number(left) + box.x - 6, y: Number(top) + box.y - 6, width: box.width + 12, height: box.height + 12 };
}

/** Returns the bounding box of the points of a path with absolute commands, which contains its curves. Undefined for others. */
function pathBounds(path: string): Box | undefined {
  if (/[^MLHVCSQTZ\d\s,.e-]/.test(path)) return undefined;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command, numbers = ""] of path.matchAll(/([MLHVCSQTZ])([^MLHVCSQTZ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (command === "H") xs.push(...values);
    else if (command === "V") ys.push(...values);
    else for (const [index, value] of values.entries()) (index % 2 === 0 ? xs : ys).push(value);
  }
  const [x, y] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  return { x, y, width: Math.max(...xs) + 3 - x, height: Math.max(...ys) + 3 - y };
}

async function collectBytes(document: PdfSurface): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part);
  return Buffer.concat(parts);
}
