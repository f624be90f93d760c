/** Draws the sheets of a document: headers, pieces of the picture, and references between sheets. */
import type { CardId } from "../../../core/tree/tree.ts";
import type { CardLocator } from "../bookmarks.ts";
import { drawHeader, type HeaderContent } from "../header.ts";
import { drawPageReference } from "../pageReferences.ts";
import { drawBackground, type PaintContext, type PdfSurface, paintShape } from "../pdfPainter.ts";
import { headerHeight, type Paper, paperMargin } from "./paper.ts";
import type { SheetLayout, SheetPiece } from "./sheetLayout.ts";

/** Draws all sheets, and returns where the cards are. */
export function drawSheets(
  surface: PdfSurface,
  { paper, scale, sheets }: SheetLayout,
  header: Omit<HeaderContent, "pageCount">,
  context: PaintContext,
): CardLocator {
  const tops = new Map<CardId, { readonly page: number; readonly top: number }>();
  const top = paperMargin + headerHeight;
  for (const [page, pieces] of sheets.entries()) {
    surface.addPage({ size: [paper.width, paper.height], margin: 0 });
    drawBackground(surface, context);
    drawHeader(surface, { ...header, pageCount: sheets.length }, page, paper, context);
    surface.save();
    surface.translate(paperMargin + (sheets.length === 1 ? centering(pieces, paper, scale) : 0), top);
    surface.scale(scale);
    for (const piece of pieces) {
      drawPiece(surface, piece, context);
      for (const { id, y } of piece.cards)
        if (!tops.has(id)) tops.set(id, { page, top: top + (piece.at.y + y - piece.box.y) * scale });
    }
    surface.restore();
  }
  return (card) => tops.get(card);
}

/** The distance by which the only sheet is moved to the right, in points. */
function centering(pieces: readonly SheetPiece[], { room }: Paper, scale: number): number {
  const right = Math.max(0, ...pieces.map(({ at, box }) => at.x + box.width));
  return Math.max(0, (room.width - right * scale) / 2);
}

function drawPiece(
  surface: PdfSurface,
  { shapes, box, at, isClipped, references }: SheetPiece,
  context: PaintContext,
): void {
  surface.save();
  surface.translate(at.x - box.x, at.y - box.y);
  surface.save();
  if (isClipped) surface.rect(box.x, box.y, box.width, box.height).clip();
  for (const shape of shapes) paintShape(surface, shape, context);
  surface.restore();
  for (const reference of references) drawPageReference(surface, reference, context);
  surface.restore();
}
