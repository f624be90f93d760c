/** What hangs on each card. */

import type { PlacedCard } from "../core/picture/model.ts";
import type { CardId } from "../core/tree/tree.ts";

/** The cards under each card, in the order in which they are read; under undefined, the roots. */
export function childrenByParent(cards: readonly PlacedCard[]): ReadonlyMap<CardId | undefined, readonly PlacedCard[]> {
  const children = new Map<CardId | undefined, PlacedCard[]>();
  for (const card of cards) {
    const siblings = children.get(card.parent);
    if (siblings === undefined) children.set(card.parent, [card]);
    else siblings.push(card);
  }
  return children;
}
