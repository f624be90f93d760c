/** The footer of a sheet: title, page number, and a small overview of all sheets. */

import { truncateToWidth } from "../../core/picture/typesetting/wrap.ts";
import { type PaintContext, type PdfSurface, paintText } from "./pdfPainter.ts";
import type { SheetLayout } from "./sheetLayout.ts";
import { fontMeasure } from "./textRuns.ts";

/** In points. */
export const footerHeight = 26;
const size = 8;
const pageMapSize = { width: 46, height: 18 };

interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Draws the footer of one sheet, in points. */
export function drawFooter(
  surface: PdfSurface,
  { title, tiles }: SheetLayout,
  index: number,
  { width, height, margin }: PageSize,
  context: PaintContext,
): void {
  const { theme, fonts } = context;
  const measure = fontMeasure(fonts);
  const widthOf = (text: string): number => measure.width(text, size, 400);
  const y = height - margin + 2;
  const style = { y, size, weight: 400, color: theme.muted, rtl: false } as const;
  surface.lineWidth(0.5).undash();
  surface
    .moveTo(margin, y - 14)
    .lineTo(width - margin, y - 14)
    .stroke(theme.border);
  paintText(
    surface,
    { ...style, text: truncateToWidth(title, width - 2 * margin - 160, widthOf), x: margin, anchor: "start" },
    context,
  );
  paintText(surface, { ...style, text: `${index + 1} / ${tiles.length}`, x: width - margin, anchor: "end" }, context);
  if (tiles.length > 1)
    drawPageMap(surface, tiles, index, { x: width - margin - 40 - pageMapSize.width, y: y - 10 }, context);
}

/** Draws an overview of all sheets, with the current one filled. */
function drawPageMap(
  surface: PdfSurface,
  tiles: SheetLayout["tiles"],
  index: number,
  at: { readonly x: number; readonly y: number },
  { theme }: PaintContext,
): void {
  const left = Math.min(...tiles.map(({ x }) => x));
  const top = Math.min(...tiles.map(({ y }) => y));
  const width = Math.max(...tiles.map((tile) => tile.x + tile.width)) - left;
  const height = Math.max(...tiles.map((tile) => tile.y + tile.height)) - top;
  const scale = Math.min(pageMapSize.width / width, pageMapSize.height / height);
  surface.save();
  surface.translate(at.x + pageMapSize.width - width * scale, at.y + (pageMapSize.height - height * scale) / 2);
  for (const [other, tile] of tiles.entries()) {
    surface.rect((tile.x - left) * scale, (tile.y - top) * scale, tile.width * scale, tile.height * scale);
    surface.lineWidth(0.4);
    if (other === index) surface.fillAndStroke(theme.muted, theme.muted);
    else surface.stroke(theme.line);
  }
  surface.restore();
}
