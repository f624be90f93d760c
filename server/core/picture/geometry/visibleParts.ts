/** What of a picture a window shows: for a map that is too large to be drawn whole. */

import type { ContradictionEdge } from "../layout/contradictionEdges.ts";
import type { Edge } from "../layout/edges.ts";
import type { SectionArea } from "../layout/sectionAreas.ts";
import type { Frame, PlacedCard } from "../layout/treeLayout.ts";
import type { Picture } from "../picture.ts";
import type { Box } from "./box.ts";

/** Parts of a picture, each kind in the order that it has there. */
export interface VisibleParts {
  readonly sectionAreas: readonly SectionArea[];
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly edges: readonly Edge[];
  readonly contradictions: readonly ContradictionEdge[];
}

/** How far parts may reach beyond their boxes, in pixels: handles, strokes, rings around cards. */
const OVERFLOW_MARGIN = 24;

/**
 * All parts of a picture that touch a box, by the boxes around them. Looks at each part: of 10,000 cards that is quicker than to
 * make an index, which the next keystroke would make useless.
 */
export function visibleParts({ sectionAreas, cards, frames, edges, contradictions }: Picture, box: Box): VisibleParts {
  const left = box.x - OVERFLOW_MARGIN;
  const top = box.y - OVERFLOW_MARGIN;
  const right = box.x + box.width + OVERFLOW_MARGIN;
  const bottom = box.y + box.height + OVERFLOW_MARGIN;
  const touches = ({ x, y, width, height }: Box): boolean =>
    x <= right && y <= bottom && x + width >= left && y + height >= top;
  return {
    sectionAreas: sectionAreas.filter(touches),
    cards: cards.filter(touches),
    frames: frames.filter(touches),
    edges: edges.filter((line) => touches(edgeBox(line))),
    contradictions: contradictions.filter((tie) => touches(tie.box)),
  };
}

/** The box between the ends of a line, which it does not leave. */
export const edgeBox = ({ x1, y1, x2, y2 }: Edge): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});
