/** What of a picture stays where it is in the window when the next one comes, and what is brought back into sight. Pure. */

import { type Box, meet, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Drawing } from "../state/pictureCache.ts";
import type { Plot } from "../state/pictureIndex.ts";

/** How the marked card was when the picture last came to rest. */
export interface Seen {
  readonly mark: CardId;
  readonly inSight: boolean;
  readonly size: Size;
}

/** How another picture of the same map than before is begun. */
export interface Beginning {
  /** Whether the whole is left for a branch: one may come back to where it was. */
  readonly leavesWhole: boolean;
  /** Whether it comes back. */
  readonly isWhole: boolean;
  /** Whether that is in the shape in which it was left. */
  readonly comesBack: boolean;
}

/** The beginning of a picture of another shape, or of another branch alone; undefined where it goes on from the one before. */
export function beginningOf({ plot: was, explored: before }: Drawing, is: Drawing): Beginning | undefined {
  const { picture } = is.plot;
  const [from, to] = [before.crumbs.at(-1)?.id, is.explored.crumbs.at(-1)?.id];
  const turned = was.picture.shape !== picture.shape || was.picture.direction !== picture.direction;
  if (from === to && !turned) return undefined;
  const isWhole = to === undefined;
  return { leavesWhole: from === undefined && !turned, isWhole, comesBack: isWhole && !turned };
}

/** The first of some cards that is in sight and stays, else the one that is nearest to the middle. */
export function anchorOf(was: Plot, is: Plot, sight: Box, wanted: readonly (CardId | undefined)[]): CardId | undefined {
  const visible = (card: PlacedCard): boolean => meet(card, sight) && is.card(card.id) !== undefined;
  const first = wanted.find((id) => {
    const card = was.card(id);
    return card !== undefined && visible(card);
  });
  if (first !== undefined) return first;
  const [x, y] = [sight.x + sight.width / 2, sight.y + sight.height / 2];
  let nearest: PlacedCard | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const card of was.picture.cards) {
    const far = Math.hypot(card.x + card.width / 2 - x, card.y + card.height / 2 - y);
    if (far >= least || !visible(card)) continue;
    nearest = card;
    least = far;
  }
  return nearest?.id;
}

/** How far a card has gone from one picture to the next. */
export function shiftOf(card: CardId | undefined, from: Plot, to: Plot): Point {
  const [was, is] = [from.card(card), to.card(card)];
  return was && is ? { x: is.x - was.x, y: is.y - was.y } : { x: 0, y: 0 };
}

/**
 * Whether the marked card has left the sight by itself: what the user has moved out of sight stays there. A window of
 * another size may cut the card; what the picture does leaves it where one looks.
 */
export const hasSlipped = (seen: Seen | undefined, { mark, inSight, size }: Seen): boolean =>
  seen?.mark === mark && seen.inSight && (!sameSize(seen.size, size) || !inSight);

export const sameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;
