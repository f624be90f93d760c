/** A picture with what the page looks up in it all the time. Made once for each picture. */

import { type Box, grown } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import { margin, type Picture } from "../../../server/core/picture/picture.ts";
import type { CardId, Place, Tree } from "../../../server/core/tree/tree.ts";

export interface Plot {
  readonly picture: Picture;
  readonly card: (id: CardId | undefined) => PlacedCard | undefined;
  /** Where a card stands among its siblings, from 1, and how many these are. */
  readonly rank: (id: CardId) => { readonly place: number; readonly of: number };
  readonly children: (id: CardId) => readonly CardId[];
  /** What the picture covers, without its margin. */
  readonly extent: Box;
}

/** The plot of the picture of the tree that is shown. */
export function plot(picture: Picture, shown: Tree): Plot {
  const cards = new Map<CardId, PlacedCard>();
  for (const card of picture.cards) cards.set(card.id, card);
  const { rows, ranks } = standing(shown.places);
  return {
    picture,
    card: (id) => (id === undefined ? undefined : cards.get(id)),
    rank: (id) => ({ place: ranks.get(id) ?? 1, of: rows.get(cards.get(id)?.parent)?.length ?? 1 }),
    children: (id) => rows.get(id) ?? [],
    extent: grown(picture.bounds, { x: -margin, y: -margin }),
  };
}

interface Standing {
  readonly rows: ReadonlyMap<CardId | undefined, readonly CardId[]>;
  readonly ranks: ReadonlyMap<CardId, number>;
}

/** Typing in a text moves nothing: the places are the same list then. */
const known = new WeakMap<readonly Place[], Standing>();

function standing(places: readonly Place[]): Standing {
  const before = known.get(places);
  if (before !== undefined) return before;
  const rows = new Map<CardId | undefined, CardId[]>();
  const ranks = new Map<CardId, number>();
  for (const { card, parent } of places) {
    const row = rows.get(parent);
    if (row) row.push(card);
    else rows.set(parent, [card]);
    ranks.set(card, row?.length ?? 1);
  }
  const made = { rows, ranks };
  known.set(places, made);
  return made;
}

/** An outline of no more rows is whole in the document, so that a screen reader reads on beyond what is in sight. */
const wholeOutline = 500;

export const isWhole = ({ shape, cards }: Picture): boolean => shape === "outline" && cards.length <= wholeOutline;
