/** Chooses the part of the picture to render: the visible part with a margin, so that not each step of a drag renders. */
import { type Box, contains, inflate } from "../../../server/core/picture/geometry/box.ts";

export interface RenderWindow {
  /** In pixels of the picture. */
  readonly box: Box;
  /** Whether cards are too small to read, so that `OverviewCanvas` paints blocks instead. */
  readonly isOverview: boolean;
}

/** Below this zoom, the 13-pixel text of a card is under 5 pixels high. */
const OVERVIEW_MAX_ZOOM = 0.36;

/** The margin on each side, relative to the size of the visible box. */
const MARGIN_RATIO = 0.35;
/** A window more than this many times as wide as the visible box is replaced by a smaller one. */
const MAX_WIDTH_RATIO = 4;

/** Returns the window for a visible box and a zoom factor: the previous object while that still fits. */
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
