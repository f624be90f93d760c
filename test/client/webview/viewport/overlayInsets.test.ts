/** The shortest pan that brings a card into view, clear of all overlays. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { panToClear, topInset, verticalPanToClear } from "../../../../client/webview/viewport/overlayInsets.ts";
import { type Box, intersects } from "../../../../server/core/picture/geometry/box.ts";

const size = { width: 800, height: 600 };
const toolbar: Box = { x: 500, y: 8, width: 292, height: 34 };
const panel: Box = { x: 8, y: 8, width: 280, height: 500 };

test("the top inset ends below the toolbars, and counts neither panels nor overlays at the bottom", () => {
  expect(topInset(size, [])).toBe(0);
  expect(topInset(size, [toolbar, panel, { ...toolbar, y: 550 }])).toBe(46);
});

describe("a card", () => {
  test("stays where it is when it is clear", () => {
    expect(panToClear({ x: 300, y: 100, width: 150, height: 60 }, size, [toolbar, panel], 28)).toEqual({ x: 0, y: 0 });
  });

  test("moves by the shortest way from under an overlay", () => {
    expect(panToClear({ x: 600, y: 20, width: 150, height: 60 }, size, [toolbar], 28)).toEqual({ x: 0, y: 30 });
  });

  test("that is larger than the window shows its beginning, below the toolbars", () => {
    const pan = panToClear({ x: -50, y: 300, width: 900, height: 700 }, size, [toolbar], 28);
    expect(pan).toEqual({ x: 78, y: -226 });
  });

  test("of a column moves only vertically", () => {
    expect(verticalPanToClear({ x: 600, y: 20, width: 150, height: 60 }, size, [toolbar], 28)).toBe(30);
    expect(verticalPanToClear({ x: 20, y: 700, width: 150, height: 60 }, size, [panel], 28)).toBe(-184);
  });
});

test("a card goes the shortest way to a clear position, if there is one", () => {
  const sizes = fc.record({ width: fc.integer({ min: 200, max: 1500 }), height: fc.integer({ min: 200, max: 1000 }) });
  const boxes = fc.record({
    x: fc.integer({ min: -800, max: 1800 }),
    y: fc.integer({ min: -800, max: 1800 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(boxes, sizes, fc.array(boxes, { maxLength: 5 }), (card, window, overlays) => {
      const pan = panToClear(card, window, overlays, 28);
      const isClear = (x: number, y: number): boolean =>
        x >= 0 &&
        y >= 0 &&
        x + card.width <= window.width &&
        y + card.height <= window.height &&
        !overlays.some((overlay) => intersects({ ...card, x, y }, overlay));
      if (isClear(card.x, card.y)) expect(pan).toEqual({ x: 0, y: 0 });
      // A corner that is clear, with room on all sides, is found, or a nearer position.
      for (const x of [28, window.width - 28 - card.width]) {
        for (const y of [28, window.height - 28 - card.height]) {
          if (!isClear(x, y) || card.width + 56 > window.width || card.height + 56 > window.height) continue;
          expect(isClear(card.x + pan.x, card.y + pan.y)).toBe(true);
          expect(Math.hypot(pan.x, pan.y)).toBeLessThanOrEqual(Math.hypot(x - card.x, y - card.y) + 1e-9);
        }
      }
    }),
  );
});
