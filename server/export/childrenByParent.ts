import type { PlacedCard } from "../core/picture/model.ts";
import type { CardId } from "../core/tree/tree.ts";

/** Returns the children of each card, in reading order. The key of the roots is undefined. */
export function childrenByParent(cards: readonly PlacedCard[]): ReadonlyMap<CardId | undefined, readonly PlacedCard[]> {
  const children = new Map<CardId | undefined, PlacedCard[]>();
  for (const card of cards) {
    const siblings = children.get(card.parent);
    if (siblings === undefined) children.set(card.parent, [card]);
    else siblings.push(card);
  }
  return children;
}
