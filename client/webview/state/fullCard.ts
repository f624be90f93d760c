import { originalCardId } from "../../../server/core/picture/unfoldReferences.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";

/** Returns the card of the map that a card of the picture shows; undefined if it is gone. */
export function originalCard(tree: Tree, id: CardId): Card | undefined {
  const original = originalCardId(id);
  return tree.cards.find((card) => card.id === original);
}

/** Returns the card that shows the entry in full: for a reference card the card that it refers to, else the card itself. */
export const fullCard = (tree: Tree, card: Card): Card | undefined =>
  card.referencedCard === undefined ? card : tree.cards.find(({ id }) => id === card.referencedCard);
