/** Exports a picture as a PDF, with vector graphics and selectable text. */
import PDFDocument from "pdfkit";
import { mapHeading } from "../../core/picture/mapHeading.ts";
import { pictureWords } from "../../core/picture/words/languages.ts";
import type { PictureShapes } from "../pictureShapes.ts";
import { type CardLocator, writeBookmarks } from "./bookmarks.ts";
import { detectLanguage } from "./detectLanguage.ts";
import { drawBackground, type PaintContext, type PdfSurface, paintShape } from "./pdfPainter.ts";
import { drawSheets } from "./sheets/drawSheets.ts";
import type { PaperSize } from "./sheets/paper.ts";
import { scales } from "./sheets/scales.ts";
import { type PrintedMap, sheetLayoutOf } from "./sheets/sheetLayoutOf.ts";
import { replaceUnprintable } from "./textRuns.ts";

/** One page as large as the picture, or sheets of paper. */
export type PageFormat = "one" | PaperSize;

/** The maximum length of a page in points, by the PDF standard. A larger picture is scaled down. */
const MAX_PAGE_LENGTH = 14_400;

/**
 * Returns the PDF of a map. `context` must have an image for each text that `textWithoutGlyphs` finds in the drawing.
 *
 * @param showsTitle whether sheets show the title of the map, with its author, date and sources
 */
export async function pdf(
  printed: PrintedMap,
  context: PaintContext,
  pageFormat: PageFormat,
  showsTitle: boolean,
): Promise<Uint8Array> {
  const { tree, drawing } = printed;
  const words = pictureWords(tree.language);
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: detectLanguage(drawing.picture),
    displayTitle: true,
    info: {
      Title: replaceUnprintable(tree.title ?? words.untitled),
      ...(tree.metadata?.author && { Author: replaceUnprintable(tree.metadata.author) }),
      Creator: "Argmap",
    },
    // No default font. The library accepts null, but its types do not.
    font: null as unknown as string,
  });
  const bytes = collectBytes(document);
  const locate =
    pageFormat === "one"
      ? drawSinglePage(document, drawing, context)
      : drawSheets(
          document,
          sheetLayoutOf(printed, pageFormat),
          { heading: showsTitle ? mapHeading(tree) : undefined, words },
          context,
        );
  writeBookmarks(document, drawing.picture, locate);
  document.end();
  return bytes;
}

function drawSinglePage(
  surface: PdfSurface,
  { picture, bounds, shapes }: PictureShapes,
  context: PaintContext,
): CardLocator {
  const scale = Math.min(scales.max, MAX_PAGE_LENGTH / bounds.width, MAX_PAGE_LENGTH / bounds.height);
  surface.addPage({ size: [bounds.width * scale, bounds.height * scale], margin: 0 });
  drawBackground(surface, context);
  surface.scale(scale);
  surface.translate(-bounds.x, -bounds.y);
  for (const shape of shapes) paintShape(surface, shape, context);
  const tops = new Map(picture.cards.map(({ id, y }) => [id, { page: 0, top: (y - bounds.y) * scale }]));
  return (card) => tops.get(card);
}

async function collectBytes(document: PdfSurface): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part);
  return Buffer.concat(parts);
}
