/** Curves, and what of a long one is in view: to dash all of it takes a browser seconds, however little of it is seen. */
import type { Box, Point } from "./box.ts";

/** A cubic curve. */
export interface Curve {
  readonly start: Point;
  readonly controlPoints: readonly [Point, Point];
  readonly end: Point;
}

/** About how long a piece of a long curve is, at most. */
const MAX_PIECE_LENGTH = 1000;

/** Whether a curve is too long to be dashed where little of it is seen. */
export const isLong = ({ start, end }: Curve): boolean =>
  Math.abs(end.x - start.x) + Math.abs(end.y - start.y) > 4 * MAX_PIECE_LENGTH;

/**
 * The pieces of a curve that touch a box, in the order of the curve. It has the same pieces whatever the box is: as each is
 * dashed from its own start, the dashes stay where they are when another part comes into view.
 */
export function piecesInBox(curve: Curve, box: Box): readonly Curve[] {
  const points = [curve.start, ...curve.controlPoints, curve.end];
  // A curve lies within its points.
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, right, top, bottom] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  if (left > box.x + box.width || right < box.x || top > box.y + box.height || bottom < box.y) return [];
  if (right - left <= MAX_PIECE_LENGTH && bottom - top <= MAX_PIECE_LENGTH) return [curve];
  return splitInHalf(curve).flatMap((half) => piecesInBox(half, box));
}

function splitInHalf({ start, controlPoints: [first, second], end }: Curve): readonly [Curve, Curve] {
  const [a, middle, c] = [midpoint(start, first), midpoint(first, second), midpoint(second, end)];
  const [near, far] = [midpoint(a, middle), midpoint(middle, c)];
  const middlePoint = midpoint(near, far);
  return [
    { start, controlPoints: [a, near], end: middlePoint },
    { start: middlePoint, controlPoints: [far, c], end },
  ];
}

const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

const round = (value: number): number => Math.round(value * 10) / 10;
/** A point as it is written in the path of an SVG. */
export const svgPoint = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** As in the `d` of an SVG path. */
export const svgPath = ({ start, controlPoints, end }: Curve): string =>
  `M${svgPoint(start)}C${[...controlPoints, end].map(svgPoint).join(" ")}`;
