import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import type { PictureOptions } from "../../../../server/core/picture/picture.ts";
import type { Card, Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { pictureOf } from "../../../support/trees/pictures.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

/** The tree with some fields of a card changed. */
const withCard = (tree: Tree, id: string, fields: Partial<Card>): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => (card.id === id ? { ...card, ...fields } : card)),
});

/** The numbers of parts that are not shared with the picture before. */
function newParts(before: Picture, after: Picture) {
  const count = (kind: "cards" | "edges" | "frames" | "crossLinks"): number => {
    const shared = new Set<object>(before[kind]);
    return after[kind].filter((part) => !shared.has(part)).length;
  };
  return {
    cards: count("cards"),
    edges: count("edges"),
    frames: count("frames"),
    crossLinks: count("crossLinks"),
  };
}

describe("a picture created with a cache", () => {
  test("equals one created without, after any changes", () => {
    const options: fc.Arbitrary<PictureOptions> = fc.record({
      shape: fc.constantFrom("tree" as const, "outline" as const),
      direction: fc.constantFrom("right" as const, "down" as const),
      cardWidth: fc.constantFrom(250, 175),
      columnStarts: fc.subarray(["c0", "c1", "c2", "c4", "c7"]).map((ids) => new Set(ids.map(toCardId))),
      hidden: fc.constantFrom(new Map(), new Map([[toCardId("c3"), 12]])),
      openTexts: fc.constantFrom(new Set<never>(), new Set([toCardId("c3")])),
    });
    const text = fc.constantFrom(
      "one",
      "a sentence of quite a few words that needs some lines in a card of this width",
      "",
    );
    const edits = fc.array(fc.oneof(fc.tuple(fc.nat(), text), anyTree), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyTree, edits, options, (initialTree, changes, given) => {
        const cache = new CardLayoutCache();
        let tree = initialTree;
        pictureOf(tree, { ...given, cache });
        for (const change of changes) {
          const edited = Array.isArray(change) ? tree.cards[change[0] % Math.max(1, tree.cards.length)] : undefined;
          if (!Array.isArray(change)) tree = change;
          else if (edited !== undefined) tree = withCard(tree, edited.id, { text: change[1] });
          expect(pictureOf(tree, { ...given, cache })).toEqual(pictureOf(tree, given));
        }
      }),
      { numRuns: 120 },
    );
  });

  test("lays out only the changed card, and the one that it contradicts, if its size is the same", () => {
    const cache = new CardLayoutCache();
    const before = pictureOf(ardmore, { cache });
    const { cardLayouts, branchLayouts } = cache.cost;
    const after = pictureOf(withCard(ardmore, "drop", { text: "The charge should be withheld." }), { cache });
    expect(cache.cost).toEqual({ cardLayouts: cardLayouts + 2, branchLayouts });
    expect(newParts(before, after)).toEqual({ cards: 2, edges: 0, frames: 0, crossLinks: 0 });
    expect(after.edges).toBe(before.edges);
  });

  test("lays out only the branch in which a card has grown", () => {
    const tree = treeOf(
      claim("A", { id: "a" }, reason("One", { id: "r" }), reason("Two")),
      claim("B", { id: "b" }, reason("Three", { id: "s" })),
    );
    const cache = new CardLayoutCache();
    const before = pictureOf(tree, { cache });
    expect(cache.cost).toEqual({ cardLayouts: 5, branchLayouts: 2 });
    const after = pictureOf(withCard(tree, "s", { text: "Three ".repeat(20) }), { cache });
    expect(cache.cost).toEqual({ cardLayouts: 6, branchLayouts: 3 });
    // The branch before it does not move.
    expect(newParts(before, after)).toEqual({ cards: 2, edges: 1, frames: 0, crossLinks: 0 });
  });

  test("lays out only the branch to which a card is added", () => {
    const a = claim("A", { id: "a" }, reason("One", { id: "r" }), reason("Two"));
    const cache = new CardLayoutCache();
    pictureOf(treeOf(a, claim("B", { id: "b" })), { cache });
    pictureOf(treeOf(a, claim("B", { id: "b" }, reason("Two", { id: "s" }))), { cache });
    // The test creates new card objects, which are laid out again. Branches depend only on the sizes of their cards.
    expect(cache.cost.branchLayouts).toBe(3);
  });

  test("shares all parts if nothing has changed", () => {
    const cache = new CardLayoutCache();
    const before = pictureOf(ardmore, { cache });
    const after = pictureOf({ ...ardmore, positions: structuredClone(ardmore.positions) }, { cache });
    expect(newParts(before, after)).toEqual({ cards: 0, edges: 0, frames: 0, crossLinks: 0 });
    expect(after.cards).toBe(before.cards);
  });
});
