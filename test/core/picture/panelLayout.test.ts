/** Which layout suits a panel. */
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Size } from "../../../server/core/picture/geometry/box.ts";
import { scaleToFit } from "../../../server/core/picture/geometry/packColumns.ts";
import { choosePanelLayout, type LayoutChoice, type PanelLayout } from "../../../server/core/picture/panelLayout.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { measure, pictureOf } from "../../support/trees/pictures.ts";
import { claim, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const automatic: LayoutChoice = { shape: "automatic", direction: "automatic" };
const narrow = { width: 420, height: 800 };
const half = { width: 700, height: 800 };
const whole = { width: 1400, height: 800 };
const layoutIn = (panel: Size, tree: Tree, choice: Partial<LayoutChoice> = {}): PanelLayout =>
  choosePanelLayout(tree, measure, panel, { ...automatic, ...choice });
const scaleIn = (panel: Size, tree: Tree, layout: Partial<PanelLayout> = {}): number =>
  scaleToFit(pictureOf(tree, layout).bounds, panel);

/** A claim with reasons that all have reasons: shallow and wide. */
const shallow = treeOf(
  claim(
    "The library should open on Sundays.",
    {},
    reason("People who work all week could use it at last.", {}, reason("They say so in every survey of readers.")),
    reason("Families need a warm place to go that costs nothing.", {}, reason("The museum charges for each child.")),
  ),
);
/** Each reason supports the one before: deep and thin. */
const chain = treeOf(
  claim(
    "It should open.",
    {},
    reason(
      "It pays.",
      {},
      reason("It did last year.", {}, reason("The books say so.", {}, reason("They are audited."))),
    ),
  ),
);
const longText =
  "The charge has cost the shops of the old town a tenth of their customers, and the traders say so too.";
/** Branches with long texts, which wider cards would make much lower. */
const longBranches = Array.from({ length: 20 }, () => reason(longText, {}, reason(longText), reason(longText)));
/** Independent claims. */
const claims = treeOf(
  ...Array.from({ length: 24 }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason("So it is."))),
);

describe("the automatic layout", () => {
  test("is an outline in a narrow panel, and a tree in a wider one", () => {
    expect(layoutIn(narrow, shallow).shape).toBe("outline");
    expect(layoutIn(half, shallow).shape).toBe("tree");
  });

  test("grows right with cards of the usual width if the map is comfortable to read so", () => {
    expect(layoutIn(whole, shallow)).toEqual({
      shape: "tree",
      direction: "right",
      cardWidth: 250,
      columnStarts: new Set(),
    });
  });

  test("grows down if the map is larger so", () => {
    expect(layoutIn({ width: 560, height: 800 }, chain).direction).toBe("down");
    expect(scaleIn(half, chain, layoutIn(half, chain))).toBeGreaterThan(1.3 * scaleIn(half, chain));
  });

  test("packs independent claims into columns, in order", () => {
    const { columnStarts, direction } = layoutIn(whole, claims);
    expect(direction).toBe("right");
    expect(columnStarts.size).toBeGreaterThan(0);
    const { cards } = pictureOf(claims, layoutIn(whole, claims));
    const roots = cards.filter(({ level }) => level === 1);
    roots.forEach(({ x, y }, index) => {
      const next = roots[index + 1];
      if (next !== undefined) expect(next.x > x || (next.x === x && next.y > y)).toBe(true);
    });
    expect(scaleIn(whole, claims, layoutIn(whole, claims))).toBeGreaterThan(2 * scaleIn(whole, claims));
  });

  test("has no wider cards than usual for a map that is too large to read as a whole", () => {
    const large = treeOf(claim("It should open.", {}, ...longBranches));
    expect(layoutIn(half, large).cardWidth).toBeLessThanOrEqual(250);
  });

  test("never shows a map smaller than a tree in one column that grows right", () => {
    for (const tree of [shallow, chain, claims, ardmore])
      for (const panel of [half, whole])
        expect(scaleIn(panel, tree, layoutIn(panel, tree))).toBeGreaterThanOrEqual(0.98 * scaleIn(panel, tree));
  });
});

describe("what the user has chosen", () => {
  test("is kept, whatever the panel", () => {
    expect(layoutIn(narrow, shallow, { shape: "tree" }).shape).toBe("tree");
    expect(layoutIn(whole, shallow, { shape: "outline" }).shape).toBe("outline");
    expect(layoutIn(half, chain, { direction: "right" }).direction).toBe("right");
    expect(layoutIn(whole, shallow, { direction: "down" }).direction).toBe("down");
  });

  test("is packed into rows if it grows down", () => {
    expect(layoutIn(half, claims, { direction: "down" }).columnStarts.size).toBeGreaterThan(0);
  });
});

test("choosing the usual layout lays out no card and no branch twice for the picture", () => {
  const cache = new CardLayoutCache();
  const layout = choosePanelLayout(shallow, measure, whole, automatic, { cache });
  expect(layout.cardWidth).toBe(250);
  pictureOf(shallow, { ...layout, canFoldTexts: true, cache });
  expect(cache.cost).toEqual({ cardLayouts: shallow.cards.length, branchLayouts: 1 });
});

test.each([
  ["without sections", claims],
  ["with sections", ardmore],
])("a map %s has the same picture whether or not its layout was just chosen", (_, tree) => {
  const cache = new CardLayoutCache();
  const choice = { shape: "tree", direction: "right" } as const;
  const layout = { ...choosePanelLayout(tree, measure, whole, choice, { cache }), cardWidth: 250 };
  const options = { ...layout, canFoldTexts: true };
  expect(pictureOf(tree, { ...options, cache })).toEqual(pictureOf(tree, options));
});

test("a panel that is hidden has a layout", () => {
  expect(layoutIn({ width: 0, height: -84 }, shallow, { shape: "tree" })).toMatchObject({ direction: "right" });
});
