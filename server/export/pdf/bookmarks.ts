/** The bookmarks of a PDF: claims, and the arguments for and against them. */

import type { Picture, PlacedCard } from "../../core/picture/model.ts";
import { pictureWords } from "../../core/picture/words/languages.ts";
import type { PictureWords } from "../../core/picture/words/pictureWords.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { CardId } from "../../core/tree/tree.ts";
import { childrenByParent } from "../childrenByParent.ts";
import type { PdfSurface } from "./pdfPainter.ts";
import { replaceUnprintable } from "./textRuns.ts";

/** Deep enough for a question, its answers, and the arguments for and against them. */
const MAX_DEPTH = 3;
const MAX_LABEL_LENGTH = 90;

/** Returns the page of a card, counted from 0, and its distance from the top of that page in points. */
export type CardLocator = (card: CardId) => { readonly page: number; readonly top: number } | undefined;

/** Adds the bookmarks to a document, which must already have all its pages. */
export function writeBookmarks(surface: PdfSurface, { cards, language }: Picture, locate: CardLocator): void {
  const children = childrenByParent(cards);
  const add = (to: PDFKit.PDFOutline, parent: CardId | undefined, level: number): void => {
    if (level > MAX_DEPTH) return;
    for (const card of children.get(parent) ?? []) {
      const location = locate(card.id);
      if (location === undefined) continue;
      const options = {
        expanded: level < 2,
        pageNumber: location.page,
        top: Math.max(0, location.top - 12),
        left: surface.page.width,
      };
      add(to.addItem(labelOf(card, pictureWords(language)), options), card.id, level + 1);
    }
  };
  add(surface.outline, undefined, 1);
}

function labelOf({ layout: { card } }: PlacedCard, { kinds }: PictureWords): string {
  return truncate(replaceUnprintable(card.title || card.text || card.name || kinds[card.kind]), MAX_LABEL_LENGTH);
}
