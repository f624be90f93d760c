/** Where one goes when a card goes. Pure. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { NEW_CARD_ID } from "../editing/draft.ts";

/**
 * The card that takes the place of one that is gone, of those that are there: the next beside it, else the one before, else
 * the one above, or what takes the place of that.
 */
export function nextFocus(
  { places }: Pick<Tree, "places">,
  card: CardId,
  isPresent: (card: CardId) => boolean = () => true,
): CardId | undefined {
  const ownPosition = places.find((place) => place.card === card);
  if (ownPosition === undefined) return undefined;
  const siblings = places.flatMap((place) => (place.parent === ownPosition.parent ? [place.card] : []));
  const index = siblings.indexOf(card);
  const canFocus = (id: CardId): boolean => id !== NEW_CARD_ID && isPresent(id);
  const sibling = siblings.slice(index + 1).find(canFocus) ?? siblings.slice(0, index).findLast(canFocus);
  if (sibling !== undefined || ownPosition.parent === undefined) return sibling;
  return canFocus(ownPosition.parent) ? ownPosition.parent : nextFocus({ places }, ownPosition.parent, isPresent);
}
