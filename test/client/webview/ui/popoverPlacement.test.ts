/** Boxes that open over the picture cover as little of it as possible. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestCorner, overlapArea, placePopover } from "../../../../client/webview/ui/popoverPlacement.ts";
import type { Box } from "../../../../server/core/picture/geometry/box.ts";

const windowSize = { width: 1000, height: 700 };
const card: Box = { x: 400, y: 300, width: 150, height: 60 };
const box = { width: 300, height: 180 };
const contextWith = (otherCards: readonly Box[], growthDirection: "right" | "down" = "right") =>
  ({ windowSize, otherCards: [card, ...otherCards], growthDirection, previous: undefined }) as const;

test("a popover opens below a card whose branch grows to the right, and to the right of one whose branch grows down", () => {
  expect(placePopover(card, box, contextWith([]))).toMatchObject({ x: 400, y: 372 });
  expect(placePopover(card, box, contextWith([], "down"))).toMatchObject({ x: 562, y: 300 });
});

test("a popover covers no sibling where there is room beyond the branch", () => {
  const siblings = [120, 210, 390, 480, 570].map((y) => ({ ...card, y }));
  const position = placePopover(card, box, contextWith(siblings));
  for (const sibling of siblings) expect(overlapArea({ ...position, ...box }, sibling)).toBe(0);
});

test("a popover keeps its side of the card when another card appears below it", () => {
  const other = { x: 400, y: 500, width: 150, height: 60 };
  const first = placePopover(card, box, contextWith([other]));
  const second = placePopover(card, box, {
    ...contextWith([other, { x: first.x, y: first.y, width: 40, height: 40 }]),
    previous: first,
  });
  expect(second).toEqual(first);
});

test("a popover lies within the window, and beside its card wherever there is room", () => {
  const boxes = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 640 }),
    width: fc.integer({ min: 20, max: 300 }),
    height: fc.integer({ min: 20, max: 200 }),
  });
  const directions = fc.constantFrom("right" as const, "down" as const);
  fc.assert(
    fc.property(
      boxes,
      boxes,
      fc.array(boxes, { maxLength: 3 }),
      directions,
      (card, { width, height }, otherCards, growthDirection) => {
        const position = placePopover(
          card,
          { width, height },
          { windowSize, otherCards, growthDirection, previous: undefined },
        );
        expect(Math.min(position.x, position.y)).toBeGreaterThanOrEqual(8);
        expect(position.x + width).toBeLessThanOrEqual(windowSize.width - 8);
        expect(position.y + height).toBeLessThanOrEqual(windowSize.height - 8);
        const hasRoom =
          card.x >= width + 20 ||
          windowSize.width - card.x - card.width >= width + 20 ||
          card.y >= height + 20 ||
          windowSize.height - card.y - card.height >= height + 20;
        // With other cards, the popover may cover its own card rather than several others.
        if (hasRoom && otherCards.length === 0) expect(overlapArea({ ...position, width, height }, card)).toBe(0);
      },
    ),
  );
});

describe("a panel in a corner", () => {
  const [width, height] = [300, 260];
  const corners = {
    "bottom-left": { x: 8, y: 432, width, height },
    "top-left": { x: 8, y: 8, width, height },
    "bottom-right": { x: 692, y: 390, width, height },
    "top-right": { x: 692, y: 50, width, height },
  };
  const noOffset = { x: 0, y: 0 };
  const boundsOf = (cards: readonly Box[]): Box => {
    const [x, y] = [Math.min(...cards.map(({ x }) => x)), Math.min(...cards.map(({ y }) => y))];
    const right = Math.max(...cards.map(({ x, width }) => x + width));
    const bottom = Math.max(...cards.map(({ y, height }) => y + height));
    return { x, y, width: right - x, height: bottom - y };
  };

  test("takes a corner without cards", () => {
    const cards = [{ x: 20, y: 500, width: 150, height: 60 }, card];
    expect(bestCorner({ windowSize, cards, bounds: boundsOf(cards), corners })).toEqual({
      corner: "top-left",
      offset: noOffset,
    });
  });

  test("pans the picture out from under it if all of the picture stays in view", () => {
    const cards = [20, 220, 560].flatMap((y) => [20, 830].map((x) => ({ x, y, width: 150, height: 60 })));
    const cardsInAllCorners = [...cards, { x: 250, y: 20, width: 500, height: 600 }];
    const crowded = bestCorner({
      windowSize,
      cards: cardsInAllCorners,
      bounds: { x: -400, y: 0, width: 1300, height: 900 },
      corners,
    });
    expect(crowded.offset).toEqual(noOffset);
    const oneCard = [{ x: 200, y: 200, width: 600, height: 300 }];
    const { corner, offset } = bestCorner({ windowSize, cards: oneCard, bounds: boundsOf(oneCard), corners });
    const movedCards = oneCard.map((card) => ({ ...card, x: card.x + offset.x, y: card.y + offset.y }));
    expect(offset).not.toEqual(noOffset);
    expect(movedCards.map((card) => overlapArea(card, corners[corner]))).toEqual([0]);
    expect(boundsOf(movedCards).y + 300).toBeLessThanOrEqual(windowSize.height);
  });
});
