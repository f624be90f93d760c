/** A tree whose roots are in several columns, or rows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import { intersects } from "../../../../server/core/picture/geometry/box.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toCardId, toSectionId } from "../../../support/arbitraries/trees.ts";
import { runs } from "../../../support/runs.ts";
import { cardOf, pictureOf } from "../../../support/trees/pictures.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const tree = treeOf(
  claim("One", { id: "a" }, reason("For one", { id: "ra" })),
  claim("Two", { id: "b" }),
  claim("Three", { id: "c" }, reason("For three", { id: "rc" })),
);
const startsAt = (...ids: readonly string[]): ReadonlySet<CardId> => new Set(ids.map(toCardId));

describe("a root that starts a column", () => {
  test("begins at the top, beyond all cards of the column before, and keeps its children beside it", () => {
    const picture = pictureOf(tree, { columnStarts: startsAt("c") });
    const [a, ra, b, c, rc] = ["a", "ra", "b", "c", "rc"].map((id) => cardOf(picture, id));
    expect(b?.x).toBe(a?.x);
    expect(c?.y).toBe(a?.y);
    expect(c?.x).toBeGreaterThan((ra?.x ?? 0) + 250);
    expect(rc?.x).toBeGreaterThan((c?.x ?? 0) + 250);
  });

  test("starts a row in a tree that grows down", () => {
    const picture = pictureOf(tree, { direction: "down", columnStarts: startsAt("c") });
    const [a, ra, b, c] = ["a", "ra", "b", "c"].map((id) => cardOf(picture, id));
    expect(b?.y).toBe(a?.y);
    expect(c?.x).toBe(a?.x);
    expect(c?.y).toBeGreaterThan((ra?.y ?? 0) + (ra?.height ?? 0));
  });

  test("gets an area of its own if its section began in the column before", () => {
    const section = toSectionId("s");
    const inSection: Tree = {
      ...tree,
      cards: tree.cards.map((card) => ({ ...card, section })),
      sections: [{ id: section, title: "Both columns", level: 1, parent: undefined }],
    };
    const { sectionAreas } = pictureOf(inSection, { columnStarts: startsAt("c") });
    expect(sectionAreas.map(({ key }) => key)).toEqual(["s 1", "s 2"]);
    expect(sectionAreas.map(({ labels }) => labels.map(({ text }) => text))).toEqual([
      ["Both columns"],
      ["Both columns"],
    ]);
    const [one, two] = sectionAreas;
    expect(one && two && intersects(one, two)).toBe(false);
  });

  test("is laid out no more often than in one column", () => {
    const cache = new CardLayoutCache();
    pictureOf(tree, { cache });
    pictureOf(tree, { cache, columnStarts: startsAt("c") });
    expect(cache.cost).toEqual({ cardLayouts: 5, branchLayouts: 3 });
  });
});

test("the cards of any tree in any columns do not overlap", () => {
  const columns = fc.array(fc.nat(40), { maxLength: 5 });
  const directions = fc.constantFrom("right" as const, "down" as const);
  fc.assert(
    fc.property(anyTree, columns, directions, (one, starts, direction) => {
      const columnStarts = new Set(starts.flatMap((index) => one.positions[index]?.card ?? []));
      const { cards } = pictureOf(one, { direction, columnStarts });
      cards.forEach((card, index) => {
        expect(cards.slice(index + 1).some((other) => intersects(card, other))).toBe(false);
      });
    }),
    { numRuns: runs(100) },
  );
});
