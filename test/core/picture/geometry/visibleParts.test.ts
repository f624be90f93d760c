import { expect, test } from "vitest";
import { visibleParts } from "../../../../server/core/picture/geometry/visibleParts.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { pictureOf } from "../../../support/trees/pictures.ts";

test("the parts that touch a box are visible, in the order of the picture", () => {
  const picture = pictureOf(ardmore);
  const everything = visibleParts(picture, picture.bounds);
  for (const kind of ["cards", "frames", "edges", "crossLinks", "sectionAreas"] as const)
    expect(everything[kind]).toEqual(picture[kind]);
  const card = picture.cards[8] ?? expect.unreachable();
  const parts = visibleParts(picture, card);
  expect(parts.cards).toContain(card);
  const distant = parts.cards.filter(
    ({ x, y, width, height }) =>
      x > card.x + card.width + 24 ||
      x + width < card.x - 24 ||
      y > card.y + card.height + 24 ||
      y + height < card.y - 24,
  );
  expect([distant, parts.cards.length < picture.cards.length / 2]).toEqual([[], true]);
  expect(visibleParts(picture, { x: -9000, y: -9000, width: 10, height: 10 })).toEqual({
    cards: [],
    frames: [],
    edges: [],
    crossLinks: [],
    sectionAreas: [],
  });
});
