/** What part of a picture is in the document: what is in sight and a margin, so that not every step of a drag draws anew. */
import { type Box, contains, inflate } from "../../../server/core/picture/geometry/box.ts";

export interface RenderWindow {
  readonly box: Box;
  /** Whether cards are too small to be read: blocks are painted in their stead. */
  readonly isOverview: boolean;
}

/** Below this zoom a card's text, 13 pixels in size, is under 5. */
const OVERVIEW_MAX_ZOOM = 0.36;

/** The margin on each side, as a part of what is in sight. */
const MARGIN_RATIO = 0.35;
/** How many times as wide as what is in sight a region may be before a smaller one is taken. */
const MAX_WIDTH_RATIO = 4;

/** The region for what is in sight at a zoom; the same object as before as long as it will do. */
export function renderWindowFor(visibleBox: Box, zoom: number, previous: RenderWindow | undefined): RenderWindow {
  const isOverview = zoom < OVERVIEW_MAX_ZOOM;
  const canReuse =
    previous?.isOverview === isOverview &&
    (isOverview || (contains(previous.box, visibleBox) && previous.box.width <= visibleBox.width * MAX_WIDTH_RATIO));
  return canReuse
    ? previous
    : {
        box: inflate(visibleBox, { x: visibleBox.width * MARGIN_RATIO, y: visibleBox.height * MARGIN_RATIO }),
        isOverview,
      };
}
