import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ancestorsOf,
  applyExploration,
  type Exploration,
  type Filter,
  foldBelowLevel,
  noFilter,
  parentsOf,
  wholeMap,
  withRevealedCard,
} from "../../../server/core/picture/explore.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../support/arbitraries/trees.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { tollMap as map } from "../../support/trees/tollTree.ts";
import { claim, reason, reference, treeOf } from "../../support/trees/treeFixtures.ts";

const ids = (...names: string[]): ReadonlySet<CardId> => new Set(names.map(toCardId));
const explore = (tree: Tree, exploration: Partial<Exploration>) =>
  applyExploration(tree, { ...wholeMap, ...exploration });
const visibleIds = ({ tree }: { readonly tree: Tree }): string[] => tree.positions.map(({ card }) => card);
const applyFilter = (filter: Partial<Filter>) => explore(map, { filter: { ...noFilter, ...filter } });
/** The ids of visible cards that are not dimmed. */
const undimmedIds = (filter: Partial<Filter>): string[] => {
  const { tree, dimmed } = applyFilter(filter);
  return visibleIds({ tree }).filter((id) => !dimmed.has(toCardId(id)));
};

describe("folding", () => {
  test("hides the descendants of a card and counts them", () => {
    const result = explore(map, { folded: ids("air") });
    expect(visibleIds(result)).toEqual(["q", "keep", "air", "shops", "q2", "extend"]);
    expect([...result.hidden]).toEqual([["air", 3]]);
  });

  test("counts each hidden card once if folds are nested", () => {
    expect([...explore(map, { folded: ids("keep", "air") }).hidden]).toEqual([["keep", 5]]);
  });

  test("has no effect on a card without children", () => {
    const result = explore(map, { folded: ids("badly") });
    expect(result.tree).toBe(map);
    expect(result.hidden.size).toBe(0);
  });

  test("to a number of levels leaves that many levels visible", () => {
    expect(visibleIds(explore(map, { folded: foldBelowLevel(map, 1) }))).toEqual(["q", "q2"]);
    expect(visibleIds(explore(map, { folded: foldBelowLevel(map, 2) }))).toEqual(["q", "keep", "q2", "extend"]);
    expect(foldBelowLevel(map, 99).size).toBe(0);
  });
});

describe("focus", () => {
  test("shows one branch and has the path to it", () => {
    const result = explore(map, { focus: toCardId("air") });
    expect(visibleIds(result)).toEqual(["air", "fell", "measured", "badly"]);
    expect(result.tree.positions[0]?.parent).toBeUndefined();
    expect(result.focusPath.map(({ id }) => id)).toEqual(["q", "keep", "air"]);
  });

  test("shows inherited speakers on the focused card", () => {
    const { tree } = explore(map, { focus: toCardId("air") });
    expect(tree.cards.find(({ id }) => id === "air")?.speakers).toEqual(["Ann"]);
  });

  test("on a card that does not exist shows all", () => {
    const result = explore(map, { focus: toCardId("gone") });
    expect(result.tree).toBe(map);
    expect(result.focusPath).toEqual([]);
  });
});

describe("a filter", () => {
  test("by speaker keeps the cards that the speaker holds, accepts or rejects, and their ancestors", () => {
    expect(undimmedIds({ speakers: new Set(["Ann"]) })).toEqual(["q", "keep", "air", "fell", "measured"]);
    expect(undimmedIds({ speakers: new Set(["Cy"]) })).toEqual(["q", "keep", "shops"]);
    expect(undimmedIds({ speakers: new Set(["Bo"]) })).toEqual(["q", "keep", "air", "measured", "badly", "shops"]);
  });

  test("keeps cards by tag, kind and question", () => {
    expect(undimmedIds({ tags: new Set(["health"]) })).toEqual(["q", "keep", "air", "q2", "extend"]);
    expect(undimmedIds({ kinds: new Set(["objection"] as const) })).toEqual([
      "q",
      "keep",
      "air",
      "measured",
      "badly",
      "shops",
    ]);
    expect(undimmedIds({ questions: ids("q2") })).toEqual(["q2", "extend"]);
  });

  test("by several facets keeps the cards that match all of them", () => {
    expect(undimmedIds({ tags: new Set(["health"]), questions: ids("q2") })).toEqual(["q2", "extend"]);
    expect(applyFilter({ tags: new Set(["health"]), speakers: new Set(["Ann"]) }).matchCount).toBe(1);
  });

  test("hides other cards if `hidesNonMatches` is set", () => {
    const result = applyFilter({ tags: new Set(["health"]), hidesNonMatches: true });
    expect(visibleIds(result)).toEqual(["q", "keep", "air", "q2", "extend"]);
    expect(result.dimmed.size).toBe(0);
  });

  test("does not count filtered cards as folded", () => {
    const result = explore(map, {
      folded: ids("keep"),
      filter: { ...noFilter, tags: new Set(["health"]), hidesNonMatches: true },
    });
    expect([...result.hidden]).toEqual([["keep", 1]]);
  });

  test("matches a reference by the speakers of the card that it refers to", () => {
    const tree = treeOf(
      claim("A", { id: "a", name: "a", speakers: ["Ann"] }),
      claim("B", { id: "b", speakers: ["Bo"] }, reason("", { id: "r" }, reference("a", "premise", { id: "again" }))),
    );
    const { dimmed } = explore(tree, { filter: { ...noFilter, speakers: new Set(["Ann"]) } });
    expect([...dimmed]).toEqual([]);
  });
});

test("without folds, focus and filter, the result is the same tree object", () => {
  expect(applyExploration(ardmore, wholeMap).tree).toBe(ardmore);
});

describe("in any tree", () => {
  const id = fc.nat({ max: 24 }).map((n) => toCardId(`c${n}`));
  const someIds = fc.uniqueArray(id, { maxLength: 8 }).map((list): ReadonlySet<CardId> => new Set(list));
  const names = fc.uniqueArray(fc.constantFrom("", "one", "two words"), { maxLength: 2 }).map((list) => new Set(list));
  const anyExploration: fc.Arbitrary<Exploration> = fc.record({
    folded: someIds,
    unfolded: someIds,
    focus: fc.option(id, { nil: undefined }),
    openTexts: someIds,
    filter: fc.record({
      speakers: names,
      tags: names,
      kinds: fc.constantFrom(new Set([]), new Set(["claim"] as const)),
      gaps: fc.constantFrom(new Set([]), new Set(["unquoted"] as const)),
      questions: someIds,
      hidesNonMatches: fc.boolean(),
      exempt: someIds,
    }),
  });

  test("each card is visible at most once, after its parent", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        const seen = new Set<CardId>();
        for (const { card, parent } of applyExploration(tree, exploration).tree.positions) {
          expect(parent === undefined || seen.has(parent)).toBe(true);
          expect(seen.has(card)).toBe(false);
          seen.add(card);
        }
      }),
    );
  });

  test("each card is either visible or counted as folded, unless a filter hides it", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        fc.pre(!exploration.filter.hidesNonMatches);
        const { tree: visible, hidden } = applyExploration(tree, exploration);
        const unfolded = applyExploration(tree, { ...exploration, folded: new Set() });
        const total = (counts: ReadonlyMap<CardId, number>): number =>
          [...counts.values()].reduce((sum, count) => sum + count, 0);
        // Both count what folded references would show.
        const foldedCount = total(hidden) - total(unfolded.hidden);
        expect(visible.positions.length + foldedCount).toBe(unfolded.tree.positions.length);
      }),
    );
  });

  test("revealing a card makes it visible and folds no other card", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, fc.nat(), (tree, exploration, n) => {
        fc.pre(tree.positions.length > 0);
        const card = tree.positions[n % tree.positions.length]?.card ?? toCardId("none");
        const revealed = withRevealedCard(tree, exploration, card);
        expect(visibleIds(applyExploration(tree, revealed))).toContain(card);
        for (const folded of revealed.folded) expect(exploration.folded.has(folded)).toBe(true);
        expect(ancestorsOf(parentsOf(tree), card).some((id) => revealed.folded.has(id))).toBe(false);
      }),
    );
  });

  test("the parents of cards that are not dimmed are not dimmed", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        const { tree: visible, dimmed } = applyExploration(tree, exploration);
        for (const { card, parent } of visible.positions) {
          if (!dimmed.has(card) && parent !== undefined) expect(dimmed.has(parent)).toBe(false);
        }
      }),
    );
  });
});

test("explores a chain of 50,000 cards without overflowing the call stack", () => {
  const chain: Tree = {
    ...treeOf(),
    cards: Array.from({ length: 50_000 }, (_, n) => ({
      ...(map.cards[1] ?? expect.unreachable()),
      id: toCardId(`${n}`),
    })),
    positions: Array.from({ length: 50_000 }, (_, n) => ({
      card: toCardId(`${n}`),
      parent: n === 0 ? undefined : toCardId(`${n - 1}`),
    })),
  };
  const { hidden } = explore(chain, { folded: ids("9"), filter: { ...noFilter, speakers: new Set(["Ann"]) } });
  expect(hidden.get(toCardId("9"))).toBe(49_990);
});
