/** Where in what is shown a card of the map is to be found. Pure. */

import { above, explored, parentsOf } from "../../../server/core/picture/explore.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { Drawing } from "./pictureCache.ts";
import type { Session } from "./session.ts";

export interface ShownMark {
  /** The card that stands for the one at the cursor. */
  readonly card: CardId | undefined;
  /** Whether the cursor's own card is folded away below it. */
  readonly within: boolean;
  /** Whether the cursor is in a card outside the branch in focus. */
  readonly elsewhere: boolean;
}

/** What stands for the card at the editor's cursor: itself, or the nearest card above it that is shown. */
export function shownMark({ mark, tree }: Session, { plot }: Drawing): ShownMark {
  if (mark === undefined || tree === undefined) return { card: undefined, within: false, elsewhere: false };
  if (plot.card(mark) !== undefined) return { card: mark, within: false, elsewhere: false };
  const parents = parentsOf(tree);
  const card = above(parents, mark).find((id) => plot.card(id) !== undefined);
  return { card, within: card !== undefined, elsewhere: card === undefined && parents.has(mark) };
}

/** What is shown when nothing is folded. */
export const unfolded = ({ tree, choice: { exploration } }: Session): Tree =>
  explored(tree ?? emptyTree, { ...exploration, folded: new Set() }).tree;

const emptyTree: Tree = { title: undefined, cards: [], places: [], ties: [], sections: [] };

/** The entry behind a card: for one that refers to another, that one. */
export function entryOf({ tree }: Session, { face: { card } }: PlacedCard): Card {
  return (card.shows !== undefined && tree?.cards.find(({ id }) => id === card.shows)) || card;
}
