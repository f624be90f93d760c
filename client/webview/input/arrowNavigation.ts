/** From card to card by the keyboard, as the picture is drawn; where it is an outline, as in any tree of files. */

import { foldForSearch } from "../../../server/core/picture/find.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";

/** Where a key leads: to a card, or to folding the one at which one is; undefined: nowhere. */
export type KeyNavigation = { readonly to: PlacedCard } | { readonly fold: CardId } | undefined;

/** `isFolded` says of a card with a branch whether that is folded. */
export function navigateByKey(plot: PictureIndex, from: CardId, key: string, isFolded: boolean): KeyNavigation {
  const { cards, shape, direction } = plot.picture;
  const currentCard = plot.card(from);
  const first = cards[0];
  if (currentCard === undefined) return first && { to: first };
  const index = cards.indexOf(currentCard);
  const moveTo = (card: PlacedCard | undefined): KeyNavigation => card && { to: card };
  const [deeper, back, next, previous] =
    shape === "outline" || direction === "right"
      ? ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]
      : ["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"];
  // In an outline all cards stand below each other; in a tree, those of one level.
  const isNeighbour = ({ level }: PlacedCard): boolean => shape === "outline" || level === currentCard.level;
  const [child] = plot.childrenOf(from);
  switch (key) {
    case deeper:
      return isFolded ? { fold: from } : moveTo(plot.card(child));
    case back:
      return shape === "outline" && child !== undefined ? { fold: from } : moveTo(plot.card(currentCard.parent));
    case next:
      return moveTo(findFrom(cards, index, 1, isNeighbour));
    case previous:
      return moveTo(findFrom(cards, index, -1, isNeighbour));
    case "Home":
      return moveTo(first);
    case "End":
      return moveTo(cards.at(-1));
    default:
      return undefined;
  }
}

function findFrom(
  cards: readonly PlacedCard[],
  from: number,
  direction: 1 | -1,
  matches: (card: PlacedCard) => boolean,
): PlacedCard | undefined {
  for (let index = from + direction; index >= 0 && index < cards.length; index += direction) {
    const card = cards[index];
    if (card !== undefined && matches(card)) return card;
  }
  return undefined;
}

/** The next card whose text begins with what has been typed, from the one at which one is, and around. */
export function typeAhead(
  { picture: { cards }, card }: PictureIndex,
  from: CardId | undefined,
  typed: string,
): PlacedCard | undefined {
  const currentCard = card(from);
  const index = currentCard === undefined ? 0 : cards.indexOf(currentCard);
  // A single letter, typed again, leads to the next one; more letters may still fit the same.
  const start = typed.length > 1 ? index : index + 1;
  const prefix = foldForSearch(typed);
  return [...cards.slice(start), ...cards.slice(0, start)].find(({ layout }) =>
    foldForSearch(layout.card.text || (layout.card.name ?? "")).startsWith(prefix),
  );
}
