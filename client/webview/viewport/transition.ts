/** From one picture to the next: what stands elsewhere now glides there, what is new appears. */

import { type Box, meet, type Point } from "../../../server/core/picture/geometry/box.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Plot } from "../state/pictureIndex.ts";
import { isStill } from "../ui/reducedMotion.ts";
import { changesOf, type Keys, type PartKind, type Step } from "./partTransitions.ts";

/** What is added to where a thing stands fades away; a glide that begins before another has ended goes on from there. */
const timing = { duration: 200, easing: "cubic-bezier(0.2, 0, 0, 1)", composite: "add" } as const;
/** More than these at a time are no help to the eye, and too much for it. */
const most = 150;

/**
 * Moves what is in the document from where it stood to where it stands. Both are seen in the new picture: `offset` is how
 * far the picture has been moved under the window between the two.
 */
export function glide(stage: Element, before: Plot, after: Plot, offset: Point, sight: Box): void {
  if (isStill()) return;
  const moves: (() => void)[] = [];
  const appears = (element: Element): void => {
    moves.push(() => element.animate({ opacity: [0, 1] }, { ...timing, composite: "replace" }));
  };
  const movesBy = (element: Element, { x, y }: Point): void => {
    const from = `translate(${x}px, ${y}px)`;
    if (x !== 0 || y !== 0) moves.push(() => element.animate({ transform: [from, "translate(0px, 0px)"] }, timing));
  };
  const takes = (element: Element | undefined, { by, d, size }: Step): void => {
    if (element === undefined) return;
    if (by) movesBy(element, by);
    if (d) moves.push(() => element.animate({ d: [...d] }, { ...timing, composite: "replace" }));
    if (size) moves.push(() => element.animate({ ...size }, { ...timing, composite: "replace" }));
  };

  for (const element of stage.querySelectorAll("[data-card]")) {
    const id = element.getAttribute("data-card") as CardId; // The scene has put it there.
    const [was, is] = [before.card(id), after.card(id)];
    if (is === undefined) continue;
    if (was === undefined) {
      if (meet(is, sight)) appears(element);
      continue;
    }
    const from = { ...was, x: was.x + offset.x, y: was.y + offset.y };
    if (meet(from, sight) || meet(is, sight)) movesBy(element, { x: from.x - is.x, y: from.y - is.y });
  }

  const elements = new Map<PartKind, ReadonlyMap<string, Element>>();
  const wanted = (kind: PartKind): Keys => {
    const found = partsIn(stage, kind);
    elements.set(kind, found);
    return found;
  };
  for (const { kind, key, steps } of changesOf(before.picture, after.picture, { offset, sight, wanted })) {
    const element = elements.get(kind)?.get(key);
    if (element === undefined) continue;
    if (steps === "appears") appears(element);
    else for (const step of steps) takes(step.at === undefined ? element : element.children[step.at], step);
  }
  // All or nothing: half of them at rest would look as if something had gone wrong.
  if (moves.length <= most) for (const move of moves) move();
}

/** The elements of a kind of parts, by their keys. */
function partsIn(stage: Element, kind: PartKind): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const element of stage.querySelectorAll(`[data-part^="${kind} "]`))
    found.set((element.getAttribute("data-part") ?? "").slice(kind.length + 1), element);
  return found;
}
