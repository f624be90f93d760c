import { foldForSearch } from "../../../server/core/picture/find.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";

/** The effect of a navigation key: focus a card, or fold or unfold one; undefined: nothing. */
type KeyNavigation = { readonly to: PlacedCard } | { readonly fold: CardId } | undefined;

/**
 * Returns the effect of a key at a card, `isFolded` or not. In a tree, the arrow keys follow the direction of the layout.
 * In an outline they work as in a file explorer.
 */
export function navigateByKey(
  { picture, card: cardWithId, childrenOf }: PictureIndex,
  from: CardId,
  key: string,
  isFolded: boolean,
): KeyNavigation {
  const { cards, shape, direction } = picture;
  const currentCard = cardWithId(from);
  const first = cards[0];
  if (currentCard === undefined) return first && { to: first };
  const index = cards.indexOf(currentCard);
  const moveTo = (card: PlacedCard | undefined): KeyNavigation => card && { to: card };
  const [deeper, back, next, previous] =
    shape === "outline" || direction === "right"
      ? ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]
      : ["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"];
  // In an outline all cards are in one column; in a tree those of one level are.
  const isNeighbor = ({ level }: PlacedCard): boolean => shape === "outline" || level === currentCard.level;
  const [child] = childrenOf(from);
  switch (key) {
    case deeper:
      return isFolded ? { fold: from } : moveTo(cardWithId(child));
    case back:
      return shape === "outline" && child !== undefined ? { fold: from } : moveTo(cardWithId(currentCard.parent));
    case next:
      return moveTo(findFrom(cards, index, 1, isNeighbor));
    case previous:
      return moveTo(findFrom(cards, index, -1, isNeighbor));
    case "Home":
      return moveTo(first);
    case "End":
      return moveTo(cards.at(-1));
    default:
      return undefined;
  }
}

/** Returns the nearest matching card after (1) or before (-1) an index. */
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

/** Returns the next card whose text starts with the typed letters, searching from the current card and wrapping around. */
export function typeAhead(
  { picture: { cards }, card }: PictureIndex,
  from: CardId | undefined,
  typed: string,
): PlacedCard | undefined {
  const currentCard = card(from);
  const index = currentCard === undefined ? 0 : cards.indexOf(currentCard);
  // Typing one letter repeatedly steps through the matches; with more letters, the current card may still match.
  const start = typed.length > 1 ? index : index + 1;
  const prefix = foldForSearch(typed);
  return [...cards.slice(start), ...cards.slice(0, start)].find(({ layout }) =>
    foldForSearch(layout.card.text || (layout.card.name ?? "")).startsWith(prefix),
  );
}
