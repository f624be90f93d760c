import fc from "fast-check";
import { expect, test } from "vitest";
import type { CardId } from "../../../../server/core/tree/tree.ts";
import { type BranchNode, partition, type TreePart } from "../../../../server/export/pdf/sheets/partition.ts";

const space = { along: 1000, across: 600 };
const size = fc.record({ along: fc.integer({ min: 60, max: 260 }), across: fc.integer({ min: 26, max: 200 }) });
/** A forest: each card has a size, and the number of cards above it among which its parent is. */
const forest = fc.array(fc.tuple(size, fc.nat(6)), { minLength: 1, maxLength: 60 }).map((cards) => {
  const nodes: (BranchNode & { readonly children: BranchNode[] })[] = [];
  const roots: BranchNode[] = [];
  for (const [index, [lengths, back]] of cards.entries()) {
    // Tests name cards by numbers.
    const node = { card: `${index}` as CardId, ...lengths, children: [] };
    (back === 0 ? roots : (nodes[index - back]?.children ?? roots)).push(node);
    nodes.push(node);
  }
  return roots;
});

const edgesOf = (nodes: readonly (BranchNode | TreePart)[]): readonly string[] =>
  nodes.flatMap(({ card, children }) => [...children.map((child) => `${card} > ${child.card}`), ...edgesOf(children)]);
const cardsOf = (nodes: readonly (BranchNode | TreePart)[]): readonly string[] =>
  nodes.flatMap(({ card, children }) => [card, ...cardsOf(children)]);

test("each line between two cards is on one part, and each card is on some part", () => {
  fc.assert(
    fc.property(forest, (roots) => {
      const parts = partition(roots, space);
      expect([...edgesOf(parts)].sort()).toEqual([...edgesOf(roots)].sort());
      expect(new Set(cardsOf(parts))).toEqual(new Set(cardsOf(roots)));
    }),
  );
});

test("all parts fit the space", () => {
  fc.assert(
    fc.property(forest, (roots) => {
      for (const { along, across } of partition(roots, space)) {
        expect(along).toBeLessThanOrEqual(space.along);
        expect(across).toBeLessThanOrEqual(space.across);
      }
    }),
  );
});

test("a card is beside its parent before it is the root of another part", () => {
  fc.assert(
    fc.property(forest, (roots) => {
      const top = new Set<string>(roots.map(({ card }) => card));
      const seen = new Set<string>();
      for (const part of partition(roots, space)) {
        if (!top.has(part.card)) expect(seen).toContain(part.card);
        for (const card of cardsOf([part])) seen.add(card);
      }
    }),
  );
});

const leaf = (card: string): BranchNode => ({ card: card as CardId, along: 250, across: 100, children: [] });
const chain = (cards: readonly string[]): BranchNode | undefined =>
  cards
    .toReversed()
    .reduce<BranchNode | undefined>(
      (child, card) => ({ ...leaf(card), children: child === undefined ? [] : [child] }),
      undefined,
    );

test("a tree that fits is not cut", () => {
  const root = chain(["a", "b", "c"]);
  expect(partition(root === undefined ? [] : [root], space).map(({ card }) => card)).toEqual(["a"]);
});

test("a branch that is too long is cut once, at a card that is then on both parts", () => {
  const root = chain(["a", "b", "c", "d", "e"]);
  const parts = partition(root === undefined ? [] : [root], space);
  expect(parts.map((part) => cardsOf([part]).join(""))).toEqual(["abc", "cde"]);
});

test("children that are too many are cut into groups, each beside their parent", () => {
  const root = { ...leaf("a"), children: ["b", "c", "d", "e", "f", "g"].map(leaf) };
  expect(partition([root], space).map((part) => cardsOf([part]).join(""))).toEqual(["abcdef", "ag"]);
});
