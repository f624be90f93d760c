/** Where one goes when a card goes. Pure. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { newCard } from "../editing/draft.ts";

/**
 * The card that takes the place of one that is gone, of those that are there: the next beside it, else the one before, else
 * the one above, or what takes the place of that.
 */
export function besides(
  { places }: Pick<Tree, "places">,
  card: CardId,
  isThere: (card: CardId) => boolean = () => true,
): CardId | undefined {
  const own = places.find((place) => place.card === card);
  if (own === undefined) return undefined;
  const row = places.flatMap((place) => (place.parent === own.parent ? [place.card] : []));
  const at = row.indexOf(card);
  const fits = (id: CardId): boolean => id !== newCard && isThere(id);
  const beside = row.slice(at + 1).find(fits) ?? row.slice(0, at).findLast(fits);
  if (beside !== undefined || own.parent === undefined) return beside;
  return fits(own.parent) ? own.parent : besides({ places }, own.parent, isThere);
}
