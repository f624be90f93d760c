import { ancestorsOf, applyExploration, parentsOf } from "../../../server/core/picture/explore.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { RenderedPicture } from "./pictureCache.ts";
import type { PageSession } from "./session.ts";

/** How the picture shows the position of the editor's cursor. */
export interface CursorMark {
  /** The visible card that is marked. */
  readonly card: CardId | undefined;
  /** Whether the card at the cursor is hidden because the marked card is folded. */
  readonly isInsideFolded: boolean;
  /** Whether the card at the cursor is outside the focused branch. */
  readonly isOutsideFocus: boolean;
}

/** Marks the card at the editor's cursor, or its nearest visible ancestor. */
export function visibleCursorCard({ cursorCard, tree }: PageSession, { pictureIndex }: RenderedPicture): CursorMark {
  if (cursorCard === undefined || tree === undefined)
    return { card: undefined, isInsideFolded: false, isOutsideFocus: false };
  if (pictureIndex.card(cursorCard) !== undefined)
    return { card: cursorCard, isInsideFolded: false, isOutsideFocus: false };
  const parents = parentsOf(tree);
  const card = ancestorsOf(parents, cursorCard).find((id) => pictureIndex.card(id) !== undefined);
  return { card, isInsideFolded: card !== undefined, isOutsideFocus: card === undefined && parents.has(cursorCard) };
}

/** Returns the tree as it would be shown with nothing folded. */
export const unfoldedTree = ({ tree, viewOptions: { exploration } }: PageSession): Tree =>
  applyExploration(tree ?? EMPTY_TREE, { ...exploration, folded: new Set() }).tree;

const EMPTY_TREE: Tree = {
  title: undefined,
  language: undefined,
  cards: [],
  positions: [],
  contradictions: [],
  restatements: [],
  sections: [],
};
