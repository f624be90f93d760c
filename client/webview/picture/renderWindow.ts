/** Chooses the part of the picture to render: the visible part with a margin, so that not each step of a drag renders. */
import { distantTextSize } from "../../../server/core/picture/cards/distantCard.ts";
import { type Box, contains, inflate } from "../../../server/core/picture/geometry/box.ts";

export interface RenderWindow {
  /** In pixels of the picture. */
  readonly box: Box;
  /** The size of letters in cards that are seen from afar; undefined if cards are drawn as they are laid out. */
  readonly textSize: number | undefined;
  /** Whether cards are too small to read, so that `OverviewCanvas` paints them instead. */
  readonly isOverview: boolean;
}

/** Below this zoom, so many cards may be in view that elements are too slow. */
const OVERVIEW_MAX_ZOOM = 0.36;

/** The margin on each side, relative to the size of the visible box. */
const MARGIN_RATIO = 0.35;
/** A window more than this many times as wide as the visible box is replaced by a smaller one. */
const MAX_WIDTH_RATIO = 4;

/** Returns the window for a visible box and a zoom factor: the previous object while that still fits. */
export function renderWindowFor(visibleBox: Box, zoom: number, previous: RenderWindow | undefined): RenderWindow {
  const isOverview = zoom < OVERVIEW_MAX_ZOOM;
  // `OverviewCanvas` chooses the size of its letters itself.
  const textSize = isOverview ? undefined : distantTextSize(zoom);
  const canReuse =
    previous?.isOverview === isOverview &&
    previous.textSize === textSize &&
    (isOverview || (contains(previous.box, visibleBox) && previous.box.width <= visibleBox.width * MAX_WIDTH_RATIO));
  return canReuse
    ? previous
    : {
        box: inflate(visibleBox, { x: visibleBox.width * MARGIN_RATIO, y: visibleBox.height * MARGIN_RATIO }),
        textSize,
        isOverview,
      };
}
