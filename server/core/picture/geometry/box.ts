/** Points, boxes and the directions in which a tree is laid out. All lengths are in pixels. */

/** The direction in which a tree grows from its roots. */
export type Direction = "right" | "down";

/** A point, or a vector from one point to another. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

/** A point in layout coordinates: along the direction of growth and across it. */
export interface AxisPoint {
  readonly across: number;
  readonly along: number;
}

/** A box in layout coordinates: `start` to `end` across the direction of growth, `near` to `far` along it. */
export interface AxisExtent {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly near: number;
  readonly far: number;
}

/** Converts a box to layout coordinates. */
export const axisExtent = ({ x, y, width, height }: Box, direction: Direction): AxisExtent =>
  direction === "right"
    ? { start: y, middle: y + height / 2, end: y + height, near: x, far: x + width }
    : { start: x, middle: x + width / 2, end: x + width, near: y, far: y + height };

/** Converts a point from layout coordinates. */
export const toPoint = ({ across, along }: AxisPoint, direction: Direction): Point =>
  direction === "right" ? { x: along, y: across } : { x: across, y: along };

/** The box of a size whose corner has these layout coordinates. */
export const fromAxes = (direction: Direction, across: number, along: number, { width, height }: Size): Box => ({
  ...toPoint({ across, along }, direction),
  width,
  height,
});

/** The smallest box that contains all points. */
export function boundingBox(points: readonly AxisPoint[], direction: Direction): Box {
  let [start, end, near, far] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { across, along } of points) {
    start = Math.min(start, across);
    end = Math.max(end, across);
    near = Math.min(near, along);
    far = Math.max(far, along);
  }
  return direction === "right"
    ? { x: near, y: start, width: far - near, height: end - start }
    : { x: start, y: near, width: end - start, height: far - near };
}

/** Whether two boxes overlap. Boxes that only share an edge do not. */
export const intersects = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether the second box lies within the first. */
export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The box enlarged by `by.x` on the left and right and by `by.y` at the top and bottom. */
export const inflate = ({ x, y, width, height }: Box, by: Point): Box => ({
  x: x - by.x,
  y: y - by.y,
  width: width + 2 * by.x,
  height: height + 2 * by.y,
});
