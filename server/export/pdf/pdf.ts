/** A picture as a PDF: drawn, not photographed, with its text as text. */
import PDFDocument from "pdfkit";
import { type Box, meet } from "../../core/picture/geometry/box.ts";
import type { Picture } from "../../core/picture/picture.ts";
import type { Shape } from "../../core/picture/render/draw.ts";
import type { Drawn } from "../pictureShapes.ts";
import { bookmark } from "./bookmarks.ts";
import { languageOf } from "./detectLanguage.ts";
import { drawFooter, footerHeight } from "./footer.ts";
import { drawPointer, pointersOf } from "./pageReferences.ts";
import { outlineScale, type Paper, pages, scales, type Tile } from "./paginate.ts";
import { type Inks, paint, type Surface } from "./pdfPainter.ts";
import { legible } from "./textRuns.ts";

/** One page as large as the picture, or sheets of paper, across. */
export type Pages = "one" | "a4" | "letter";

/** Sizes of sheets, and their margin, in points. */
const sheets = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const margin = 34;
/** No page may be longer, in points, by the standard's own limits; a larger picture is drawn smaller. */
const longest = 14_400;

/** What every part of a document is told. */
export interface Sheet {
  readonly title: string;
  readonly tiles: readonly Tile[];
  readonly scale: number;
}

/** The PDF of what is drawn. `inks` must have the images of all that `unwritten` finds in it. */
export async function pdf(drawn: Drawn, inks: Inks, paging: Pages): Promise<Uint8Array> {
  const { picture } = drawn;
  const title = legible(picture.title ?? "Argument map");
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: languageOf(picture),
    displayTitle: true,
    info: { Title: title, Creator: "Argmap" },
    // No font of its own: all text is in the fonts of the picture.
    font: null as unknown as string,
  });
  const done = bytesOf(document);
  const places = paging === "one" ? onePage(document, drawn, inks) : sheetsOf(document, drawn, inks, paging);
  bookmark(document, picture, places);
  document.end();
  return done;
}

/** Where a point of the picture is to be found: on which page, and how far from its top, in points. */
export type Places = (box: Box) => { readonly page: number; readonly top: number } | undefined;

function onePage(on: Surface, { bounds, shapes }: Drawn, inks: Inks): Places {
  const scale = Math.min(scales.most, longest / bounds.width, longest / bounds.height);
  on.addPage({ size: [bounds.width * scale, bounds.height * scale], margin: 0 });
  background(on, inks);
  on.scale(scale);
  on.translate(-bounds.x, -bounds.y);
  for (const shape of shapes) paint(on, shape, inks);
  return (box) => ({ page: 0, top: (box.y - bounds.y) * scale });
}

function sheetsOf(on: Surface, drawn: Drawn, inks: Inks, paging: keyof typeof sheets): Places {
  const { picture, shapes, bounds, whole } = drawn;
  const { size, room } = sheetFor(paging, picture.shape);
  const { scale, tiles } = pages(bounds, whole, room, picture.shape === "outline" ? [outlineScale] : undefined);
  const sheet: Sheet = { title: picture.title ?? "Argument map", tiles, scale };
  const shown = reaching(shapes);
  const pointers = pointersOf(picture, tiles);
  for (const [index, tile] of tiles.entries()) {
    on.addPage({ size: [size.width, size.height], margin: 0 });
    background(on, inks);
    on.save();
    // A picture that fits one sheet stands in its middle; parts of a larger one begin at the corner.
    const spare = tiles.length === 1 ? 0.5 : 0;
    on.translate(
      margin + (room.width - tile.width * scale) * spare,
      margin + (room.height - tile.height * scale) * spare,
    );
    on.scale(scale);
    on.translate(-tile.x, -tile.y);
    on.save();
    on.rect(tile.x, tile.y, tile.width, tile.height).clip();
    for (const { shape, box } of shown) if (box === undefined || meet(box, tile)) paint(on, shape, inks);
    on.restore();
    for (const pointer of pointers[index] ?? []) drawPointer(on, pointer, inks);
    on.restore();
    drawFooter(on, sheet, index, { ...size, margin }, inks);
  }
  return (box) => {
    const page = tiles.findIndex((tile) => meet({ ...box, width: 1, height: 1 }, tile));
    const tile = tiles[page];
    return tile && { page, top: margin + (box.y - tile.y) * scale };
  };
}

/** The column of an outline stands on upright sheets, a tree on sheets across. */
function sheetFor(paging: keyof typeof sheets, shape: Picture["shape"]) {
  const [short, long] = sheets[paging];
  const size = shape === "outline" ? { width: short, height: long } : { width: long, height: short };
  const room: Paper = { width: size.width - 2 * margin, height: size.height - 2 * margin - footerHeight };
  return { size, room };
}

/** How wide an outline may be, in pixels, to fill a sheet. */
export const outlineWidth = (paging: keyof typeof sheets): number =>
  Math.floor(sheetFor(paging, "outline").room.width / outlineScale);

function background(on: Surface, { theme }: Inks): void {
  on.rect(0, 0, on.page.width, on.page.height).fill(theme.background);
}

/** Shapes with what they cover at the most, so that a page gets no more than can be seen on it; undefined: given to each page. */
function reaching(shapes: readonly Shape[]): readonly { readonly shape: Shape; readonly box: Box | undefined }[] {
  return shapes.map((shape) => ({ shape, box: boxOf(shape) }));
}

function boxOf({ tag, attributes, children = [] }: Shape): Box | undefined {
  if (tag === "path") return around(`${attributes["d"]}`);
  const { x = 0, y = 0, width = 0, height = 0 } = attributes;
  if (tag === "rect") return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
  if (tag !== "g") return undefined;
  const [, left, top] = /^translate\((\S+) (\S+)\)$/.exec(`${attributes["transform"] ?? ""}`) ?? [];
  const [box] = children.flatMap((child) => (typeof child !== "string" && child.tag === "rect" ? [boxOf(child)] : []));
  if (left === undefined || top === undefined || box === undefined) return undefined;
  // Waves and rings reach a little beyond their card.
  return { x: Number(left) + box.x - 6, y: Number(top) + box.y - 6, width: box.width + 12, height: box.height + 12 };
}

/** What the points of a path cover, of which none is said from the one before; a curve stays among its points. */
function around(path: string): Box | undefined {
  if (/[^MLHVCSQTZ\d\s,.e-]/.test(path)) return undefined;
  const across: number[] = [];
  const down: number[] = [];
  for (const [, order, numbers = ""] of path.matchAll(/([MLHVCSQTZ])([^MLHVCSQTZ]*)/g)) {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (order === "H") across.push(...values);
    else if (order === "V") down.push(...values);
    else for (const [index, value] of values.entries()) (index % 2 === 0 ? across : down).push(value);
  }
  const [x, y] = [Math.min(...across) - 3, Math.min(...down) - 3];
  return { x, y, width: Math.max(...across) + 3 - x, height: Math.max(...down) + 3 - y };
}

async function bytesOf(document: Surface): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part);
  return Buffer.concat(parts);
}
