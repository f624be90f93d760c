/** The outline of a document: the claims and what bears on them, each with the place where it stands. */

import type { PlacedCard } from "../../core/picture/layout/treeLayout.ts";
import type { Picture } from "../../core/picture/picture.ts";
import type { CardId } from "../../core/tree/tree.ts";
import { childrenOf } from "../childrenByParent.ts";
import type { Places } from "./pdf.ts";
import type { Surface } from "./pdfPainter.ts";
import { legible } from "./textRuns.ts";

/** How deep the outline goes: a question, its answers, what bears on these. */
const depth = 3;
const longest = 90;

/** Writes the outline of a document whose pages are all there. */
export function bookmark(on: Surface, { cards }: Picture, places: Places): void {
  const children = childrenOf(cards);
  const add = (to: PDFKit.PDFOutline, parent: CardId | undefined, level: number): void => {
    if (level > depth) return;
    for (const card of children.get(parent) ?? []) {
      const place = places(card);
      if (place === undefined) continue;
      const options = {
        expanded: level < 2,
        pageNumber: place.page,
        top: Math.max(0, place.top - 12),
        left: on.page.width,
      };
      add(to.addItem(labelOf(card), options), card.id, level + 1);
    }
  };
  add(on.outline, undefined, 1);
}

function labelOf({ face: { card } }: PlacedCard): string {
  const words = legible(card.text || card.name || "");
  const short = words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
  return short === "" ? card.kind : short.replaceAll(/\s+/g, " ");
}
