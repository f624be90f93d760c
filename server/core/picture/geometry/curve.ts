/** Cubic Bézier curves. A long one is cut to the visible pieces, as browsers take seconds to dash the whole of it. */
import type { Box, Point } from "./box.ts";

/** A cubic Bézier curve. */
export interface Curve {
  readonly start: Point;
  readonly controlPoints: readonly [Point, Point];
  readonly end: Point;
}

/** The maximum width and height of a piece, in pixels. */
const MAX_PIECE_LENGTH = 1000;

/** Whether a curve is so long that only its visible pieces should be dashed. */
export const isLong = ({ start, end }: Curve): boolean =>
  Math.abs(end.x - start.x) + Math.abs(end.y - start.y) > 4 * MAX_PIECE_LENGTH;

/**
 * The pieces of a curve that may touch a box, in the order of the curve. The cuts do not depend on the box: each piece is
 * dashed from its own start, so the dashes stay in place while the user scrolls.
 */
export function piecesInBox(curve: Curve, box: Box): readonly Curve[] {
  const points = [curve.start, ...curve.controlPoints, curve.end];
  // A Bézier curve lies within the convex hull of its points.
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, right, top, bottom] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  if (left > box.x + box.width || right < box.x || top > box.y + box.height || bottom < box.y) return [];
  if (right - left <= MAX_PIECE_LENGTH && bottom - top <= MAX_PIECE_LENGTH) return [curve];
  return splitInHalf(curve).flatMap((half) => piecesInBox(half, box));
}

/** One coordinate of the point of a cubic Bézier curve at a parameter from 0 to 1, by its Bernstein form. */
export function cubicAt(t: number, start: number, first: number, second: number, end: number): number {
  const u = 1 - t;
  return u ** 3 * start + 3 * u * u * t * first + 3 * u * t * t * second + t ** 3 * end;
}

/** The point of a curve at a parameter from 0 to 1. */
export const pointOnCurve = ({ start, controlPoints: [first, second], end }: Curve, t: number): Point => ({
  x: cubicAt(t, start.x, first.x, second.x, end.x),
  y: cubicAt(t, start.y, first.y, second.y, end.y),
});

/** Splits a curve at its parameter 0.5 by De Casteljau's algorithm. */
function splitInHalf({ start, controlPoints: [first, second], end }: Curve): readonly [Curve, Curve] {
  const [a, b, c] = [midpoint(start, first), midpoint(first, second), midpoint(second, end)];
  const [ab, bc] = [midpoint(a, b), midpoint(b, c)];
  const middle = midpoint(ab, bc);
  return [
    { start, controlPoints: [a, ab], end: middle },
    { start: middle, controlPoints: [bc, c], end },
  ];
}

const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A point as written in an SVG path, rounded to a tenth of a pixel. */
export const svgPoint = ({ x, y }: Point): string => `${roundToTenth(x)} ${roundToTenth(y)}`;

const roundToTenth = (value: number): number => Math.round(value * 10) / 10;

/** The `d` attribute of an SVG path that draws the curve. */
export const svgPath = ({ start, controlPoints, end }: Curve): string =>
  `M${svgPoint(start)}C${[...controlPoints, end].map(svgPoint).join(" ")}`;
