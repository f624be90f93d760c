/** Chooses the card that keeps its place in the window when the picture changes, and when to reveal the marked card. Pure. */

import { type Box, intersects, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";

/** The visibility of the marked card when the view last settled. */
export interface MarkVisibility {
  readonly markedCardId: CardId;
  readonly isVisible: boolean;
  /** The size of the window. */
  readonly size: Size;
}

/** How to start the view of a picture that does not continue the previous one. */
interface ViewReset {
  /** Whether the user focuses a branch of the whole map. The transform is saved for the way back. */
  readonly leavesWholeMap: boolean;
  /** Whether the new picture shows the whole map. */
  readonly showsWholeMap: boolean;
  /** Whether the shape or the direction is another one. */
  readonly hasNewLayout: boolean;
  /** Whether the saved transform still fits, because the layout is the same as then. */
  readonly restoresTransform: boolean;
}

/** Returns a reset when the shape, the direction or the focused branch has changed, and undefined otherwise. */
export function viewReset(
  { pictureIndex: oldIndex, explored: oldExplored }: Pick<RenderedPicture, "pictureIndex" | "explored">,
  rendered: Pick<RenderedPicture, "pictureIndex" | "explored">,
): ViewReset | undefined {
  const { picture } = rendered.pictureIndex;
  const [oldFocus, newFocus] = [oldExplored.focusPath.at(-1)?.id, rendered.explored.focusPath.at(-1)?.id];
  const hasNewLayout = oldIndex.picture.shape !== picture.shape || oldIndex.picture.direction !== picture.direction;
  if (oldFocus === newFocus && !hasNewLayout) return undefined;
  const showsWholeMap = newFocus === undefined;
  return {
    leavesWholeMap: oldFocus === undefined && !hasNewLayout,
    showsWholeMap,
    hasNewLayout,
    restoresTransform: showsWholeMap && !hasNewLayout,
  };
}

/**
 * Returns the card that keeps its place: the first candidate that is visible and in both pictures, or else such a card
 * nearest to the middle of the window.
 */
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

/** Returns how far a card has moved between two pictures: 0, 0 when it is in only one of them. */
export function cardOffset(card: CardId | undefined, from: PictureIndex, to: PictureIndex): Point {
  const [oldCard, newCard] = [from.card(card), to.card(card)];
  return oldCard && newCard ? { x: newCard.x - oldCard.x, y: newCard.y - oldCard.y } : { x: 0, y: 0 };
}

/**
 * Whether the marked card was visible and has left the view through a change of the picture, or may have been cut by a change
 * of the window's size. A card that the user has moved out of view stays there.
 */
export const hasLeftView = (
  before: MarkVisibility | undefined,
  { markedCardId, isVisible, size }: MarkVisibility,
): boolean =>
  before?.markedCardId === markedCardId && before.isVisible && (!isSameSize(before.size, size) || !isVisible);

/** Whether width and height are equal. */
export const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;
