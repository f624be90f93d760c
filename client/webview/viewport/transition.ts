/** Animates the change from one picture to the next: parts slide to their new places, and new parts fade in. */

import { type Box, intersects, type Point } from "../../../server/core/picture/geometry/box.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import { prefersReducedMotion } from "../ui/reducedMotion.ts";
import { type ElementAnimation, type KeySet, type PartKind, partTransitions } from "./partTransitions.ts";

/** Offsets are added up, so an animation that starts before another has ended continues smoothly. */
const TRANSITION_TIMING = { duration: 200, easing: "cubic-bezier(0.2, 0, 0, 1)", composite: "add" } as const;
/** With more animations than this, the eye cannot follow, and frames take too long. */
const MAX_ANIMATIONS = 150;

/**
 * Animates the rendered parts of `stage` from their old to their new positions. `offset` is how far the picture has been
 * moved under the window between the two, in pixels of the picture.
 */
export function animateTransition(
  stage: Element,
  oldIndex: PictureIndex,
  newIndex: PictureIndex,
  offset: Point,
  visibleBox: Box,
): void {
  if (prefersReducedMotion()) return;
  const pendingAnimations: (() => void)[] = [];
  const fadeIn = (element: Element): void => {
    pendingAnimations.push(() => element.animate({ opacity: [0, 1] }, { ...TRANSITION_TIMING, composite: "replace" }));
  };
  const slideFrom = (element: Element, { x, y }: Point): void => {
    const from = `translate(${x}px, ${y}px)`;
    if (x !== 0 || y !== 0)
      pendingAnimations.push(() => element.animate({ transform: [from, "translate(0px, 0px)"] }, TRANSITION_TIMING));
  };
  const animatePart = (element: Element | undefined, { translateFrom, d, size }: ElementAnimation): void => {
    if (element === undefined) return;
    if (translateFrom) slideFrom(element, translateFrom);
    if (d) pendingAnimations.push(() => element.animate({ d: [...d] }, { ...TRANSITION_TIMING, composite: "replace" }));
    if (size)
      pendingAnimations.push(() => element.animate({ ...size }, { ...TRANSITION_TIMING, composite: "replace" }));
  };

  for (const element of stage.querySelectorAll("[data-card]")) {
    const id = element.getAttribute("data-card") as CardId; // Written by `CardItem`.
    const [oldCard, newCard] = [oldIndex.card(id), newIndex.card(id)];
    if (newCard === undefined) continue;
    if (oldCard === undefined) {
      if (intersects(newCard, visibleBox)) fadeIn(element);
      continue;
    }
    const from = { ...oldCard, x: oldCard.x + offset.x, y: oldCard.y + offset.y };
    if (intersects(from, visibleBox) || intersects(newCard, visibleBox))
      slideFrom(element, { x: from.x - newCard.x, y: from.y - newCard.y });
  }

  const elements = new Map<PartKind, ReadonlyMap<string, Element>>();
  const renderedKeys = (kind: PartKind): KeySet => {
    const found = partElements(stage, kind);
    elements.set(kind, found);
    return found;
  };
  for (const { kind, key, animations } of partTransitions(oldIndex.picture, newIndex.picture, {
    offset,
    visibleBox,
    renderedKeys,
  })) {
    const element = elements.get(kind)?.get(key);
    if (element === undefined) continue;
    if (animations === "appears") fadeIn(element);
    else
      for (const animation of animations)
        animatePart(animation.childIndex === undefined ? element : element.children[animation.childIndex], animation);
  }
  // All or none: a picture in which only some parts move looks broken.
  if (pendingAnimations.length <= MAX_ANIMATIONS) for (const start of pendingAnimations) start();
}

/** Returns the elements of all parts of a kind, by key. */
function partElements(stage: Element, kind: PartKind): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const element of stage.querySelectorAll(`[data-part^="${kind} "]`))
    found.set((element.getAttribute("data-part") ?? "").slice(kind.length + 1), element);
  return found;
}
