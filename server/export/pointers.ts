/** Where a branch goes on, on another sheet: small numbers of pages at the cards on both sides. */
import type { Box, PlacedCard } from "../picture/layout.ts";
import type { Picture } from "../picture/picture.ts";
import { childrenOf } from "./children.ts";
import { type Inks, type Surface, write } from "./paint.ts";
import { type Sheet, touches } from "./pdf.ts";

const size = 9;

/** Draws, in the units of the picture, what leads from this sheet to others and where what is here comes from. */
export function drawPointers(
  on: Surface,
  { cards, direction }: Picture,
  { tiles }: Sheet,
  index: number,
  inks: Inks,
): void {
  if (tiles.length < 2) return;
  const byId = new Map(cards.map((card) => [card.id, card]));
  const pages = new Map(cards.map((card) => [card.id, pageOf(card, tiles)]));
  const children = childrenOf(cards);
  const words = { size, weight: 600, colour: inks.theme.muted, rtl: false } as const;
  for (const card of cards) {
    if (pages.get(card.id) !== index) continue;
    const parent = card.parent === undefined ? undefined : byId.get(card.parent);
    const from = parent && pages.get(parent.id);
    if (from !== undefined && from !== index) {
      write(on, { ...words, ...arriving(card, direction), text: `← p. ${from + 1}` }, inks);
    }
    const to = new Set((children.get(card.id) ?? []).map(({ id }) => pages.get(id)));
    const others = [...to].flatMap((page) => (page === undefined || page === index ? [] : [page + 1]));
    if (others.length > 0)
      write(on, { ...words, ...leaving(card, direction), text: `p. ${others.join(", ")} →` }, inks);
  }
}

/** Beside the line that leads to a card. */
const arriving = ({ x, y, width, height }: Box, direction: Picture["direction"]) =>
  direction === "right"
    ? ({ x: x - 4, y: y + height / 2 - 4, anchor: "end" } as const)
    : ({ x: x + width / 2 - 4, y: y - 4, anchor: "end" } as const);

/** Beside the lines that lead away from it. */
const leaving = ({ x, y, width, height }: Box, direction: Picture["direction"]) =>
  direction === "right"
    ? ({ x: x + width + 4, y: y + height / 2 - 4, anchor: "start" } as const)
    : ({ x: x + width / 2 + 4, y: y + height + size + 2, anchor: "start" } as const);

/** The sheet that shows the most of a card: where its middle lies. */
function pageOf({ x, y, width, height }: PlacedCard, tiles: Sheet["tiles"]): number | undefined {
  const middle = { x: x + width / 2, y: y + height / 2, width: 0.1, height: 0.1 };
  const page = tiles.findIndex((tile) => touches(middle, tile));
  return page === -1 ? undefined : page;
}
