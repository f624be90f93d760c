import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { anyTree, card } from "../../support/arbitraries/trees.ts";

test("the difference of two trees, applied to the first, is the second", () => {
  fc.assert(
    fc.property(anyTree, anyTree, (before, after) => {
      const change = diffTrees(before, after);
      expect(change === undefined ? before : applyChange(before, change)).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test("a tree has no difference from itself or a copy", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(diffTrees(tree, tree)).toBeUndefined();
      expect(diffTrees(tree, structuredClone(tree))).toBeUndefined();
    }),
  );
});

test("an inserted card is the only move", () => {
  const change = diffTrees(tree("a", "a b", "a c"), tree("a", "a b", "a n", "a c"));
  expect(change).toMatchObject({
    changed: [{ id: "n" }],
    removed: [],
    moved: [{ card: "n", parent: "a", before: "c" }],
  });
});

test("a branch that moves to another parent is one move", () => {
  const change = diffTrees(tree("a", "a b", "b d", "d e", "a c"), tree("a", "a b", "a c", "c d", "d e"));
  expect(change).toMatchObject({ changed: [], moved: [{ card: "d", parent: "c", before: undefined }] });
});

test("a card that moves from first to last among many siblings is one move", () => {
  const siblings = Array.from({ length: 50 }, (_, index) => `a s${index}`);
  const change = diffTrees(tree("a", ...siblings), tree("a", ...siblings.slice(1), "a s0"));
  expect(change?.moved).toEqual([{ card: "s0", parent: "a", before: undefined }]);
});

test("unchanged cards remain the same objects", () => {
  const before = tree("a", "a b", "a c");
  const change = diffTrees(before, tree("a", "a c"));
  const after = change && applyChange(before, change);
  expect(after?.cards[1]).toBe(before.cards[2]);
});

/** The tree with these edges, each written as `root` or `parent child`. */
function tree(...lines: string[]): Tree {
  const positions = lines.map((line) => {
    const [child, parent] = line.split(" ").reverse() as [CardId, CardId | undefined]; // Each line has at least one word.
    return { card: child, parent };
  });
  return {
    title: undefined,
    language: undefined,
    cards: positions.map(({ card: id }) => card(id)),
    positions,
    contradictions: [],
    restatements: [],
    sections: [],
  };
}
