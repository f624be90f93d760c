import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import type { Picture } from "../../../../server/core/picture/model.ts";
import { createPicture, type PictureOptions } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import type { Card, Tree } from "../../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { claim, reason, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);

/** The tree with one card saying something else. */
const told = (tree: Tree, id: string, given: Partial<Card>): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => (card.id === id ? { ...card, ...given } : card)),
});

/** How many parts of a picture are not objects of the one before. */
function fresh(before: Picture, now: Picture) {
  const count = (kind: "cards" | "edges" | "frames" | "contradictions" | "sectionAreas"): number => {
    const known = new Set<object>(before[kind]);
    return now[kind].filter((part) => !known.has(part)).length;
  };
  return { cards: count("cards"), lines: count("edges"), frames: count("frames"), ties: count("contradictions") };
}

describe("a picture made from the one before", () => {
  test("is the one that is made from nothing, whatever changes", () => {
    const options: fc.Arbitrary<PictureOptions> = fc.record({
      shape: fc.constantFrom("tree" as const, "outline" as const),
      direction: fc.constantFrom("right" as const, "down" as const),
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
      fc.property(anyTree, edits, options, (tree, changes, given) => {
        const cache = new CardLayoutCache();
        let now = tree;
        createPicture(now, measure, { ...given, cache });
        for (const change of changes) {
          const chosen = Array.isArray(change) ? now.cards[change[0] % Math.max(1, now.cards.length)] : undefined;
          if (!Array.isArray(change)) now = change;
          else if (chosen !== undefined) now = told(now, chosen.id, { text: change[1] });
          expect(createPicture(now, measure, { ...given, cache })).toEqual(createPicture(now, measure, given));
        }
      }),
      { numRuns: 120 },
    );
  });

  test("has no layout done again, and one card's words wrapped, where no size changed", () => {
    const cache = new CardLayoutCache();
    const before = createPicture(ardmore, measure, { cache });
    const { cardLayouts: wrapped, branchLayouts } = cache.cost;
    const now = createPicture(told(ardmore, "drop", { text: "The charge should be withheld." }), measure, { cache });
    expect(cache.cost).toEqual({ cardLayouts: wrapped + 1, branchLayouts: branchLayouts });
    expect(fresh(before, now)).toEqual({ cards: 1, lines: 0, frames: 0, ties: 0 });
    expect(now.edges).toBe(before.edges);
  });

  test("has only the branch laid out again in which a card has grown", () => {
    const tree = treeOf(
      claim("A", { id: "a" }, reason("One", { id: "r" }), reason("Two")),
      claim("B", { id: "b" }, reason("Three", { id: "s" })),
    );
    const cache = new CardLayoutCache();
    const before = createPicture(tree, measure, { cache });
    expect(cache.cost).toEqual({ cardLayouts: 5, branchLayouts: 2 });
    const now = createPicture(told(tree, "s", { text: "Three ".repeat(20) }), measure, { cache });
    expect(cache.cost).toEqual({ cardLayouts: 6, branchLayouts: 3 });
    // Above it nothing moves.
    expect(fresh(before, now)).toEqual({ cards: 2, lines: 1, frames: 0, ties: 0 });
  });

  test("has only the branch laid out again into which a card was written", () => {
    const a = claim("A", { id: "a" }, reason("One", { id: "r" }), reason("Two"));
    const cache = new CardLayoutCache();
    createPicture(treeOf(a, claim("B", { id: "b" })), measure, { cache });
    createPicture(treeOf(a, claim("B", { id: "b" }, reason("Two", { id: "s" }))), measure, { cache });
    // Cards that are made anew by the test are wrapped anew; places depend on sizes alone.
    expect(cache.cost.branchLayouts).toBe(3);
  });

  test("is the same objects where nothing changed", () => {
    const cache = new CardLayoutCache();
    const before = createPicture(ardmore, measure, { cache });
    const now = createPicture({ ...ardmore, places: structuredClone(ardmore.places) }, measure, { cache });
    expect(fresh(before, now)).toEqual({ cards: 0, lines: 0, frames: 0, ties: 0 });
    expect(now.cards).toBe(before.cards);
  });
});
