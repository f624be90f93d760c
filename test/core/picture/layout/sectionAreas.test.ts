import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "../../../../server/core/picture/geometry/box.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import type { CardId, Section, Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toSectionId } from "../../../support/arbitraries/trees.ts";
import { pictureOf } from "../../../support/trees/pictures.ts";
import { claim, objection, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

const air: Section = { id: toSectionId("1"), title: "Air", level: 1, parent: undefined };
const winter: Section = { id: toSectionId("2"), title: "The winter", level: 2, parent: air.id };
const trade: Section = { id: toSectionId("3"), title: "Trade", level: 1, parent: undefined };
const sections = [air, winter, trade];
const inAir = { section: air.id };
const inWinter = { section: winter.id };
const inTrade = { section: trade.id };

/** Whether a point is within a contour (even-odd rule). The corners of the contour are the control points of its path. */
function containsPoint(path: string, x: number, y: number): boolean {
  const corners = Array.from(path.matchAll(/Q([-\d.]+) ([-\d.]+)/g), ([, a, b]) => [Number(a), Number(b)] as const);
  let inside = false;
  corners.forEach(([x1, y1], index) => {
    const [x2, y2] = corners.at(index - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** The corners and the center of a box. */
const samplePoints = ({ x, y, width, height }: Box) =>
  [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
    [x + width / 2, y + height / 2],
  ] as const;

/** The ids of the cards that overlap the areas of a section. */
const cardsIn = (picture: Picture, title: string): string[] =>
  picture.cards
    .filter((card) =>
      picture.sectionAreas.some(
        (area) => area.title === title && samplePoints(card).some(([x, y]) => containsPoint(area.path, x, y)),
      ),
    )
    .map(({ id }) => id);

describe.each(["right", "down"] as const)("in a tree that grows %s", (direction) => {
  const tree: Tree = {
    ...treeOf(
      claim(
        "Cleaner",
        { id: "a", ...inAir },
        reason("Fewer cars", { id: "b", ...inAir }, objection("Mild", { id: "c", ...inWinter })),
        reason(
          "Shops",
          { id: "d", ...inTrade },
          objection("Not so", { id: "e", ...inTrade }),
          reference("b", "reason", { id: "ref", section: air.id }),
        ),
      ),
      claim("Second", { id: "f", ...inAir }),
      claim("None", { id: "g" }),
    ),
    sections,
  };
  const picture = pictureOf(tree, { direction });

  test("neighboring cards of a section share an area, with its title at the start", () => {
    expect(picture.sectionAreas.map(({ title, depth }) => `${title} ${depth}`).sort()).toEqual([
      "Air 0",
      "The winter 1",
      "Trade 0",
    ]);
    for (const { label, path } of picture.sectionAreas)
      expect(containsPoint(path, label.x + 4, label.y - 4)).toBe(true);
    const [first] = picture.cards;
    const label = picture.sectionAreas[0]?.label ?? expect.unreachable();
    expect([label.text, label.y < (first?.y ?? 0)]).toEqual(["Air", true]);
  });

  test("an area contains its cards and those of inner sections, and no others", () => {
    expect(cardsIn(picture, "The winter")).toEqual(["c"]);
    // A reference belongs to the section of its parent.
    expect(cardsIn(picture, "Trade")).toEqual(["d", "e", "ref"]);
    expect(cardsIn(picture, "Air")).toEqual(["a", "b", "c", "f"]);
  });

  test("no card is in the area of a section that contains neither the card nor an ancestor", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { cards, sectionAreas } = pictureOf(tree, { direction });
        const cardsById = new Map(tree.cards.map((card) => [card.id, card]));
        const parents = new Map(tree.positions.map(({ card, parent }) => [card, parent]));
        const sectionsById = new Map(tree.sections.map((section) => [section.id, section]));
        const isWithin = (card: CardId, title: string): boolean => {
          for (let id: CardId | undefined = card; id !== undefined; id = parents.get(id)) {
            const section = sectionsById.get(cardsById.get(id)?.section ?? toSectionId(""));
            const outer = section?.parent && sectionsById.get(section.parent);
            if (section?.title === title || outer?.title === title) return true;
          }
          return false;
        };
        for (const area of sectionAreas) {
          for (const card of cards) {
            if (isWithin(card.id, area.title)) continue;
            for (const [x, y] of samplePoints(card)) expect(containsPoint(area.path, x, y)).toBe(false);
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});

test("a right-to-left title starts at the right, and a long title is truncated", () => {
  const picture = pictureOf({
    ...treeOf(claim("A", inAir), claim("B", inTrade)),
    sections: [
      { ...air, title: "الهواء" },
      { ...trade, title: "What the shops of the old town and their customers lost, and what they won" },
    ],
  });
  const [first, second] = picture.sectionAreas;
  expect(first?.label).toMatchObject({ rtl: true, x: 250 });
  const words = second?.label.text ?? "";
  expect(words).toMatch(/^What the shops .*…$/);
});

test("in an outline, the roots of a section share an area below its title", () => {
  const tree = {
    ...treeOf(
      claim("A", { id: "a", ...inAir }, reason("R", { id: "r", ...inTrade })),
      claim("B", { id: "b", ...inWinter }),
      claim("C", { id: "c" }),
    ),
    sections,
  };
  const picture = pictureOf(tree, { shape: "outline" });
  expect(picture.sectionAreas.map(({ title }) => title)).toEqual(["Air", "The winter"]);
  expect(cardsIn(picture, "Air")).toEqual(["a", "r", "b"]);
  expect(cardsIn(picture, "The winter")).toEqual(["b"]);
});
