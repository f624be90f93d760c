/** The outline of a document: the claims and what bears on them, each with the place where it stands. */

import type { Picture, PlacedCard } from "../../core/picture/model.ts";
import type { CardId } from "../../core/tree/tree.ts";
import { childrenByParent } from "../childrenByParent.ts";
import type { PageLocator } from "./pdf.ts";
import type { Surface } from "./pdfPainter.ts";
import { replaceUnprintable } from "./textRuns.ts";

/** How deep the outline goes: a question, its answers, what bears on these. */
const MAX_DEPTH = 3;
const MAX_LABEL_LENGTH = 90;

/** Writes the outline of a document whose pages are all there. */
export function writeBookmarks(surface: Surface, { cards }: Picture, locate: PageLocator): void {
  const children = childrenByParent(cards);
  const add = (to: PDFKit.PDFOutline, parent: CardId | undefined, level: number): void => {
    if (level > MAX_DEPTH) return;
    for (const card of children.get(parent) ?? []) {
      const location = locate(card);
      if (location === undefined) continue;
      const options = {
        expanded: level < 2,
        pageNumber: location.page,
        top: Math.max(0, location.top - 12),
        left: surface.page.width,
      };
      add(to.addItem(labelOf(card), options), card.id, level + 1);
    }
  };
  add(surface.outline, undefined, 1);
}

function labelOf({ layout: { card } }: PlacedCard): string {
  const text = replaceUnprintable(card.text || card.name || "");
  const short = text.length > MAX_LABEL_LENGTH ? `${text.slice(0, MAX_LABEL_LENGTH).trimEnd()}…` : text;
  return short === "" ? card.kind : short.replaceAll(/\s+/g, " ");
}
