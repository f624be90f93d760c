/** What opens over the picture covers as little of it as can be. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestCorner, overlapArea, placePopover } from "../../../../client/webview/ui/popoverPlacement.ts";
import type { Box } from "../../../../server/core/picture/geometry/box.ts";

const window = { width: 1000, height: 700 };
const card: Box = { x: 400, y: 300, width: 150, height: 60 };
const box = { width: 300, height: 180 };
const around = (others: readonly Box[], grows: "right" | "down" = "right") =>
  ({ window, otherCards: [card, ...others], growthDirection: grows, previous: undefined }) as const;

test("a box goes below a card where the branch grows to the right, and to its right where it grows down", () => {
  expect(placePopover(card, box, around([]))).toMatchObject({ x: 400, y: 372 });
  expect(placePopover(card, box, around([], "down"))).toMatchObject({ x: 562, y: 300 });
});

test("a box covers no sibling where there is room beyond the branch", () => {
  const siblings = [120, 210, 390, 480, 570].map((y) => ({ ...card, y }));
  const spot = placePopover(card, box, around(siblings));
  for (const sibling of siblings) expect(overlapArea({ ...spot, ...box }, sibling)).toBe(0);
});

test("a box stays at its side while the picture moves a little", () => {
  const other = { x: 400, y: 500, width: 150, height: 60 };
  const first = placePopover(card, box, around([other]));
  const still = placePopover(card, box, {
    ...around([other, { x: first.x, y: first.y, width: 40, height: 40 }]),
    previous: first,
  });
  expect(still).toEqual(first);
});

test("a box lies within the window, and beside its card wherever there is room beside it", () => {
  const boxes = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 640 }),
    width: fc.integer({ min: 20, max: 300 }),
    height: fc.integer({ min: 20, max: 200 }),
  });
  const grows = fc.constantFrom("right" as const, "down" as const);
  fc.assert(
    fc.property(
      boxes,
      boxes,
      fc.array(boxes, { maxLength: 3 }),
      grows,
      (card, { width, height }, otherCards, growthDirection) => {
        const spot = placePopover(
          card,
          { width, height },
          { window, otherCards, growthDirection, previous: undefined },
        );
        expect(Math.min(spot.x, spot.y)).toBeGreaterThanOrEqual(8);
        expect(spot.x + width).toBeLessThanOrEqual(window.width - 8);
        expect(spot.y + height).toBeLessThanOrEqual(window.height - 8);
        const hasRoom =
          card.x >= width + 20 ||
          window.width - card.x - card.width >= width + 20 ||
          card.y >= height + 20 ||
          window.height - card.y - card.height >= height + 20;
        // What is free of its own card may cover more of all others together.
        if (hasRoom && otherCards.length === 0) expect(overlapArea({ ...spot, width, height }, card)).toBe(0);
      },
    ),
  );
});

describe("a box that stands in a corner", () => {
  const [width, height] = [300, 260];
  const corners = {
    "bottom-left": { x: 8, y: 432, width, height },
    "top-left": { x: 8, y: 8, width, height },
    "bottom-right": { x: 692, y: 390, width, height },
    "top-right": { x: 692, y: 50, width, height },
  };
  const still = { x: 0, y: 0 };
  const boundsOf = (cards: readonly Box[]): Box => {
    const [x, y] = [Math.min(...cards.map(({ x }) => x)), Math.min(...cards.map(({ y }) => y))];
    const right = Math.max(...cards.map(({ x, width }) => x + width));
    const bottom = Math.max(...cards.map(({ y, height }) => y + height));
    return { x, y, width: right - x, height: bottom - y };
  };

  test("takes one where no card is", () => {
    const cards = [{ x: 20, y: 500, width: 150, height: 60 }, card];
    expect(bestCorner({ window, cards, bounds: boundsOf(cards), corners })).toEqual({
      corner: "top-left",
      offset: still,
    });
  });

  test("has the picture moved out from under it, if all of that stays in sight", () => {
    const cards = [20, 220, 560].flatMap((y) => [20, 830].map((x) => ({ x, y, width: 150, height: 60 })));
    const taken = [...cards, { x: 250, y: 20, width: 500, height: 600 }];
    const crowded = bestCorner({ window, cards: taken, bounds: { x: -400, y: 0, width: 1300, height: 900 }, corners });
    expect(crowded.offset).toEqual(still);
    const few = [{ x: 200, y: 200, width: 600, height: 300 }];
    const { corner, offset } = bestCorner({ window, cards: few, bounds: boundsOf(few), corners });
    const moved = few.map((card) => ({ ...card, x: card.x + offset.x, y: card.y + offset.y }));
    expect(offset).not.toEqual(still);
    expect(moved.map((card) => overlapArea(card, corners[corner]))).toEqual([0]);
    expect(boundsOf(moved).y + 300).toBeLessThanOrEqual(window.height);
  });
});
