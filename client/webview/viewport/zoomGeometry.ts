/**
 * The geometry of pan and zoom: pure functions from boxes to transforms. Bounds, roots and columns are boxes in pixels of the
 * picture; sizes and overlays are in pixels of the window.
 */
import { type Box, contains, intersects, type Point, type Size } from "../../../server/core/picture/geometry/box.ts";
import type { ViewTransform } from "../state/savedView.ts";
import { panToClear, topInset, verticalPanToClear } from "./overlayInsets.ts";

/** Zoom factors. At `readable`, the 13-pixel text of a card is 8 pixels high; smaller text is hard to read. */
export const SCALE = { min: 0.04, max: 3, readable: 0.61, initial: 0.8 };

/** A picture that fits at no less than this part of the readable zoom is shown at the readable zoom. */
const NEARLY_READABLE = 0.8;
const REVEAL_MARGIN = 28;
/** The margin at the beginning of a picture, which has a margin of its own. */
const START_MARGIN = 8;

/** The window that shows the picture, with the boxes that cover parts of it. */
export interface ViewportArea {
  readonly size: Size;
  readonly overlays: readonly Box[];
}

/** Converts a box of the picture to pixels of the window. */
export const toScreen = ({ x, y, width, height }: Box, transform: ViewTransform): Box => ({
  x: transform.x + x * transform.k,
  y: transform.y + y * transform.k,
  width: width * transform.k,
  height: height * transform.k,
});

/** Returns the part of the picture that the window shows, in pixels of the picture. */
export const visibleBoxOf = ({ x, y, k }: ViewTransform, { width, height }: Size): Box => ({
  x: -x / k,
  y: -y / k,
  width: width / k,
  height: height / k,
});

/** Whether any part of a box is in the window. */
export const isInView = (box: Box, transform: ViewTransform, size: Size): boolean =>
  intersects({ x: 0, y: 0, ...size }, toScreen(box, transform));

/** Whether all of a box is in the window. */
export const isFullyInView = (box: Box, transform: ViewTransform, size: Size): boolean =>
  contains({ x: 0, y: 0, ...size }, toScreen(box, transform));

/** Whether the whole width of a column is in the window, give or take a pixel. */
export function isColumnInView(column: Box, transform: ViewTransform, { width }: Size): boolean {
  const screenColumn = toScreen(column, transform);
  return screenColumn.x > -1 && screenColumn.x + screenColumn.width < width + 1;
}

/** Returns the nearest zoom factor that the user can reach by zooming. */
export const clampScale = (k: number): number => Math.max(SCALE.min, Math.min(SCALE.max, k));

/** Whether the texts of cards are large enough to read. */
export const isReadable = ({ k }: ViewTransform): boolean => k >= SCALE.readable;

/** Whether two transforms look the same to the user. */
export const isNearlySame = (one: ViewTransform, other: ViewTransform): boolean =>
  Math.abs(one.k / other.k - 1) < 0.01 && Math.hypot(one.x - other.x, one.y - other.y) < 2;

/** Returns the transform at scale `k` that puts a point of the picture into the middle of the window. */
export const centerOn = ({ x, y }: Point, k: number, { width, height }: Size): ViewTransform => ({
  x: width / 2 - x * k,
  y: height / 2 - y * k,
  k,
});

/** Moves a picture, by pixels of the window. */
export const panned = (transform: ViewTransform, { x, y }: Point): ViewTransform => ({
  x: transform.x + x,
  y: transform.y + y,
  k: transform.k,
});

/** Zooms by a factor around the middle of the window, within the limits of `SCALE`. */
export function zoomedBy(transform: ViewTransform, factor: number, size: Size): ViewTransform {
  const visibleBox = visibleBoxOf(transform, size);
  return centerOn(centerOf(visibleBox), clampScale(transform.k * factor), size);
}

/** Returns the transform at a moment between two others. `t` runs from 0 to 1. */
export function interpolate(from: ViewTransform, to: ViewTransform, t: number): ViewTransform {
  const between = (a: number, b: number): number => a + (b - a) * t;
  return { x: between(from.x, to.x), y: between(from.y, to.y), k: between(from.k, to.k) };
}

/** Returns the transform that shows all of the bounds between the overlays at the top and the bottom, at most at scale 1. */
export function fitTransform(bounds: Box, { size, overlays }: ViewportArea): ViewTransform {
  const top = topInset(size, overlays);
  const fitAbove = (bottom: number): ViewTransform => {
    const height = Math.max(1, bottom - top);
    const k = Math.max(SCALE.min, Math.min(1, size.width / bounds.width, height / bounds.height));
    const { x, y } = centerOf(bounds);
    return { x: size.width / 2 - x * k, y: top + height / 2 - y * k, k };
  };
  const whole = fitAbove(size.height);
  // Overlays at the bottom are small and in corners, where there is often no card.
  const screenBounds = toScreen(bounds, whole);
  const bottomOverlays = overlays.filter((overlay) => overlay.y > size.height / 2 && intersects(overlay, screenBounds));
  return bottomOverlays.length === 0 ? whole : fitAbove(Math.min(...bottomOverlays.map(({ y }) => y)) - 2);
}

/**
 * Returns the transform that fills the window in one direction, from the beginning of the bounds, at most at scale 1. Where that
 * is too small to read, the picture is larger than the window in both directions.
 */
export function fillTransform({ x, y, width, height }: Box, { size, overlays }: ViewportArea): ViewTransform {
  const top = topInset(size, overlays);
  const k = Math.min(1, Math.max(SCALE.readable, size.width / width, (size.height - top) / height));
  const axisOffset = (start: number, length: number, available: number): number =>
    length * k <= available ? available / 2 - (start + length / 2) * k : -start * k;
  return { x: axisOffset(x, width, size.width), y: top + axisOffset(y, height, size.height - top), k };
}

/**
 * Returns the transform that first shows a picture at a readable size: all of it, or else the surroundings of its root.
 * Where these leave out the marked card, it shows the surroundings of that card.
 */
export function initialTransform(
  bounds: Box,
  root: Box,
  marked: Box | undefined,
  { size, overlays }: ViewportArea,
): ViewTransform {
  const whole = fitTransform(bounds, { size, overlays });
  if (isReadable(whole)) return whole;
  const top = topInset(size, overlays);
  const k = whole.k >= SCALE.readable * NEARLY_READABLE ? SCALE.readable : SCALE.initial;
  // The middle of the card is centered as far as the picture reaches on both sides. A picture that fits is centered itself.
  const axisOffset = (start: number, length: number, middle: number, available: number): number => {
    if (length * k <= available) return available / 2 - (start + length / 2) * k;
    const [first, last] = [START_MARGIN - start * k, available - START_MARGIN - (start + length) * k];
    return Math.max(last, Math.min(first, available / 2 - middle * k));
  };
  const around = (card: Box): ViewTransform => {
    const { x, y } = centerOf(card);
    return {
      x: axisOffset(bounds.x, bounds.width, x, size.width),
      y: top + axisOffset(bounds.y, bounds.height, y, size.height - top),
      k,
    };
  };
  const initial = around(root);
  return marked === undefined || isFullyInView(marked, initial, size) ? initial : around(marked);
}

/** Returns the transform that first shows a column: from its top, with its whole width, at most at scale 1. */
export function initialColumnTransform(column: Box, { size, overlays }: ViewportArea): ViewTransform {
  const k = Math.max(SCALE.min, Math.min(1, size.width / column.width));
  return {
    x: size.width / 2 - centerOf(column).x * k,
    y: topInset(size, overlays) - column.y * k,
    k,
  };
}

/** Whether the window is wide enough for a column at the current scale. */
export const hasRoomForColumn = (column: Box, { k }: ViewTransform, { width }: Size): boolean =>
  k <= (width / column.width) * 1.001;

/** Centers a column horizontally, at a smaller scale if it is wider than the window. Its rows stay at the top. */
export function centerColumn(column: Box, transform: ViewTransform, { size, overlays }: ViewportArea): ViewTransform {
  const k = Math.max(SCALE.min, Math.min(transform.k, size.width / column.width));
  const top = topInset(size, overlays);
  return { x: size.width / 2 - centerOf(column).x * k, y: top + ((transform.y - top) * k) / transform.k, k };
}

/**
 * Returns the shortest pan, in pixels of the window, that brings a box into view, clear of the overlays. `column` is the
 * whole picture when it is a column: one that fits the window is moved sideways only as a whole.
 */
export function panToReveal(
  box: Box,
  transform: ViewTransform,
  column: Box | undefined,
  { size, overlays }: ViewportArea,
): Point {
  const screenBox = toScreen(box, transform);
  if (column === undefined || column.width * transform.k >= size.width + 1)
    return panToClear(screenBox, size, overlays, REVEAL_MARGIN);
  const screenColumn = toScreen(column, transform);
  const x = isColumnInView(column, transform, size) ? 0 : size.width / 2 - centerOf(screenColumn).x;
  return { x, y: verticalPanToClear({ ...screenBox, x: screenBox.x + x }, size, overlays, REVEAL_MARGIN) };
}

/** Returns the middle of a box. */
export const centerOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
