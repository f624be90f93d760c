import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "../../../../server/core/picture/geometry/box.ts";
import { type Curve, piecesInBox, svgPath } from "../../../../server/core/picture/geometry/curve.ts";

const coordinate = fc.integer({ min: -300_000, max: 300_000 });
const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });
const curve: fc.Arbitrary<Curve> = fc.record({ start: point, controlPoints: fc.tuple(point, point), end: point });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});

/** The point of a curve at parameter `t`. */
function pointAt({ start, controlPoints: [first, second], end }: Curve, t: number): Point {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
  return { x: mix(start.x, first.x, second.x, end.x), y: mix(start.y, first.y, second.y, end.y) };
}

test("the pieces in a box contain each point of the curve in the box", () => {
  fc.assert(
    fc.property(curve, fc.double({ min: 0, max: 1, noNaN: true }), (whole, t) => {
      const { x, y } = pointAt(whole, t);
      const pieces = piecesInBox(whole, { x: x - 1, y: y - 1, width: 2, height: 2 });
      const samples = pieces.flatMap((piece) => Array.from({ length: 2001 }, (_, n) => pointAt(piece, n / 2000)));
      expect(samples.some((sample) => Math.hypot(sample.x - x, sample.y - y) < 2)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("the pieces are short, and few if the box is small", () => {
  fc.assert(
    fc.property(curve, box, (whole, within) => {
      const pieces = piecesInBox(whole, within);
      for (const { start, end } of pieces) {
        expect(Math.abs(start.x - end.x)).toBeLessThanOrEqual(1000);
        expect(Math.abs(start.y - end.y)).toBeLessThanOrEqual(1000);
      }
      expect(pieces.length).toBeLessThan(100);
    }),
  );
});

test("a piece does not depend on the box, so that its dashes stay in place", () => {
  fc.assert(
    fc.property(curve, box, (whole, within) => {
      const larger = { x: within.x - 9000, y: within.y - 9000, width: 24_000, height: 24_000 };
      const pieces = new Set(piecesInBox(whole, larger).map(svgPath));
      for (const piece of piecesInBox(whole, within)) expect(pieces.has(svgPath(piece))).toBe(true);
    }),
  );
});
