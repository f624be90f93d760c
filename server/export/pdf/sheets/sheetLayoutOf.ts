/** Distributes the picture of a map over sheets of paper. */
import type { Box } from "../../../core/picture/geometry/box.ts";
import { intersects } from "../../../core/picture/geometry/box.ts";
import type { Picture } from "../../../core/picture/model.ts";
import { pictureMargin } from "../../../core/picture/picture.ts";
import type { Legend } from "../../../core/picture/render/legend.ts";
import type { Shape } from "../../../core/picture/render/shape.ts";
import type { Tree } from "../../../core/tree/tree.ts";
import type { PictureShapes } from "../../pictureShapes.ts";
import { pageReferences } from "../pageReferences.ts";
import { cutOutline } from "./outlineSheets.ts";
import { type PaperSize, papersOf } from "./paper.ts";
import { outlineScale } from "./scales.ts";
import { shapeBounds } from "./shapeBounds.ts";
import type { SheetLayout, SheetPiece } from "./sheetLayout.ts";
import { layOutTreeSheets } from "./treeSheets.ts";

/** A map to be printed. */
export interface PrintedMap {
  readonly tree: Tree;
  /** The whole picture, with the legend below if it is shown. */
  readonly drawing: PictureShapes;
  /** Undefined if it is not shown. */
  readonly legend: Legend | undefined;
  /** Draws a part of the tree in the same way as the whole. */
  readonly draw: (part: Picture) => readonly Shape[];
  /** Lays out a part of the tree in the same way as the whole. */
  readonly layOut: (part: Tree) => Picture;
}

/** Returns the content of the sheets: parts of a tree, packed on sheets of the better orientation, or a cut outline. */
export const sheetLayoutOf = (printed: PrintedMap, size: PaperSize): SheetLayout =>
  printed.drawing.picture.shape === "outline" ? outlineLayout(printed, size) : treeLayout(printed, size);

function outlineLayout({ drawing }: PrintedMap, size: PaperSize): SheetLayout {
  const { bounds, shapes, unbreakableBoxes, picture } = drawing;
  const { portrait } = papersOf(size);
  const bounded = shapes.map((shape) => ({ shape, box: shapeBounds(shape) }));
  const sheets = cutOutline(bounds, unbreakableBoxes, portrait.room.height / outlineScale).map(
    (box): readonly SheetPiece[] => [
      {
        // Shapes without a box are always drawn.
        shapes: bounded.flatMap((one) => (one.box === undefined || intersects(one.box, box) ? [one.shape] : [])),
        cards: picture.cards.filter((card) => card.y >= box.y && card.y < box.y + box.height),
        box,
        at: { x: 0, y: 0 },
        isClipped: true,
        references: [],
      },
    ],
  );
  return { paper: portrait, scale: outlineScale, sheets };
}

function treeLayout({ tree, drawing, legend, draw, layOut }: PrintedMap, size: PaperSize): SheetLayout {
  const { landscape, portrait } = papersOf(size);
  const papers = [landscape, portrait];
  const shownLegend = legend !== undefined && legend.entries.length > 0 ? legend : undefined;
  const { paper, scale, parts, sheets } = layOutTreeSheets({
    picture: drawing.picture,
    tree,
    layOut,
    papers,
    legend: shownLegend,
  });
  const pageOf = new Map(sheets.flatMap((boxes, page) => boxes.map(({ index }) => [index, page + 1] as const)));
  const references = pageReferences(
    tree,
    parts.flatMap(({ picture }, index) => (picture === undefined ? [] : [{ picture, page: pageOf.get(index) ?? 1 }])),
  );
  const pieces = parts.map(({ picture }, index): Omit<SheetPiece, "at"> => {
    const common = { isClipped: false, references: references[index] ?? [] };
    return picture === undefined
      ? { ...common, shapes: shownLegend?.shapes ?? [], cards: [], box: { x: 0, y: 0, ...sizeOf(shownLegend) } }
      : { ...common, shapes: draw(picture), cards: picture.cards, box: withoutMargin(picture.bounds) };
  });
  return {
    paper,
    scale,
    sheets: sheets.map((boxes) =>
      boxes.flatMap(({ index, x, y }) => {
        const piece = pieces[index];
        return piece === undefined ? [] : [{ ...piece, at: { x, y } }];
      }),
    ),
  };
}

const sizeOf = (legend: Legend | undefined) => ({ width: legend?.width ?? 0, height: legend?.height ?? 0 });

const withoutMargin = ({ x, y, width, height }: Box): Box => ({
  x: x + pictureMargin,
  y: y + pictureMargin,
  width: width - 2 * pictureMargin,
  height: height - 2 * pictureMargin,
});
