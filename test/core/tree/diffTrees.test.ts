import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { anyTree, card } from "../../support/arbitraries/trees.ts";

test("the difference of two trees, applied to the first, gives the second", () => {
  fc.assert(
    fc.property(anyTree, anyTree, (before, after) => {
      const change = diffTrees(before, after);
      expect(change === undefined ? before : applyChange(before, change)).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test("a tree does not differ from itself or its like", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(diffTrees(tree, tree)).toBeUndefined();
      expect(diffTrees(tree, structuredClone(tree))).toBeUndefined();
    }),
  );
});

test("a card that is written into the middle is all that moves", () => {
  const change = diffTrees(tree("a", "a b", "a c"), tree("a", "a b", "a n", "a c"));
  expect(change).toMatchObject({
    changed: [{ id: "n" }],
    removed: [],
    moved: [{ card: "n", parent: "a", before: "c" }],
  });
});

test("a subtree that goes elsewhere is one move", () => {
  const change = diffTrees(tree("a", "a b", "b d", "d e", "a c"), tree("a", "a b", "a c", "c d", "d e"));
  expect(change).toMatchObject({ changed: [], moved: [{ card: "d", parent: "c", before: undefined }] });
});

test("the first of many siblings that becomes the last is one move", () => {
  const row = Array.from({ length: 50 }, (_, index) => `a s${index}`);
  const change = diffTrees(tree("a", ...row), tree("a", ...row.slice(1), "a s0"));
  expect(change?.moved).toEqual([{ card: "s0", parent: "a", before: undefined }]);
});

test("cards that did not change stay the same objects", () => {
  const before = tree("a", "a b", "a c");
  const change = diffTrees(before, tree("a", "a c"));
  const after = change && applyChange(before, change);
  expect(after?.cards[1]).toBe(before.cards[2]);
});

/** A tree from lines of `card` or `parent card`. */
function tree(...lines: string[]): Tree {
  const places = lines.map((line) => {
    const [last, parent] = line.split(" ").reverse() as [CardId, CardId | undefined]; // Each line has one word at least.
    return { card: last, parent };
  });
  return { title: undefined, cards: places.map(({ card: id }) => card(id)), places, ties: [], sections: [] };
}
