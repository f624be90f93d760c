/** Where a branch goes on, on another sheet: small numbers of pages at the cards on both sides. */
import { meet } from "../../core/picture/geometry/box.ts";
import type { PlacedCard } from "../../core/picture/layout/treeLayout.ts";
import type { Picture } from "../../core/picture/picture.ts";
import { childrenOf } from "../childrenByParent.ts";
import type { Sheet } from "./pdf.ts";
import { type Inks, type Surface, write } from "./pdfPainter.ts";
import { runsOf, widthOf } from "./textRuns.ts";

const size = 8;

/** A number of a sheet at a card; counted from 1. */
interface Pointer {
  readonly card: PlacedCard;
  readonly at: "begin" | "end";
  readonly text: string;
}

/** For each sheet, what leads from it to others and where what is on it comes from. The rows of an outline simply go on. */
export function pointersOf({ cards, shape }: Picture, tiles: Sheet["tiles"]): readonly (readonly Pointer[])[] {
  const pointers: Pointer[][] = tiles.map(() => []);
  if (tiles.length < 2 || shape === "outline") return pointers;
  const pages = new Map(cards.map((card) => [card.id, pageOf(card, tiles)]));
  const children = childrenOf(cards);
  for (const card of cards) {
    const page = pages.get(card.id);
    if (page === undefined) continue;
    const from = card.parent === undefined ? undefined : pages.get(card.parent);
    if (from !== undefined && from !== page) pointers[page]?.push({ card, at: "begin", text: `← p. ${from + 1}` });
    const to = new Set((children.get(card.id) ?? []).map(({ id }) => pages.get(id)));
    const others = [...to].flatMap((other) => (other === undefined || other === page ? [] : [other + 1]));
    if (others.length > 0) pointers[page]?.push({ card, at: "end", text: `p. ${others.join(", ")} →` });
  }
  return pointers;
}

/** A number on a small ground of its own, as lines and frames may pass below it: above the beginning of a card, or below its end. */
export function drawPointer(on: Surface, { card, at, text }: Pointer, inks: Inks): void {
  const { x, y, width, height } = card;
  const wide = runsOf(text, false, 600, inks.fonts).reduce((sum, run) => sum + widthOf(run, size, 600), 0);
  const left = at === "begin" ? x + 2 : x + width - wide - 2;
  const base = at === "begin" ? y - 3 : y + height + size;
  on.roundedRect(left - 3, base - size + 0.5, wide + 6, size + 2, 3).fill(inks.theme.background);
  const words = { size, weight: 600, colour: inks.theme.muted, rtl: false, anchor: "start" } as const;
  write(on, { ...words, text, x: left, y: base }, inks);
}

/** The sheet that shows the most of a card: where its middle lies. */
function pageOf({ x, y, width, height }: PlacedCard, tiles: Sheet["tiles"]): number | undefined {
  const middle = { x: x + width / 2, y: y + height / 2, width: 0.1, height: 0.1 };
  const page = tiles.findIndex((tile) => meet(middle, tile));
  return page === -1 ? undefined : page;
}
