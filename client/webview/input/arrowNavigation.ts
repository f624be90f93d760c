/** From card to card by the keyboard, as the picture is drawn; where it is an outline, as in any tree of files. */

import { plain } from "../../../server/core/picture/find.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Plot } from "../state/pictureIndex.ts";

/** Where a key leads: to a card, or to folding the one at which one is; undefined: nowhere. */
export type Step = { readonly to: PlacedCard } | { readonly fold: CardId } | undefined;

/** `isFolded` says of a card with a branch whether that is folded. */
export function walk(plot: Plot, from: CardId, key: string, isFolded: boolean): Step {
  const { cards, shape, direction } = plot.picture;
  const here = plot.card(from);
  const first = cards[0];
  if (here === undefined) return first && { to: first };
  const index = cards.indexOf(here);
  const step = (card: PlacedCard | undefined): Step => card && { to: card };
  const [deeper, back, next, previous] =
    shape === "outline" || direction === "right"
      ? ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]
      : ["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"];
  // In an outline all cards stand below each other; in a tree, those of one level.
  const beside = ({ level }: PlacedCard): boolean => shape === "outline" || level === here.level;
  const [child] = plot.children(from);
  switch (key) {
    case deeper:
      return isFolded ? { fold: from } : step(plot.card(child));
    case back:
      return shape === "outline" && child !== undefined ? { fold: from } : step(plot.card(here.parent));
    case next:
      return step(find(cards, index, 1, beside));
    case previous:
      return step(find(cards, index, -1, beside));
    case "Home":
      return step(first);
    case "End":
      return step(cards.at(-1));
    default:
      return undefined;
  }
}

function find(
  cards: readonly PlacedCard[],
  from: number,
  by: 1 | -1,
  fits: (card: PlacedCard) => boolean,
): PlacedCard | undefined {
  for (let index = from + by; index >= 0 && index < cards.length; index += by) {
    const card = cards[index];
    if (card !== undefined && fits(card)) return card;
  }
  return undefined;
}

/** The next card whose text begins with what has been typed, from the one at which one is, and around. */
export function typedTo(
  { picture: { cards }, card }: Plot,
  from: CardId | undefined,
  typed: string,
): PlacedCard | undefined {
  const here = card(from);
  const index = here === undefined ? 0 : cards.indexOf(here);
  // A single letter, typed again, leads to the next one; more letters may still fit the same.
  const begin = typed.length > 1 ? index : index + 1;
  const wanted = plain(typed);
  return [...cards.slice(begin), ...cards.slice(0, begin)].find(({ face }) =>
    plain(face.card.text || (face.card.name ?? "")).startsWith(wanted),
  );
}
