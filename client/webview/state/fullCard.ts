import type { Card, Tree } from "../../../server/core/tree/tree.ts";

/** Returns the card that shows the entry in full: for a reference card the card that it refers to, else the card itself. */
export const fullCard = (tree: Tree, card: Card): Card | undefined =>
  card.referencedCard === undefined ? card : tree.cards.find(({ id }) => id === card.referencedCard);
