/** The geometry of pan and zoom. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  centerColumn,
  centerOn,
  clampScale,
  fillTransform,
  fitTransform,
  hasRoomForColumn,
  initialColumnTransform,
  initialTransform,
  interpolate,
  isColumnInView,
  isFullyInView,
  isInView,
  isNearlySame,
  panned,
  panToReveal,
  SCALE,
  toScreen,
  type ViewportArea,
  visibleBoxOf,
  zoomedBy,
} from "../../../../client/webview/viewport/zoomGeometry.ts";
import { type Box, contains } from "../../../../server/core/picture/geometry/box.ts";

const size = { width: 1000, height: 600 };
const area: ViewportArea = { size, overlays: [] };
/** A toolbar at the top right, with a top inset of 46, and a minimap at the bottom right. */
const covered: ViewportArea = {
  size,
  overlays: [
    { x: 700, y: 8, width: 292, height: 34 },
    { x: 820, y: 460, width: 172, height: 132 },
  ],
};
const windowBox: Box = { x: 0, y: 0, ...size };

describe("conversion", () => {
  test("toScreen scales and moves a box", () => {
    expect(toScreen({ x: 10, y: 20, width: 30, height: 40 }, { x: 100, y: 200, k: 0.5 })).toEqual({
      x: 105,
      y: 210,
      width: 15,
      height: 20,
    });
  });

  test("the visible box covers exactly the window", () => {
    const transform = { x: 130, y: -70, k: 0.5 };
    expect(toScreen(visibleBoxOf(transform, size), transform)).toEqual(windowBox);
  });
});

describe("what is in view", () => {
  const box = { x: 0, y: 0, width: 100, height: 100 };

  test("partly or fully", () => {
    expect(isInView(box, { x: 950, y: 0, k: 1 }, size)).toBe(true);
    expect(isFullyInView(box, { x: 950, y: 0, k: 1 }, size)).toBe(false);
    expect(isFullyInView(box, { x: 950, y: 0, k: 0.5 }, size)).toBe(true);
    expect(isInView(box, { x: 1000, y: 0, k: 1 }, size)).toBe(false);
  });

  test("the whole width of a column, give or take a pixel", () => {
    const column = { x: 0, y: 0, width: 1000, height: 9000 };
    expect(isColumnInView(column, { x: 0.5, y: -400, k: 1 }, size)).toBe(true);
    expect(isColumnInView(column, { x: 2, y: 0, k: 1 }, size)).toBe(false);
    expect(isColumnInView(column, { x: -2, y: 0, k: 1 }, size)).toBe(false);
  });
});

describe("zooming", () => {
  test("keeps the point in the middle of the window", () => {
    const transform = { x: 40, y: -60, k: 0.8 };
    const zoomed = zoomedBy(transform, 1.25, size);
    expect(zoomed.k).toBeCloseTo(1);
    const middle = { x: (500 - 40) / 0.8, y: (300 + 60) / 0.8 };
    const expected = centerOn(middle, 1, size);
    expect(zoomed.x).toBeCloseTo(expected.x);
    expect(zoomed.y).toBeCloseTo(expected.y);
  });

  test("stays within the limits", () => {
    expect(zoomedBy({ x: 0, y: 0, k: SCALE.max }, 1.25, size).k).toBe(SCALE.max);
    expect(zoomedBy({ x: 0, y: 0, k: SCALE.min }, 0.8, size).k).toBe(SCALE.min);
    expect([clampScale(0.001), clampScale(1), clampScale(9)]).toEqual([SCALE.min, 1, SCALE.max]);
  });
});

test("panning keeps the scale", () => {
  expect(panned({ x: 1, y: 2, k: 0.5 }, { x: 10, y: -20 })).toEqual({ x: 11, y: -18, k: 0.5 });
});

test("interpolation runs from one transform to the other", () => {
  const [from, to] = [
    { x: 0, y: 100, k: 1 },
    { x: 10, y: 0, k: 2 },
  ];
  expect(interpolate(from, to, 0)).toEqual(from);
  expect(interpolate(from, to, 0.5)).toEqual({ x: 5, y: 50, k: 1.5 });
  expect(interpolate(from, to, 1)).toEqual(to);
});

test("two transforms look the same within two pixels and one per cent", () => {
  const transform = { x: 10, y: 10, k: 0.5 };
  expect(isNearlySame(transform, { x: 11, y: 11, k: 0.502 })).toBe(true);
  expect(isNearlySame(transform, { x: 13, y: 10, k: 0.5 })).toBe(false);
  expect(isNearlySame(transform, { x: 10, y: 10, k: 0.51 })).toBe(false);
});

describe("fitting", () => {
  test("centers a small picture at scale 1", () => {
    const bounds = { x: -50, y: 20, width: 400, height: 200 };
    expect(toScreen(bounds, fitTransform(bounds, area))).toEqual({ x: 300, y: 200, width: 400, height: 200 });
  });

  test("shrinks a large picture to the window, below the toolbar", () => {
    const fitted = toScreen(
      { x: 0, y: 0, width: 500, height: 2000 },
      fitTransform({ x: 0, y: 0, width: 500, height: 2000 }, covered),
    );
    expect(fitted.y).toBeCloseTo(46);
    expect(fitted.y + fitted.height).toBeCloseTo(600);
    expect(fitted.x + fitted.width / 2).toBeCloseTo(500);
  });

  test("ends above an overlay at the bottom that would cover the picture", () => {
    const bounds = { x: 0, y: 0, width: 2000, height: 1100 };
    const fitted = toScreen(bounds, fitTransform(bounds, covered));
    expect(fitted.y + fitted.height).toBeLessThanOrEqual(458);
  });

  test("shows all of any picture that fits above the minimum scale", () => {
    const bounds = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 20_000 }),
      height: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(bounds, (box) => {
        const transform = fitTransform(box, covered);
        const { x, y, width, height } = toScreen(box, transform);
        const withoutRounding = { x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02 };
        expect(transform.k).toBeLessThanOrEqual(1);
        expect(contains({ ...windowBox, y: 46, height: 554 }, withoutRounding)).toBe(true);
      }),
    );
  });
});

describe("filling", () => {
  test("a tall picture fills the width, from the top", () => {
    const bounds = { x: 0, y: 0, width: 1250, height: 20_000 };
    expect(fillTransform(bounds, covered)).toEqual({ x: 0, y: 46, k: 0.8 });
  });

  test("a wide picture fills the height, from the left", () => {
    const bounds = { x: 100, y: 0, width: 20_000, height: 750 };
    expect(fillTransform(bounds, area)).toEqual({ x: -80, y: 0, k: 0.8 });
  });

  test("a picture that is too large both ways is readable at its beginning", () => {
    const bounds = { x: 100, y: 200, width: 20_000, height: 20_000 };
    const { x, y, k } = fillTransform(bounds, area);
    expect(k).toBe(SCALE.readable);
    expect(toScreen(bounds, { x, y, k })).toMatchObject({ x: 0, y: 0 });
  });

  test("a picture that is narrower than the window is centered and not enlarged", () => {
    expect(fillTransform({ x: 0, y: 0, width: 400, height: 9000 }, area)).toEqual({ x: 300, y: 0, k: 1 });
  });
});

describe("the initial view", () => {
  const root = { x: 20, y: 3000, width: 150, height: 60 };
  const large = { x: 0, y: 0, width: 4000, height: 6000 };

  test("shows all of a picture that is then readable", () => {
    const bounds = { x: 0, y: 0, width: 1200, height: 500 };
    expect(initialTransform(bounds, root, undefined, area)).toEqual(fitTransform(bounds, area));
  });

  test("shows a picture that nearly fits at the readable scale", () => {
    const bounds = { x: 0, y: 0, width: 1900, height: 500 };
    expect(initialTransform(bounds, { ...root, y: 0 }, undefined, area).k).toBe(SCALE.readable);
  });

  test("shows the surroundings of the root of a large picture, with a margin at its edge", () => {
    const transform = initialTransform(large, root, undefined, area);
    expect(transform.k).toBe(SCALE.initial);
    expect(toScreen(large, transform).x).toBeCloseTo(8);
    const { y, height } = toScreen(root, transform);
    expect(y + height / 2).toBeCloseTo(300);
  });

  test("shows the surroundings of the marked card when these of the root leave it out", () => {
    const near = { ...root, x: 300 };
    expect(initialTransform(large, root, near, area)).toEqual(initialTransform(large, root, undefined, area));
    const far = { x: 2000, y: 1000, width: 150, height: 60 };
    const screenBox = toScreen(far, initialTransform(large, root, far, area));
    expect(screenBox.x + screenBox.width / 2).toBeCloseTo(500);
    expect(screenBox.y + screenBox.height / 2).toBeCloseTo(300);
  });
});

describe("a column", () => {
  const column = { x: 0, y: 0, width: 700, height: 5000 };

  test("starts at its top, centered, at scale 1", () => {
    expect(initialColumnTransform(column, covered)).toEqual({ x: 150, y: 46, k: 1 });
  });

  test("starts with its whole width in view when it is wider than the window", () => {
    expect(initialColumnTransform({ ...column, width: 2000 }, area)).toEqual({ x: 0, y: 0, k: 0.5 });
  });

  test("has room when it is no wider than the window", () => {
    expect(hasRoomForColumn({ ...column, width: 1000 }, { x: 0, y: 0, k: 1 }, size)).toBe(true);
    expect(hasRoomForColumn({ ...column, width: 1010 }, { x: 0, y: 0, k: 1 }, size)).toBe(false);
  });

  test("is centered without a change of scale when it has room", () => {
    expect(centerColumn(column, { x: -300, y: -800, k: 1 }, covered)).toEqual({ x: 150, y: -800, k: 1 });
  });

  test("shrinks to the window, and keeps the row below the toolbar", () => {
    const transform = { x: 0, y: -954, k: 1 };
    const shrunk = centerColumn({ ...column, width: 2000 }, transform, covered);
    expect(shrunk.k).toBe(0.5);
    const rowAt = ({ y, k }: typeof transform): number => (46 - y) / k;
    expect(rowAt(shrunk)).toBeCloseTo(rowAt(transform));
  });
});

describe("revealing a box", () => {
  const transform = { x: 0, y: 0, k: 1 };

  test("needs no pan when the box is in view and clear", () => {
    expect(panToReveal({ x: 100, y: 100, width: 50, height: 50 }, transform, undefined, covered)).toEqual({
      x: 0,
      y: 0,
    });
  });

  test("pans to the nearest edge, with a margin", () => {
    const pan = panToReveal({ x: 1100, y: 100, width: 50, height: 50 }, transform, undefined, area);
    expect(pan).toEqual({ x: -178, y: 0 });
  });

  test("pans vertically in a column that is in view", () => {
    const column = { x: 0, y: 0, width: 1000, height: 5000 };
    const pan = panToReveal({ x: 980, y: 700, width: 20, height: 50 }, transform, column, area);
    expect(pan).toEqual({ x: 0, y: -178 });
  });

  test("centers a column that the user has moved to the side", () => {
    const column = { x: 0, y: 0, width: 700, height: 5000 };
    const pan = panToReveal({ x: 0, y: 100, width: 50, height: 50 }, { x: -200, y: 0, k: 1 }, column, area);
    expect(pan).toEqual({ x: 350, y: 0 });
  });
});
