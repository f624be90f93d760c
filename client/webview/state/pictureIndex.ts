/** A picture with what the page looks up in it all the time. Made once for each picture. */

import { type Box, inflate } from "../../../server/core/picture/geometry/box.ts";
import type { Picture, PlacedCard } from "../../../server/core/picture/model.ts";
import { pictureMargin } from "../../../server/core/picture/picture.ts";
import type { CardId, CardPosition, Tree } from "../../../server/core/tree/tree.ts";

export interface PictureIndex {
  readonly picture: Picture;
  readonly card: (id: CardId | undefined) => PlacedCard | undefined;
  /** Where a card stands among its siblings, from 1, and how many these are. */
  readonly siblingPosition: (id: CardId) => { readonly posInSet: number; readonly setSize: number };
  readonly childrenOf: (id: CardId) => readonly CardId[];
  /** What the picture covers, without its margin. */
  readonly extent: Box;
}

/** The plot of the picture of the tree that is shown. */
export function indexPicture(picture: Picture, visibleTree: Tree): PictureIndex {
  const cards = new Map<CardId, PlacedCard>();
  for (const card of picture.cards) cards.set(card.id, card);
  const { siblingsByParent, positions } = indexSiblings(visibleTree.places);
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

/** Typing in a text moves nothing: the places are the same list then. */
const siblingIndexCache = new WeakMap<readonly CardPosition[], SiblingIndex>();

function indexSiblings(places: readonly CardPosition[]): SiblingIndex {
  const cached = siblingIndexCache.get(places);
  if (cached !== undefined) return cached;
  const siblingsByParent = new Map<CardId | undefined, CardId[]>();
  const positions = new Map<CardId, number>();
  for (const { card, parent } of places) {
    const siblings = siblingsByParent.get(parent);
    if (siblings) siblings.push(card);
    else siblingsByParent.set(parent, [card]);
    positions.set(card, siblings?.length ?? 1);
  }
  const index = { siblingsByParent, positions };
  siblingIndexCache.set(places, index);
  return index;
}

/** An outline of no more rows is whole in the document, so that a screen reader reads on beyond what is in sight. */
const MAX_FULL_OUTLINE_ROWS = 500;

export const rendersAllRows = ({ shape, cards }: Picture): boolean =>
  shape === "outline" && cards.length <= MAX_FULL_OUTLINE_ROWS;
