/** Selects the parts of a picture that are visible in a viewport. */
import type { Edge, Picture } from "../model.ts";
import type { Box } from "./box.ts";

/** Some parts of a picture, each list in the picture's order. */
export type VisibleParts = Pick<Picture, "sectionAreas" | "cards" | "frames" | "edges" | "crossLinks">;

/** How far parts may be drawn beyond their boxes, in pixels: fold handles, strokes, focus rings. */
const OVERFLOW_MARGIN = 24;

/**
 * The parts of a picture whose boxes touch `box`. A linear scan: for 10,000 cards it is faster than building a spatial
 * index, which the next keystroke would invalidate.
 */
export function visibleParts({ sectionAreas, cards, frames, edges, crossLinks }: Picture, box: Box): VisibleParts {
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
    edges: edges.filter((edge) => touches(edgeBox(edge))),
    crossLinks: crossLinks.filter((crossLink) => touches(crossLink.box)),
  };
}

/** The bounding box of an edge. */
export const edgeBox = ({ x1, y1, x2, y2, bounds }: Edge): Box =>
  bounds ?? { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
