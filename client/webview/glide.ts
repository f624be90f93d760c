/** From one picture to the next: what stands elsewhere now glides there, what is new appears. */
import type { CardId } from "../../server/language/tree.ts";
import type { Box } from "../../server/picture/box.ts";
import { isStill } from "./motion.ts";
import { meet, type Plot } from "./plot.ts";

/** What is added to where a thing stands fades away; a glide that begins before another has ended goes on from there. */
const timing = { duration: 200, easing: "cubic-bezier(0.2, 0, 0, 1)", composite: "add" } as const;
/** More than these at a time are no help to the eye, and too much for it. */
const most = 150;

/**
 * Moves what is in the document from where it stood to where it stands. Both are seen in the new picture: `offset` is how
 * far the picture has been moved under the window between the two.
 */
export function glide(
  stage: Element,
  before: Plot,
  after: Plot,
  offset: { readonly x: number; readonly y: number },
  sight: Box,
): void {
  if (isStill()) return;
  const moves: (() => void)[] = [];
  const appears = (element: Element): void => {
    moves.push(() => element.animate({ opacity: [0, 1] }, { ...timing, composite: "replace" }));
  };
  const movesBy = (element: Element, x: number, y: number): void => {
    const from = `translate(${x}px, ${y}px)`;
    if (x !== 0 || y !== 0) moves.push(() => element.animate({ transform: [from, "translate(0px, 0px)"] }, timing));
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
    if (meet(from, sight) || meet(is, sight)) movesBy(element, from.x - is.x, from.y - is.y);
  }

  const elements = new Map<string, Element>();
  for (const element of stage.querySelectorAll("[data-part]"))
    elements.set(element.getAttribute("data-part") ?? "", element);
  const [parts, now] = [partsOf(before, elements), partsOf(after, elements)];
  for (const [name, element] of elements) {
    const [was, is] = [parts.get(name), now.get(name)];
    if (is === undefined) continue;
    if (was === undefined || commands(was) !== commands(is)) {
      appears(element);
      continue;
    }
    if (was === is) continue;
    movesBy(element, offset.x, offset.y);
    moves.push(() => element.animate({ d: [`path("${was}")`, `path("${is}")`] }, { ...timing, composite: "replace" }));
  }
  // All or nothing: half of them at rest would look as if something had gone wrong.
  if (moves.length <= most) for (const move of moves) move();
}

/** Paths can glide only into paths of the same commands. */
const commands = (path: string): string => path.replace(/[^a-z]/gi, "");

/** The paths of the lines and ties that are wanted; frames appear anew, as their cards have gone before. */
function partsOf({ picture }: Plot, wanted: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const line of picture.lines) {
    const name = `line ${line.key}`;
    // Its path is written when it is asked for, so only of those in sight.
    if (wanted.has(name)) parts.set(name, line.path);
  }
  for (const { a, b, path } of picture.ties) parts.set(`tie ${a} ${b}`, path);
  return parts;
}
