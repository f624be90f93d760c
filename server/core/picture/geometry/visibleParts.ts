/** What of a picture a window shows: for a map that is too large to be drawn whole. */

import type { TieLine } from "../layout/contradictionEdges.ts";
import type { Line } from "../layout/edges.ts";
import type { Ground } from "../layout/sectionAreas.ts";
import type { Frame, PlacedCard } from "../layout/treeLayout.ts";
import type { Picture } from "../picture.ts";
import type { Box } from "./box.ts";

/** Parts of a picture, each kind in the order that it has there. */
export interface Sight {
  readonly grounds: readonly Ground[];
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
  readonly ties: readonly TieLine[];
}

/** How far parts may reach beyond their boxes, in pixels: handles, strokes, rings around cards. */
const beyond = 24;

/**
 * All parts of a picture that touch a box, by the boxes around them. Looks at each part: of 10,000 cards that is quicker than to
 * make an index, which the next keystroke would make useless.
 */
export function inView({ grounds, cards, frames, lines, ties }: Picture, box: Box): Sight {
  const left = box.x - beyond;
  const top = box.y - beyond;
  const right = box.x + box.width + beyond;
  const bottom = box.y + box.height + beyond;
  const touches = ({ x, y, width, height }: Box): boolean =>
    x <= right && y <= bottom && x + width >= left && y + height >= top;
  return {
    grounds: grounds.filter(touches),
    cards: cards.filter(touches),
    frames: frames.filter(touches),
    lines: lines.filter((line) => touches(spanOf(line))),
    ties: ties.filter((tie) => touches(tie.box)),
  };
}

/** The box between the ends of a line, which it does not leave. */
export const spanOf = ({ x1, y1, x2, y2 }: Line): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});
