/** Boxes, and the two directions in which a tree can be laid out. */

/** Which way the tree grows from its roots. */
export type Direction = "right" | "down";

/** In pixels; a way from one place to another, too. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels. */
export interface Box extends Point, Size {}

/** A point across and along the growth of the tree. */
export interface AxisPoint {
  readonly across: number;
  readonly along: number;
}

/** A box across and along the growth of the tree. */
export interface AxisExtent {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly near: number;
  readonly far: number;
}

export const axisExtent = ({ x, y, width, height }: Box, direction: Direction): AxisExtent =>
  direction === "right"
    ? { start: y, middle: y + height / 2, end: y + height, near: x, far: x + width }
    : { start: x, middle: x + width / 2, end: x + width, near: y, far: y + height };

const round = (value: number): number => Math.round(value * 10) / 10;

/** A point as it is written in the path of an SVG. */
export const svgAxisPoint = ({ across, along }: AxisPoint, direction: Direction): string =>
  direction === "right" ? `${round(along)} ${round(across)}` : `${round(across)} ${round(along)}`;

/** A box from its place across and along the growth. */
export const fromAxes = (direction: Direction, across: number, along: number, { width, height }: Size): Box =>
  direction === "right" ? { x: along, y: across, width, height } : { x: across, y: along, width, height };

/** The smallest box around some points. */
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

/** Whether two boxes have anything in common. */
export const intersects = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether the second box lies within the first. */
export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** A box that reaches further on all sides. */
export const inflate = ({ x, y, width, height }: Box, by: Point): Box => ({
  x: x - by.x,
  y: y - by.y,
  width: width + 2 * by.x,
  height: height + 2 * by.y,
});
