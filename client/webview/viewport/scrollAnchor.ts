/** What of a picture stays where it is in the window when the next one comes, and what is brought back into sight. Pure. */

import { type Box, intersects, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";

/** How the marked card was when the picture last came to rest. */
export interface MarkVisibility {
  readonly markedCardId: CardId;
  readonly isVisible: boolean;
  readonly size: Size;
}

/** How another picture of the same map than before is begun. */
export interface ViewReset {
  /** Whether the whole is left for a branch: one may come back to where it was. */
  readonly leavesWholeMap: boolean;
  /** Whether it comes back. */
  readonly showsWholeMap: boolean;
  /** Whether that is in the shape in which it was left. */
  readonly restoresTransform: boolean;
}

/** The beginning of a picture of another shape, or of another branch alone; undefined where it goes on from the one before. */
export function viewReset(
  { pictureIndex: oldIndex, explored: oldExplored }: RenderedPicture,
  rendered: RenderedPicture,
): ViewReset | undefined {
  const { picture } = rendered.pictureIndex;
  const [oldFocus, newFocus] = [oldExplored.focusPath.at(-1)?.id, rendered.explored.focusPath.at(-1)?.id];
  const hasNewLayout = oldIndex.picture.shape !== picture.shape || oldIndex.picture.direction !== picture.direction;
  if (oldFocus === newFocus && !hasNewLayout) return undefined;
  const showsWholeMap = newFocus === undefined;
  return {
    leavesWholeMap: oldFocus === undefined && !hasNewLayout,
    showsWholeMap,
    restoresTransform: showsWholeMap && !hasNewLayout,
  };
}

/** The first of some cards that is in sight and stays, else the one that is nearest to the middle. */
export function findScrollAnchor(
  oldIndex: PictureIndex,
  newIndex: PictureIndex,
  visibleBox: Box,
  candidates: readonly (CardId | undefined)[],
): CardId | undefined {
  const isVisible = (card: PlacedCard): boolean => intersects(card, visibleBox) && newIndex.card(card.id) !== undefined;
  const first = candidates.find((id) => {
    const card = oldIndex.card(id);
    return card !== undefined && isVisible(card);
  });
  if (first !== undefined) return first;
  const [x, y] = [visibleBox.x + visibleBox.width / 2, visibleBox.y + visibleBox.height / 2];
  let nearest: PlacedCard | undefined;
  let nearestDistance = Number.POSITIVE_INFINITY;
  for (const card of oldIndex.picture.cards) {
    const distance = Math.hypot(card.x + card.width / 2 - x, card.y + card.height / 2 - y);
    if (distance >= nearestDistance || !isVisible(card)) continue;
    nearest = card;
    nearestDistance = distance;
  }
  return nearest?.id;
}

/** How far a card has gone from one picture to the next. */
export function cardOffset(card: CardId | undefined, from: PictureIndex, to: PictureIndex): Point {
  const [oldCard, newCard] = [from.card(card), to.card(card)];
  return oldCard && newCard ? { x: newCard.x - oldCard.x, y: newCard.y - oldCard.y } : { x: 0, y: 0 };
}

/**
 * Whether the marked card has left the sight by itself: what the user has moved out of sight stays there. A window of
 * another size may cut the card; what the picture does leaves it where one looks.
 */
export const hasLeftView = (
  before: MarkVisibility | undefined,
  { markedCardId, isVisible, size }: MarkVisibility,
): boolean =>
  before?.markedCardId === markedCardId && before.isVisible && (!isSameSize(before.size, size) || !isVisible);

export const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;
