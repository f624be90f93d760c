import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "../../../../server/core/picture/geometry/box.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { pictureToSvg } from "../../../../server/core/picture/render/svg.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { CardId, Section, Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toSectionId } from "../../../support/arbitraries/trees.ts";
import { claim, objection, reason, reference, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const air: Section = { id: toSectionId("1"), title: "Air", level: 1, parent: undefined };
const winter: Section = { id: toSectionId("2"), title: "The winter", level: 2, parent: air.id };
const trade: Section = { id: toSectionId("3"), title: "Trade", level: 1, parent: undefined };
const sections = [air, winter, trade];
const inAir = { section: air.id };
const inWinter = { section: winter.id };
const inTrade = { section: trade.id };

/** Whether a spot lies within a contour, whose corners are the bends of its path (even-odd rule). */
function holds(path: string, x: number, y: number): boolean {
  const corners = Array.from(path.matchAll(/Q([-\d.]+) ([-\d.]+)/g), ([, a, b]) => [Number(a), Number(b)] as const);
  let inside = false;
  corners.forEach(([x1, y1], index) => {
    const [x2, y2] = corners.at(index - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

const spots = ({ x, y, width, height }: Box) =>
  [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
    [x + width / 2, y + height / 2],
  ] as const;

/** Which cards lie on the grounds of a section, be it in part. */
const on = (shown: Picture, title: string): string[] =>
  shown.cards
    .filter((card) =>
      shown.sectionAreas.some((one) => one.title === title && spots(card).some(([x, y]) => holds(one.path, x, y))),
    )
    .map(({ id }) => id);

describe.each(["right", "down"] as const)("growing %s", (direction) => {
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
  const shown = createPicture(tree, measure, { direction });

  test("a section has one ground for what stands together, with its title at the beginning", () => {
    expect(shown.sectionAreas.map(({ title, depth }) => `${title} ${depth}`).sort()).toEqual([
      "Air 0",
      "The winter 1",
      "Trade 0",
    ]);
    for (const { label, path } of shown.sectionAreas) expect(holds(path, label.x + 4, label.y - 4)).toBe(true);
    const [first] = shown.cards;
    const label = shown.sectionAreas[0]?.label ?? expect.unreachable();
    expect([label.text, label.y < (first?.y ?? 0)]).toEqual(["Air", true]);
  });

  test("a ground holds its cards, those of the sections within it, and no others", () => {
    expect(on(shown, "The winter")).toEqual(["c"]);
    // What is only referred to belongs where it is drawn.
    expect(on(shown, "Trade")).toEqual(["d", "e", "ref"]);
    expect(on(shown, "Air")).toEqual(["a", "b", "c", "f"]);
  });

  test("no card lies on the ground of a section that neither it nor anything above it is in", () => {
    fc.assert(
      fc.property(anyTree, (any) => {
        const drawn = createPicture(any, measure, { direction });
        const byId = new Map(any.cards.map((card) => [card.id, card]));
        const parents = new Map(any.places.map(({ card, parent }) => [card, parent]));
        const sectionsOf = new Map(any.sections.map((section) => [section.id, section]));
        const isWithin = (id: CardId | undefined, title: string): boolean => {
          for (let at = id; at !== undefined; at = parents.get(at)) {
            const section = sectionsOf.get(byId.get(at)?.section ?? toSectionId(""));
            const above = section?.parent && sectionsOf.get(section.parent);
            if (section?.title === title || above?.title === title) return true;
          }
          return false;
        };
        for (const ground of drawn.sectionAreas) {
          for (const card of drawn.cards) {
            if (isWithin(card.id, ground.title)) continue;
            for (const [x, y] of spots(card)) expect(holds(ground.path, x, y)).toBe(false);
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});

test("a title from right to left begins at the right, one that is too long is cut and keeps its width in any font", () => {
  const shown = createPicture(
    {
      ...treeOf(claim("A", inAir), claim("B", inTrade)),
      sections: [
        { ...air, title: "الهواء" },
        { ...trade, title: "What the shops of the old town and their customers lost, and what they won" },
      ],
    },
    measure,
  );
  const [first, second] = shown.sectionAreas;
  expect(first?.label).toMatchObject({ rtl: true, x: 250 });
  expect(first?.label.fixedWidth).toBeUndefined();
  const words = second?.label.text ?? "";
  expect(words).toMatch(/^What the shops .*…$/);
  expect(second?.label.fixedWidth).toBe(measure.width(words, 11, 600));
  expect(pictureToSvg(shown, themes.light)).toMatch(/textLength="[\d.]+"[^>]*>What the shops/);
});

test("in an outline the roots of a section stand on one ground below its title", () => {
  const tree = {
    ...treeOf(
      claim("A", { id: "a", ...inAir }, reason("R", { id: "r", ...inTrade })),
      claim("B", { id: "b", ...inWinter }),
      claim("C", { id: "c" }),
    ),
    sections,
  };
  const shown = createPicture(tree, measure, { shape: "outline" });
  expect(shown.sectionAreas.map(({ title }) => title)).toEqual(["Air", "The winter"]);
  expect(on(shown, "Air")).toEqual(["a", "r", "b"]);
  expect(on(shown, "The winter")).toEqual(["b"]);
});
