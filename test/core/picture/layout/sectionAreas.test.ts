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
    for (const { labels, path } of picture.sectionAreas)
      for (const label of labels) expect(containsPoint(path, label.x + 4, label.y - 4)).toBe(true);
    const [first] = picture.cards;
    const label = picture.sectionAreas[0]?.labels[0] ?? expect.unreachable();
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

test.each(["right", "down", "outline"] as const)(
  "a long title continues on further lines above its cards (%s)",
  (kind) => {
    const title = "What the shops of the old town and their customers lost, and what all of them won";
    const options = kind === "outline" ? ({ shape: "outline", width: 300 } as const) : ({ direction: kind } as const);
    const tree = {
      ...treeOf(claim("A", { id: "a", ...inAir }), claim("B", { id: "b", ...inWinter }, reason("R", { id: "r" }))),
      sections: [
        { ...air, title },
        { ...winter, title },
      ],
    };
    const { cards, sectionAreas } = pictureOf(tree, options);
    const texts = sectionAreas.map(({ labels }) => labels.map(({ text }) => text).join(" "));
    expect(texts).toEqual([title, title]);
    for (const { labels, path } of sectionAreas) {
      const last = labels.at(-1) ?? expect.unreachable();
      expect(labels.length).toBeGreaterThan(1);
      for (const { x, y } of labels) expect(containsPoint(path, x + 4, y - 4)).toBe(true);
      const below = cards.filter((card) => card.y + card.height > (labels[0]?.y ?? 0) && card.x < last.x + 200);
      expect(below.some((card) => card.y > last.y && card.y < last.y + 20)).toBe(true);
    }
    const lines = sectionAreas.flatMap(({ labels }) => labels);
    for (const { x, y } of lines)
      for (const card of cards)
        expect(x + 4 > card.x && x + 4 < card.x + card.width && y > card.y && y - 8 < card.y + card.height).toBe(false);
  },
);

test("a right-to-left title starts at the right, and a title of more than three lines is truncated", () => {
  const picture = pictureOf({
    ...treeOf(claim("A", inAir), claim("B", inTrade)),
    sections: [
      { ...air, title: "الهواء" },
      { ...trade, title: "What the shops of the old town and their customers lost, and what they won. ".repeat(3) },
    ],
  });
  const [first, second] = picture.sectionAreas;
  expect(first?.labels[0]).toMatchObject({ rtl: true, x: 250 });
  expect(second?.labels).toHaveLength(3);
  expect(second?.labels[0]?.text).toMatch(/^What the shops /);
  expect(second?.labels[2]?.text).toMatch(/…$/);
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
