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
  showAll,
  withRevealedCard,
} from "../../../server/core/picture/explore.ts";
import { filterFacets } from "../../../server/core/picture/filterFacets.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { anyTree, toCardId } from "../../support/arbitraries/trees.ts";
import { ardmore } from "../../support/ardmoreTree.ts";
import { claim, objection, premise, question, reason, reference, treeOf } from "../../support/treeFixtures.ts";

const map = treeOf(
  question(
    "Stay?",
    { id: "q" },
    claim(
      "Stay.",
      { id: "keep", by: ["Ann"] },
      reason(
        "Air.",
        { id: "air", inheritsBy: true, tags: ["health"] },
        premise("It fell.", { id: "fell", inheritsBy: true }),
        premise(
          "It was measured.",
          { id: "measured", inheritsBy: true },
          objection("Badly.", { id: "badly", by: ["Bo"] }),
        ),
      ),
      objection("Shops.", { id: "shops", by: ["Bo"], acceptedBy: ["Cy"] }),
    ),
  ),
  question("Extend?", { id: "q2" }, claim("Extend.", { id: "extend", tags: ["health"] })),
);

const ids = (...names: string[]): ReadonlySet<CardId> => new Set(names.map(toCardId));
const seen = (tree: Tree, choice: Partial<Exploration>) => applyExploration(tree, { ...showAll, ...choice });
const shown = ({ tree }: { readonly tree: Tree }): string[] => tree.places.map(({ card }) => card);
const filtered = (filter: Partial<Filter>) => seen(map, { filter: { ...noFilter, ...filter } });
const bright = (filter: Partial<Filter>): string[] => {
  const { tree, dimmed } = filtered(filter);
  return shown({ tree }).filter((id) => !dimmed.has(toCardId(id)));
};

describe("folding", () => {
  test("takes away all below a card and counts it", () => {
    const result = seen(map, { folded: ids("air") });
    expect(shown(result)).toEqual(["q", "keep", "air", "shops", "q2", "extend"]);
    expect([...result.hidden]).toEqual([["air", 3]]);
  });

  test("within a folded branch is not counted twice, and still there when that is unfolded", () => {
    expect([...seen(map, { folded: ids("keep", "air") }).hidden]).toEqual([["keep", 5]]);
  });

  test("of a card with nothing below it is nothing", () => {
    const result = seen(map, { folded: ids("badly") });
    expect(result.tree).toBe(map);
    expect(result.hidden.size).toBe(0);
  });

  test("to one level leaves the roots, to two what hangs on them", () => {
    expect(shown(seen(map, { folded: foldBelowLevel(map, 1) }))).toEqual(["q", "q2"]);
    expect(shown(seen(map, { folded: foldBelowLevel(map, 2) }))).toEqual(["q", "keep", "q2", "extend"]);
    expect(foldBelowLevel(map, 99).size).toBe(0);
  });
});

describe("focus", () => {
  test("shows one branch, and the way to it", () => {
    const result = seen(map, { focus: toCardId("air") });
    expect(shown(result)).toEqual(["air", "fell", "measured", "badly"]);
    expect(result.tree.places[0]?.parent).toBeUndefined();
    expect(result.focusPath.map(({ id }) => id)).toEqual(["q", "keep", "air"]);
  });

  test("says at the branch who holds it, which the cards above said before", () => {
    const { tree } = seen(map, { focus: toCardId("air") });
    expect(tree.cards.find(({ id }) => id === "air")?.by).toEqual(["Ann"]);
  });

  test("on a card that is gone shows all", () => {
    const result = seen(map, { focus: toCardId("gone") });
    expect(result.tree).toBe(map);
    expect(result.focusPath).toEqual([]);
  });
});

describe("a filter", () => {
  test("leaves bright what a speaker holds, accepts or rejects, and the way to it", () => {
    expect(bright({ speakers: new Set(["Ann"]) })).toEqual(["q", "keep", "air", "fell", "measured"]);
    expect(bright({ speakers: new Set(["Cy"]) })).toEqual(["q", "keep", "shops"]);
    expect(bright({ speakers: new Set(["Bo"]) })).toEqual(["q", "keep", "air", "measured", "badly", "shops"]);
  });

  test("by tag, kind and question", () => {
    expect(bright({ tags: new Set(["health"]) })).toEqual(["q", "keep", "air", "q2", "extend"]);
    expect(bright({ kinds: new Set(["objection"] as const) })).toEqual([
      "q",
      "keep",
      "air",
      "measured",
      "badly",
      "shops",
    ]);
    expect(bright({ questions: ids("q2") })).toEqual(["q2", "extend"]);
  });

  test("of several respects leaves what fits in each", () => {
    expect(bright({ tags: new Set(["health"]), questions: ids("q2") })).toEqual(["q2", "extend"]);
    expect(filtered({ tags: new Set(["health"]), speakers: new Set(["Ann"]) }).matchCount).toBe(1);
  });

  test("hides the rest by choice", () => {
    const result = filtered({ tags: new Set(["health"]), hides: true });
    expect(shown(result)).toEqual(["q", "keep", "air", "q2", "extend"]);
    expect(result.dimmed.size).toBe(0);
  });

  test("counts what it hides as neither folded nor shown", () => {
    const result = seen(map, { folded: ids("keep"), filter: { ...noFilter, tags: new Set(["health"]), hides: true } });
    expect([...result.hidden]).toEqual([["keep", 1]]);
  });

  test("finds a reference by who holds what it refers to", () => {
    const tree = treeOf(
      claim("A", { id: "a", name: "a", by: ["Ann"] }),
      claim("B", { id: "b", by: ["Bo"] }, reason("", { id: "r" }, reference("a", "premise", { id: "again" }))),
    );
    const { dimmed } = seen(tree, { filter: { ...noFilter, speakers: new Set(["Ann"]) } });
    expect([...dimmed]).toEqual([]);
  });
});

test("what can be asked for is counted", () => {
  const respects = filterFacets(map);
  expect(respects.speakers).toEqual([
    { value: "Ann", count: 4 },
    { value: "Bo", count: 2 },
    { value: "Cy", count: 1 },
  ]);
  expect(respects.tags).toEqual([{ value: "health", count: 2 }]);
  expect(respects.questions.map(({ value, count }) => [value.id, count])).toEqual([
    ["q", 7],
    ["q2", 2],
  ]);
});

test("nothing chosen is the very same tree", () => {
  expect(applyExploration(ardmore, showAll).tree).toBe(ardmore);
});

describe("in any tree", () => {
  const id = fc.nat({ max: 24 }).map((n) => toCardId(`c${n}`));
  const some = fc.uniqueArray(id, { maxLength: 8 }).map((list): ReadonlySet<CardId> => new Set(list));
  const names = fc.uniqueArray(fc.constantFrom("", "one", "two words"), { maxLength: 2 }).map((list) => new Set(list));
  const anyExploration: fc.Arbitrary<Exploration> = fc.record({
    folded: some,
    focus: fc.option(id, { nil: undefined }),
    openTexts: some,
    filter: fc.record({
      speakers: names,
      tags: names,
      kinds: fc.constantFrom(new Set([]), new Set(["claim"] as const)),
      questions: some,
      hides: fc.boolean(),
      exempt: some,
    }),
  });

  test("what is shown is a tree: each card once, under a card that is shown before it", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        const before = new Set<CardId>();
        for (const { card, parent } of applyExploration(tree, exploration).tree.places) {
          expect(parent === undefined || before.has(parent)).toBe(true);
          expect(before.has(card)).toBe(false);
          before.add(card);
        }
      }),
    );
  });

  test("each card is shown or counted as folded away once, where no filter hides it", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        fc.pre(!exploration.filter.hides);
        const { tree: part, hidden } = applyExploration(tree, exploration);
        const all = applyExploration(tree, { ...exploration, folded: new Set() }).tree.places.length;
        const folded = [...hidden.values()].reduce((sum, count) => sum + count, 0);
        expect(part.places.length + folded).toBe(all);
      }),
    );
  });

  test("a card in the tree is shown once it is revealed, and what was open stays open", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, fc.nat(), (tree, exploration, n) => {
        fc.pre(tree.places.length > 0);
        const card = tree.places[n % tree.places.length]?.card ?? toCardId("none");
        const then = withRevealedCard(tree, exploration, card);
        expect(applyExploration(tree, then).tree.places.map(({ card }) => card)).toContain(card);
        for (const one of then.folded) expect(exploration.folded.has(one)).toBe(true);
        expect(ancestorsOf(parentsOf(tree), card).some((id) => then.folded.has(id))).toBe(false);
      }),
    );
  });

  test("what a filter leaves bright is connected to a root", () => {
    fc.assert(
      fc.property(anyTree, anyExploration, (tree, exploration) => {
        const { tree: part, dimmed } = applyExploration(tree, exploration);
        for (const { card, parent } of part.places) {
          if (!dimmed.has(card) && parent !== undefined) expect(dimmed.has(parent)).toBe(false);
        }
      }),
    );
  });
});

test("a chain of 50,000 cards is no deeper than the stack", () => {
  const chain: Tree = {
    ...treeOf(),
    cards: Array.from({ length: 50_000 }, (_, n) => ({ ...(map.cards[1] ?? fail()), id: toCardId(`${n}`) })),
    places: Array.from({ length: 50_000 }, (_, n) => ({
      card: toCardId(`${n}`),
      parent: n === 0 ? undefined : toCardId(`${n - 1}`),
    })),
  };
  const { hidden } = seen(chain, { folded: ids("9"), filter: { ...noFilter, speakers: new Set(["Ann"]) } });
  expect(hidden.get(toCardId("9"))).toBe(49_990);
});

const fail = (): never => {
  throw new Error("The map has a second card.");
};
