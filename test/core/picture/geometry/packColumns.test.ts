import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intersects, type Size } from "../../../../server/core/picture/geometry/box.ts";
import { packColumns, packRows, scaleToFit } from "../../../../server/core/picture/geometry/packColumns.ts";
import { runs } from "../../../support/runs.ts";

const gaps = { x: 20, y: 10 };
const box = (width: number, height: number): Size => ({ width, height });
const side = fc.integer({ min: 1, max: 900 });
const someBoxes = fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 30 });
/** The length of some boxes one after the other. */
const withGaps = (lengths: readonly number[], gap: number): number =>
  lengths.reduce((sum, length) => sum + length + gap, -gap);
const anyTarget = fc.record({ width: side, height: side });

describe("boxes packed into columns", () => {
  test("stay in one column if they fit", () => {
    const packing = packColumns([box(100, 50), box(80, 30)], box(400, 400), gaps);
    expect(packing).toEqual({
      starts: [0],
      positions: [
        { x: 0, y: 0 },
        { x: 0, y: 60 },
      ],
      width: 100,
      height: 90,
    });
  });

  test("fill a wide target, in order, with columns of about the same height", () => {
    const { starts, positions, width, height } = packColumns(
      [box(100, 100), box(120, 50), box(90, 60), box(100, 40), box(100, 90)],
      box(400, 170),
      gaps,
    );
    expect(starts).toEqual([0, 1, 3]);
    expect(positions.map(({ x }) => x)).toEqual([0, 120, 120, 260, 260]);
    expect([width, height]).toEqual([360, 140]);
  });

  test("stay in one column of a narrow target", () => {
    expect(packColumns([box(100, 100), box(100, 100), box(100, 100)], box(100, 200), gaps).starts).toEqual([0]);
  });

  test("may be none at all", () => {
    expect(packColumns([], box(100, 100), gaps)).toMatchObject({ positions: [], width: 0 });
  });

  test("do not overlap, keep their order, and fit at no smaller scale than in one column or side by side", () => {
    fc.assert(
      fc.property(someBoxes, anyTarget, (boxes, target) => {
        const packing = packColumns(boxes, target, gaps);
        const placed = boxes.map((size, index) => ({ ...size, ...(packing.positions[index] ?? expect.unreachable()) }));
        placed.forEach((one, index) => {
          expect(placed.slice(index + 1).some((other) => intersects(one, other))).toBe(false);
          const next = placed[index + 1];
          if (next !== undefined) expect(next.x > one.x || (next.x === one.x && next.y > one.y)).toBe(true);
          expect(one.x + one.width <= packing.width && one.y + one.height <= packing.height).toBe(true);
        });
        const scale = scaleToFit(packing, target);
        const [widths, heights] = [boxes.map(({ width }) => width), boxes.map(({ height }) => height)];
        const oneColumn = box(Math.max(...widths), withGaps(heights, gaps.y));
        const sideBySide = box(withGaps(widths, gaps.x), Math.max(...heights));
        expect(scale).toBeGreaterThanOrEqual(scaleToFit(oneColumn, target));
        expect(scale).toBeGreaterThanOrEqual(scaleToFit(sideBySide, target) - 1e-9);
      }),
      { numRuns: runs(200) },
    );
  });
});

test("boxes packed into rows fill a tall target, in order, with rows of about the same width", () => {
  const boxes = [box(100, 100), box(50, 120), box(60, 90), box(40, 100), box(90, 100)];
  expect(packRows(boxes, box(170, 400), { x: 10, y: 20 })).toEqual({
    starts: [0, 1, 3],
    positions: [
      { x: 0, y: 0 },
      { x: 0, y: 120 },
      { x: 60, y: 120 },
      { x: 0, y: 260 },
      { x: 50, y: 260 },
    ],
    width: 140,
    height: 360,
  });
});
