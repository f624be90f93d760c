/** A picture with the look-ups that the page needs, built once per picture. */
import { type Box, inflate } from "../../../server/core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../../server/core/picture/model.ts";
import { pictureMargin } from "../../../server/core/picture/picture.ts";
import type { CardId, CardPosition, Tree } from "../../../server/core/tree/tree.ts";

export interface PictureIndex {
  readonly picture: Picture;
  /** Returns the card with an id; undefined if the picture does not show it. */
  readonly card: (id: CardId | undefined) => PlacedCard | undefined;
  /** The position of a card among its siblings, from 1, and their number, as ARIA counts them. */
  readonly siblingPosition: (id: CardId) => { readonly posInSet: number; readonly setSize: number };
  readonly childrenOf: (id: CardId) => readonly CardId[];
  /** The bounds of the picture without its margin. */
  readonly extent: Box;
}

/** Indexes the picture of a tree. `visibleTree` has positions only for the cards that the picture shows. */
export function indexPicture(picture: Picture, visibleTree: Tree): PictureIndex {
  const cards = new Map<CardId, PlacedCard>();
  for (const card of picture.cards) cards.set(card.id, card);
  const { siblingsByParent, positions } = indexSiblings(visibleTree.positions);
  return {
    picture,
    card: (id) => (id === undefined ? undefined : cards.get(id)),
    siblingPosition: (id) => ({
      posInSet: positions.get(id) ?? 1,
      setSize: siblingsByParent.get(cards.get(id)?.parent)?.length ?? 1,
    }),
    childrenOf: (id) => siblingsByParent.get(id) ?? [],
    extent: inflate(picture.bounds, { x: -pictureMargin, y: -pictureMargin }),
  };
}

interface SiblingIndex {
  readonly siblingsByParent: ReadonlyMap<CardId | undefined, readonly CardId[]>;
  readonly positions: ReadonlyMap<CardId, number>;
}

/** An edit of a text moves no card, so the next tree has the same list of positions. */
const siblingIndexCache = new WeakMap<readonly CardPosition[], SiblingIndex>();

function indexSiblings(cardPositions: readonly CardPosition[]): SiblingIndex {
  const cached = siblingIndexCache.get(cardPositions);
  if (cached !== undefined) return cached;
  const siblingsByParent = new Map<CardId | undefined, CardId[]>();
  const positions = new Map<CardId, number>();
  for (const { card, parent } of cardPositions) {
    const siblings = siblingsByParent.get(parent);
    if (siblings) siblings.push(card);
    else siblingsByParent.set(parent, [card]);
    positions.set(card, siblings?.length ?? 1);
  }
  const index = { siblingsByParent, positions };
  siblingIndexCache.set(cardPositions, index);
  return index;
}

/** An outline with at most this many rows is rendered in full, so that a screen reader can read beyond the window. */
const MAX_FULL_OUTLINE_ROWS = 500;

/** Whether all rows of an outline are in the document, and not only the visible ones. */
export const rendersAllRows = ({ shape, cards }: Picture): boolean =>
  shape === "outline" && cards.length <= MAX_FULL_OUTLINE_ROWS;
