import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { NEW_CARD_ID } from "../editing/draft.ts";

/**
 * Chooses the card to focus when the focused card is removed: its next sibling, or else the previous one, or else its
 * parent, for which the same applies. Returns undefined if none of these is present.
 */
export function nextFocus(
  { positions }: Pick<Tree, "positions">,
  card: CardId,
  isPresent: (card: CardId) => boolean = () => true,
): CardId | undefined {
  const ownPosition = positions.find((position) => position.card === card);
  if (ownPosition === undefined) return undefined;
  const siblings = positions.flatMap((position) => (position.parent === ownPosition.parent ? [position.card] : []));
  const index = siblings.indexOf(card);
  const canFocus = (id: CardId): boolean => id !== NEW_CARD_ID && isPresent(id);
  const sibling = siblings.slice(index + 1).find(canFocus) ?? siblings.slice(0, index).findLast(canFocus);
  if (sibling !== undefined || ownPosition.parent === undefined) return sibling;
  return canFocus(ownPosition.parent) ? ownPosition.parent : nextFocus({ positions }, ownPosition.parent, isPresent);
}
