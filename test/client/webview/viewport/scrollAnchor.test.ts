/** Which card keeps its place in the window when the picture changes, and when the marked card is revealed. */
import { describe, expect, test } from "vitest";
import { indexPicture, type PictureIndex } from "../../../../client/webview/state/pictureIndex.ts";
import {
  cardOffset,
  findScrollAnchor,
  hasLeftView,
  viewReset,
} from "../../../../client/webview/viewport/scrollAnchor.ts";
import { applyExploration, wholeMap } from "../../../../server/core/picture/explore.ts";
import { createPicture, type PictureOptions } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const map = (...ids: readonly string[]): Tree =>
  treeOf(claim("All.", { id: "all" }, ...ids.map((id) => reason(`Reason ${id}.`, { id }))));
const indexOf = (tree: Tree): PictureIndex => indexPicture(createPicture(tree, measure), tree);
/** A visible box that shows one card and nothing else. */
const boxOfCard = (index: PictureIndex, id: string) => {
  const card = index.card(toCardId(id));
  if (card === undefined) throw new Error(`There is no card ${id}.`);
  return { x: card.x + 1, y: card.y + 1, width: card.width - 2, height: card.height - 2 };
};
const everything = { x: -9000, y: -9000, width: 18_000, height: 18_000 };

describe("the scroll anchor", () => {
  const [before, after] = [indexOf(map("a", "b", "c")), indexOf(map("new", "a", "c"))];

  test("is the first candidate that is visible and in both pictures", () => {
    const candidates = [undefined, toCardId("b"), toCardId("c"), toCardId("a")];
    expect(findScrollAnchor(before, after, everything, candidates)).toBe("c");
    expect(findScrollAnchor(before, after, boxOfCard(before, "a"), [toCardId("c")])).toBe("a");
  });

  test("is otherwise the card nearest to the middle of the window", () => {
    const { y, ...rest } = boxOfCard(before, "c");
    expect(findScrollAnchor(before, after, { ...rest, y: y - 400, height: 800 }, [])).toBe("c");
  });

  test("is undefined when no visible card is in both pictures", () => {
    expect(findScrollAnchor(before, after, boxOfCard(before, "b"), [])).toBeUndefined();
  });

  test("has the offset between its two positions", () => {
    expect(cardOffset(toCardId("a"), before, after).y).toBeGreaterThan(20);
    expect(cardOffset(toCardId("b"), before, after)).toEqual({ x: 0, y: 0 });
  });
});

describe("the view", () => {
  const tree = map("a", "b");
  const render = (options: PictureOptions, focus?: CardId) => {
    const explored = applyExploration(tree, { ...wholeMap, focus });
    return {
      pictureIndex: indexPicture(createPicture(explored.tree, measure, options), explored.tree),
      explored,
      measure,
    };
  };
  const [whole, branch] = [render({}), render({}, toCardId("a"))];

  test("continues while layout and focus stay the same", () => {
    expect(viewReset(whole, render({}))).toBeUndefined();
  });

  test("starts again with a focused branch, and is restored on the way back", () => {
    expect(viewReset(whole, branch)).toEqual({
      leavesWholeMap: true,
      showsWholeMap: false,
      hasNewLayout: false,
      restoresTransform: false,
    });
    expect(viewReset(branch, whole)).toEqual({
      leavesWholeMap: false,
      showsWholeMap: true,
      hasNewLayout: false,
      restoresTransform: true,
    });
  });

  test.each([{ shape: "outline" }, { direction: "down" }] as const)("starts again with the layout %o", (options) => {
    expect(viewReset(whole, render(options))).toMatchObject({ leavesWholeMap: false, restoresTransform: false });
  });
});

describe("the marked card has left the view", () => {
  const [markedCardId, size] = [toCardId("a"), { width: 400, height: 900 }];
  const visible = { markedCardId, isVisible: true, size };
  const hidden = { markedCardId, isVisible: false, size };

  test("when a change of the picture has moved it out", () => {
    expect(hasLeftView(visible, visible)).toBe(false);
    expect(hasLeftView(visible, hidden)).toBe(true);
  });

  test("when a change of the window's size may have cut it", () => {
    expect(hasLeftView(visible, { ...visible, size: { width: 900, height: 400 } })).toBe(true);
  });

  test("but not when the user had moved it out, or it was not marked before", () => {
    expect(hasLeftView(hidden, { ...hidden, size: { width: 9, height: 9 } })).toBe(false);
    expect(hasLeftView(visible, { ...hidden, markedCardId: toCardId("b") })).toBe(false);
    expect(hasLeftView(undefined, hidden)).toBe(false);
  });
});
