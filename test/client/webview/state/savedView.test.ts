import { describe, expect, test } from "vitest";
import { restoreView, saveView } from "../../../../client/webview/state/savedView.ts";
import { defaultViewOptions, type ViewOptions } from "../../../../client/webview/state/viewOptions.ts";
import { noFilter, wholeMap } from "../../../../server/core/picture/explore.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { claim, treeOf } from "../../../support/trees/treeFixtures.ts";

/** Returns the tree with the ids of a restarted server: all are different, and some belonged to other cards before. */
function withNewIds(tree: Tree): Tree {
  const ids = tree.cards.map(({ id }) => id);
  const newId = (id: string) => toCardId(`${(ids.indexOf(toCardId(id)) * 7 + 3) % 1000}`);
  return {
    ...tree,
    cards: tree.cards.map((card) => ({
      ...card,
      id: newId(card.id),
      referencedCard: card.referencedCard && newId(card.referencedCard),
    })),
    positions: tree.positions.map(({ card, parent }) => ({ card: newId(card), parent: parent && newId(parent) })),
    contradictions: [],
  };
}

const textOf = (tree: Tree, id: string | undefined) => tree.cards.find((card) => card.id === id)?.text;

describe("a saved view", () => {
  const viewOptions = {
    ...defaultViewOptions,
    shape: "outline" as const,
    direction: "down" as const,
    selected: toCardId("cause"),
    exploration: {
      ...wholeMap,
      folded: new Set([toCardId("cause"), toCardId("drop")]),
      focus: toCardId("keep"),
      filter: { ...noFilter, speakers: new Set(["Maja Lind"]), tags: new Set(["x"]), hidesNonMatches: true },
    },
  };
  /** Saves as JSON and restores. */
  const restoreIn = (tree: Tree, options: ViewOptions) =>
    restoreView(JSON.parse(JSON.stringify(saveView(options, ardmore, { x: 1, y: 2, k: 0.5 }))), tree);

  test("keeps which table is shown, and how it is sorted", () => {
    const table = { isShown: true, kind: "sources", sorting: { table: 0, column: 2, isDescending: true } } as const;
    expect(restoreIn(ardmore, { ...viewOptions, table }).viewOptions.table).toEqual(table);
    const unsorted = { ...table, sorting: undefined };
    expect(restoreIn(ardmore, { ...viewOptions, table: unsorted }).viewOptions.table).toEqual(unsorted);
  });

  test("is restored after the server has restarted", () => {
    const later = withNewIds(ardmore);
    const { viewOptions: restored, transform } = restoreIn(later, viewOptions);
    expect(transform).toEqual({ x: 1, y: 2, k: 0.5 });
    expect(restored).toMatchObject({ shape: "outline", direction: "down" });
    expect([...restored.exploration.folded].map((id) => textOf(later, id))).toEqual(
      ["cause", "drop"].map((id) => textOf(ardmore, id)),
    );
    expect(textOf(later, restored.exploration.focus)).toBe(textOf(ardmore, "keep"));
    expect(textOf(later, restored.selected)).toBe(textOf(ardmore, "cause"));
    expect(restored.exploration.filter).toEqual(viewOptions.exploration.filter);
  });

  test("leaves the layout to the panel if the user has not chosen one", () => {
    const { viewOptions: restored } = restoreIn(ardmore, defaultViewOptions);
    expect(restored).toMatchObject({ shape: "automatic", direction: "automatic" });
  });

  test.each([[{ shape: "tree", direction: "down" } as const], [{ shape: "outline", direction: "right" } as const]])(
    "of an earlier version keeps its layout: %o",
    (saved) => {
      expect(restoreView(saved, ardmore).viewOptions).toMatchObject(saved);
    },
  );

  test("includes the cards that are exempt from the filter", () => {
    const { exploration } = viewOptions;
    const filter = { ...exploration.filter, exempt: new Set([toCardId("keep")]) };
    const later = withNewIds(ardmore);
    const restored = restoreIn(later, { ...viewOptions, exploration: { ...exploration, filter } }).viewOptions;
    expect([...restored.exploration.filter.exempt].map((id) => textOf(later, id))).toEqual([textOf(ardmore, "keep")]);
  });

  test.each([null, undefined, "what", { folded: 1 }, { placement: { x: "1" } }, { shape: "ball" }])(
    "is the default view if the JSON is %j",
    (saved) => {
      expect(restoreView(saved, ardmore)).toEqual({ viewOptions: defaultViewOptions, transform: undefined });
    },
  );

  test("drops cards that are gone", () => {
    const { viewOptions: restored } = restoreIn(treeOf(claim("Another map")), viewOptions);
    expect(restored.exploration).toMatchObject({ folded: new Set(), focus: undefined });
  });
});
