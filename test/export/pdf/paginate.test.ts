import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import { paginate, scales } from "../../../server/export/pdf/paginate.ts";

const paper = { width: 770, height: 500 };
const box = fc.record({
  x: fc.integer({ min: 0, max: 6000 }),
  y: fc.integer({ min: 0, max: 6000 }),
  width: fc.integer({ min: 60, max: 250 }),
  height: fc.integer({ min: 26, max: 200 }),
});
const boundsOf = (cards: readonly Box[]): Box => {
  const [x, y] = [Math.min(...cards.map((card) => card.x)) - 16, Math.min(...cards.map((card) => card.y)) - 16];
  const right = Math.max(...cards.map((card) => card.x + card.width)) + 16;
  return { x, y, width: right - x, height: Math.max(...cards.map((card) => card.y + card.height)) + 16 - y };
};
const overlapArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

test("covers every card with legible, disjoint tiles that fit the paper", () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), (cards) => {
      const { scale, tiles } = paginate(boundsOf(cards), cards, paper);
      expect(scale).toBeGreaterThanOrEqual(scales.min - 1e-9);
      expect(scale).toBeLessThanOrEqual(scales.max);
      for (const [index, tile] of tiles.entries()) {
        expect(tile.width * scale).toBeLessThanOrEqual(paper.width + 1e-6);
        expect(tile.height * scale).toBeLessThanOrEqual(paper.height + 1e-6);
        for (const other of tiles.slice(index + 1)) expect(overlapArea(tile, other)).toBeLessThan(1e-6);
      }
      for (const card of cards) {
        const coveredArea = tiles.reduce((sum, tile) => sum + overlapArea(card, tile), 0);
        expect(coveredArea).toBeCloseTo(card.width * card.height, 3);
      }
    }),
  );
});

test("cuts between cards if possible", () => {
  const cards = Array.from({ length: 30 }, (_, row) => ({ x: 0, y: row * 90, width: 250, height: 70 }));
  const { tiles } = paginate(boundsOf(cards), cards, paper);
  expect(tiles.length).toBeGreaterThan(1);
  for (const card of cards) expect(tiles.filter((tile) => overlapArea(card, tile) > 0)).toHaveLength(1);
});

test("uses one sheet for a small picture, no larger than on a screen", () => {
  const cards = [{ x: 0, y: 0, width: 250, height: 70 }];
  expect(paginate(boundsOf(cards), cards, paper)).toMatchObject({ scale: scales.max, tiles: [boundsOf(cards)] });
});
