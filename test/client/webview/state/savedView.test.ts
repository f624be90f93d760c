import { describe, expect, test } from "vitest";
import { findByKey, mapCards, stableKeys } from "../../../../client/webview/state/cardKeys.ts";
import { restoreView, saveView } from "../../../../client/webview/state/savedView.ts";
import { defaultViewOptions } from "../../../../client/webview/state/viewOptions.ts";
import { noFilter, showAll } from "../../../../server/core/picture/explore.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { claim, objection, reason, treeOf } from "../../../support/treeFixtures.ts";

/** The same map after the server has started anew: every identity is another one, some are those of other cards before. */
function anew(tree: Tree): Tree {
  const order = tree.cards.map(({ id }) => id);
  const other = (id: string) => toCardId(`${(order.indexOf(toCardId(id)) * 7 + 3) % 1000}`);
  return {
    ...tree,
    cards: tree.cards.map((card) => ({ ...card, id: other(card.id), shows: card.shows && other(card.shows) })),
    places: tree.places.map(({ card, parent }) => ({ card: other(card), parent: parent && other(parent) })),
    ties: [],
  };
}

const textOf = (tree: Tree, id: string | undefined) => tree.cards.find((card) => card.id === id)?.text;

describe("how a map was left", () => {
  const choice = {
    ...defaultViewOptions,
    shape: "outline" as const,
    direction: "down" as const,
    selected: toCardId("cause"),
    exploration: {
      ...showAll,
      folded: new Set([toCardId("cause"), toCardId("drop")]),
      focus: toCardId("keep"),
      filter: { ...noFilter, speakers: new Set(["Maja Lind"]), tags: new Set(["x"]), hides: true },
    },
  };

  test("is taken up again as JSON after the server has started anew", () => {
    const later = anew(ardmore);
    const left = JSON.parse(JSON.stringify(saveView(choice, ardmore, { x: 1, y: 2, k: 0.5 })));
    const { viewOptions: resumed, placement } = restoreView(left, later);
    expect(placement).toEqual({ x: 1, y: 2, k: 0.5 });
    expect(resumed).toMatchObject({ shape: "outline", direction: "down" });
    expect([...resumed.exploration.folded].map((id) => textOf(later, id))).toEqual(
      ["cause", "drop"].map((id) => textOf(ardmore, id)),
    );
    expect(textOf(later, resumed.exploration.focus)).toBe(textOf(ardmore, "keep"));
    expect(textOf(later, resumed.selected)).toBe(textOf(ardmore, "cause"));
    expect(resumed.exploration.filter).toEqual(choice.exploration.filter);
  });

  test("keeps what a filter spares, as a card that has just been found or written", () => {
    const exempt = new Set([toCardId("keep")]);
    const filter = { ...choice.exploration.filter, exempt };
    const left = saveView({ ...choice, exploration: { ...choice.exploration, filter } }, ardmore, undefined);
    const later = anew(ardmore);
    const { exploration } = restoreView(JSON.parse(JSON.stringify(left)), later).viewOptions;
    expect([...exploration.filter.exempt].map((id) => textOf(later, id))).toEqual([textOf(ardmore, "keep")]);
  });

  test.each([null, undefined, "what", { folded: 1 }, { placement: { x: "1" } }, { shape: "ball" }])(
    "from %j is the beginning",
    (left) => {
      expect(restoreView(left, ardmore)).toEqual({ viewOptions: defaultViewOptions, placement: undefined });
    },
  );

  test("names that are gone are left out", () => {
    const { viewOptions: resumed } = restoreView(saveView(choice, ardmore, undefined), treeOf(claim("Another map")));
    expect(resumed.exploration).toMatchObject({ folded: new Set(), focus: undefined });
  });
});

describe("landmarks", () => {
  test("of cards that say the same under different ones differ", () => {
    const tree = treeOf(
      claim("A", { id: "a" }, reason("Same.", { id: "one" })),
      claim("B", { id: "b" }, reason("Same.", { id: "two" })),
    );
    const nameOf = stableKeys(tree);
    expect(findByKey(tree)(nameOf(toCardId("two")) ?? "")).toBe("two");
  });
});

describe("successors", () => {
  const tree = treeOf(claim("A", { id: "1" }, reason("R", { id: "2" }), objection("O", { id: "3" })));

  test("have the same identity where the server is the same, whatever their text", () => {
    const later = { ...tree, cards: tree.cards.map((card) => (card.id === "2" ? { ...card, text: "X" } : card)) };
    expect(mapCards(tree, later)(toCardId("2"))).toBe("2");
  });

  test("are found by name where there is no such identity any more", () => {
    const later = treeOf(claim("A", { id: "6" }, reason("R", { id: "4" }), objection("O", { id: "5" })));
    expect(mapCards(tree, later)(toCardId("2"))).toBe("4");
  });
});
