/** When the page chooses another layout for its panel. */
import { describe, expect, test } from "vitest";
import { createLayoutChooser, type LayoutOccasion } from "../../../../client/webview/state/layoutChooser.ts";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import { applyExploration, wholeMap } from "../../../../server/core/picture/explore.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { measure } from "../../../support/trees/pictures.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const claims = (count: number, text = "Claim"): Tree =>
  treeOf(...Array.from({ length: count }, (_, n) => claim(`${text} ${n}`, { id: `c${n}` }, reason("So it is."))));
const wide = { width: 1400, height: 700 };
const occasion = (tree: Tree, changes: Partial<LayoutOccasion> = {}): LayoutOccasion => ({
  map: "file:///map.argmap",
  explored: applyExploration(tree, wholeMap),
  focus: undefined,
  choice: { shape: "automatic", direction: "automatic" },
  panel: wide,
  measure,
  openTexts: new Set(),
  cache: new CardLayoutCache(),
  ...changes,
});

describe("the layout of a map", () => {
  test("stays as chosen while texts are edited and some cards come and go", () => {
    const choose = createLayoutChooser();
    const chosen = choose(occasion(claims(24)));
    expect(choose(occasion(claims(24, "A claim in so many words that its card takes a line more, or even two")))).toBe(
      chosen,
    );
    expect(choose(occasion(claims(27)))).toBe(chosen);
    expect(choose(occasion(claims(20)))).toBe(chosen);
  });

  test("is rearranged, in the same direction, when the map has grown much", () => {
    const choose = createLayoutChooser();
    const before = choose(occasion(claims(3)));
    const after = choose(occasion(claims(30)));
    expect(before.columnStarts.size).toBe(0);
    expect(after.columnStarts.size).toBeGreaterThan(0);
    expect(after.direction).toBe(before.direction);
  });

  test("follows the panel and the choice of the user", () => {
    const choose = createLayoutChooser();
    const tree = claims(24);
    const first = choose(occasion(tree));
    expect(choose(occasion(tree, { panel: { width: 600, height: 700 } }))).not.toEqual(first);
    expect(choose(occasion(tree, { panel: { width: 400, height: 700 } })).shape).toBe("outline");
    expect(choose(occasion(tree, { choice: { shape: "tree", direction: "down" } })).direction).toBe("down");
  });

  test("is the same object if a new panel leads to an equal one", () => {
    const choose = createLayoutChooser();
    const tree = claims(2);
    const first = choose(occasion(tree));
    expect(choose(occasion(tree, { panel: { width: 1380, height: 700 } }))).toBe(first);
  });

  test("does not turn when a branch is shown alone", () => {
    const choose = createLayoutChooser();
    const tree = claims(24);
    const focus = toCardId("c3");
    const { direction } = choose(occasion(tree));
    const explored = applyExploration(tree, { ...wholeMap, focus });
    const alone = choose(occasion(tree, { explored, focus }));
    expect(alone).toMatchObject({ direction, columnStarts: new Set() });
    expect(choose(occasion(tree)).columnStarts.size).toBeGreaterThan(0);
  });
});
