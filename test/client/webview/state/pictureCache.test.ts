/** The parts of the previous picture that a new one reuses. */
import { expect, test } from "vitest";
import { createPictureCache } from "../../../../client/webview/state/pictureCache.ts";
import { initialSession } from "../../../../client/webview/state/session.ts";
import { tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const tree = treeOf(claim("All.", { id: "all" }, reason("One.", { id: "one" }), reason("Two.", { id: "two" })));
const panel = { width: 700, height: 800 };
/** The same tree with another text of one card, as a change from the server makes it. */
const changed: Tree = {
  ...tree,
  cards: tree.cards.map((card) => (card.id === "two" ? { ...card, text: "Too." } : card)),
};

test("keeps the layout of cards that have not changed", () => {
  const cache = createPictureCache(() => tableMeasure);
  const layoutsOf = (shown: Tree) =>
    cache
      .render({ ...initialSession, tree: shown }, "sans-serif", panel, 600)
      ?.pictureIndex.picture.cards.map(({ layout }) => layout) ?? [];
  const [all, one, two] = layoutsOf(tree);
  const [allAfter, oneAfter, twoAfter] = layoutsOf(changed);
  expect(all).toBeDefined();
  expect(allAfter).toBe(all);
  expect(oneAfter).toBe(one);
  expect(twoAfter).not.toBe(two);
});
