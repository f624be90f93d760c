/** The header of a sheet: title, author, date and sources of the map, and the number of the sheet. */
import type { MapHeading } from "../../core/picture/mapHeading.ts";
import { truncateToWidth } from "../../core/picture/typesetting/wrap.ts";
import { fill } from "../../core/picture/words/languages.ts";
import type { PictureWords } from "../../core/picture/words/pictureWords.ts";
import { type PaintContext, type PdfSurface, paintText } from "./pdfPainter.ts";
import { type Paper, paperMargin } from "./sheets/paper.ts";
import { fontMeasure, replaceUnprintable } from "./textRuns.ts";

const titleSize = 10;
const detailSize = 7.5;

/** The texts in the headers of a document. */
export interface HeaderContent {
  /** Undefined if only the number of the sheet is shown. */
  readonly heading: MapHeading | undefined;
  readonly words: PictureWords;
  readonly pageCount: number;
}

/** Draws the header of one sheet, in points. */
export function drawHeader(
  surface: PdfSurface,
  { heading, words, pageCount }: HeaderContent,
  index: number,
  { width }: Paper,
  context: PaintContext,
): void {
  const { theme, fonts } = context;
  const measure = fontMeasure(fonts);
  const right = width - paperMargin;
  const baseline = paperMargin + 6;
  const numberText = fill(words.pageOf, { page: index + 1, pages: pageCount });
  const number = { text: numberText, size: detailSize, weight: 400, color: theme.muted, rtl: false } as const;
  paintText(surface, { ...number, x: right, y: baseline, anchor: "end" }, context);
  if (heading !== undefined) {
    const room = right - paperMargin;
    const titleRoom = room - measure.width(numberText, detailSize, 400) - 24;
    const title = truncateToWidth(replaceUnprintable(heading.title), titleRoom, (text) =>
      measure.width(text, titleSize, 600),
    );
    const start = { x: paperMargin, rtl: false, anchor: "start" } as const;
    paintText(
      surface,
      { ...start, text: title, y: baseline, size: titleSize, weight: 600, color: theme.text },
      context,
    );
    const details = truncateToWidth(replaceUnprintable(heading.details), room, (text) =>
      measure.width(text, detailSize, 400),
    );
    const line = { ...start, y: baseline + 11, size: detailSize, weight: 400, color: theme.muted } as const;
    if (details !== "") paintText(surface, { ...line, text: details }, context);
  }
  surface.lineWidth(0.5).undash();
  surface
    .moveTo(paperMargin, baseline + 17)
    .lineTo(right, baseline + 17)
    .stroke(theme.border);
}
