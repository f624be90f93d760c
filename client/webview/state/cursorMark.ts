/** Where in what is shown a card of the map is to be found. Pure. */

import { ancestorsOf, applyExploration, parentsOf } from "../../../server/core/picture/explore.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { RenderedPicture } from "./pictureCache.ts";
import type { PageSession } from "./session.ts";

export interface CursorMark {
  /** The card that stands for the one at the cursor. */
  readonly card: CardId | undefined;
  /** Whether the cursor's own card is folded away below it. */
  readonly isInsideFolded: boolean;
  /** Whether the cursor is in a card outside the branch in focus. */
  readonly isOutsideFocus: boolean;
}

/** What stands for the card at the editor's cursor: itself, or the nearest card above it that is shown. */
export function visibleCursorCard({ cursorCard, tree }: PageSession, { pictureIndex }: RenderedPicture): CursorMark {
  if (cursorCard === undefined || tree === undefined)
    return { card: undefined, isInsideFolded: false, isOutsideFocus: false };
  if (pictureIndex.card(cursorCard) !== undefined)
    return { card: cursorCard, isInsideFolded: false, isOutsideFocus: false };
  const parents = parentsOf(tree);
  const card = ancestorsOf(parents, cursorCard).find((id) => pictureIndex.card(id) !== undefined);
  return { card, isInsideFolded: card !== undefined, isOutsideFocus: card === undefined && parents.has(cursorCard) };
}

/** What is shown when nothing is folded. */
export const unfoldedTree = ({ tree, viewOptions: { exploration } }: PageSession): Tree =>
  applyExploration(tree ?? EMPTY_TREE, { ...exploration, folded: new Set() }).tree;

const EMPTY_TREE: Tree = { title: undefined, cards: [], places: [], ties: [], sections: [] };

/** The entry behind a card: for one that refers to another, that one. */
export function resolveEntry({ tree }: PageSession, { layout: { card } }: PlacedCard): Card {
  return (card.shows !== undefined && tree?.cards.find(({ id }) => id === card.shows)) || card;
}
