/** What of a picture stays where it is in the window when the next one comes, and what is brought back into sight. */
import { describe, expect, test } from "vitest";
import { indexPicture, type PictureIndex } from "../../../../client/webview/state/pictureIndex.ts";
import {
  cardOffset,
  findScrollAnchor,
  hasLeftView,
  viewReset,
} from "../../../../client/webview/viewport/scrollAnchor.ts";
import { applyExploration, showAll as everythingShown } from "../../../../server/core/picture/explore.ts";
import { createPicture, type PictureOptions } from "../../../../server/core/picture/picture.ts";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { claim, reason, treeOf } from "../../../support/treeFixtures.ts";

const measure = cachedMeasure(tableMeasure);
const map = (...ids: readonly string[]): Tree =>
  treeOf(claim("All.", { id: "all" }, ...ids.map((id) => reason(`Reason ${id}.`, { id }))));
const plotOf = (tree: Tree): PictureIndex => indexPicture(createPicture(tree, measure), tree);
/** A window that shows a card and nothing but that. */
const sightOf = (of: PictureIndex, id: string) => {
  const card = of.card(toCardId(id));
  if (card === undefined) throw new Error(`There is no card ${id}.`);
  return { x: card.x + 1, y: card.y + 1, width: card.width - 2, height: card.height - 2 };
};
const everything = { x: -9000, y: -9000, width: 18_000, height: 18_000 };

describe("what stays where it is", () => {
  const [was, is] = [plotOf(map("a", "b", "c")), plotOf(map("new", "a", "c"))];

  test("is the first card that is wanted, in sight, and in both pictures", () => {
    expect(findScrollAnchor(was, is, everything, [undefined, toCardId("b"), toCardId("c"), toCardId("a")])).toBe("c");
    expect(findScrollAnchor(was, is, sightOf(was, "a"), [toCardId("c")])).toBe("a");
  });

  test("is else the card that is nearest to the middle", () => {
    const { y, ...rest } = sightOf(was, "c");
    expect(findScrollAnchor(was, is, { ...rest, y: y - 400, height: 800 }, [])).toBe("c");
    expect(findScrollAnchor(was, is, sightOf(was, "b"), [])).toBeUndefined();
  });

  test("goes as far as the picture has it", () => {
    expect(cardOffset(toCardId("a"), was, is).y).toBeGreaterThan(20);
    expect(cardOffset(toCardId("b"), was, is)).toEqual({ x: 0, y: 0 });
  });
});

test("a picture begins anew in another shape, or with another branch alone; a way back leads to where one was", () => {
  const tree = map("a", "b");
  const drawn = (options: PictureOptions, focus?: CardId) => {
    const seen = applyExploration(tree, { ...everythingShown, focus });
    return {
      pictureIndex: indexPicture(createPicture(seen.tree, measure, options), seen.tree),
      explored: seen,
      measure,
    };
  };
  const [whole, branch] = [drawn({}), drawn({}, toCardId("a"))];
  expect(viewReset(whole, drawn({}))).toBeUndefined();
  expect(viewReset(whole, branch)).toEqual({ leavesWholeMap: true, showsWholeMap: false, restoresTransform: false });
  expect(viewReset(branch, whole)).toEqual({ leavesWholeMap: false, showsWholeMap: true, restoresTransform: true });
  expect(viewReset(whole, drawn({ shape: "outline" }))).toMatchObject({
    leavesWholeMap: false,
    restoresTransform: false,
  });
  expect(viewReset(whole, drawn({ direction: "down" }))).toMatchObject({
    leavesWholeMap: false,
    restoresTransform: false,
  });
});

test("a mark slips away where the picture takes it along or the window gets another size, not where the user moved it", () => {
  const [markedCardId, size] = [toCardId("a"), { width: 400, height: 900 }];
  const seen = { markedCardId, isVisible: true, size };
  expect(hasLeftView(seen, { markedCardId, isVisible: true, size })).toBe(false);
  expect(hasLeftView(seen, { markedCardId, isVisible: false, size })).toBe(true);
  // As much of it, but not the same.
  expect(hasLeftView(seen, { markedCardId, isVisible: true, size: { width: 900, height: 400 } })).toBe(true);
  expect(
    hasLeftView({ ...seen, isVisible: false }, { markedCardId, isVisible: false, size: { width: 9, height: 9 } }),
  ).toBe(false);
  expect(hasLeftView(seen, { markedCardId: toCardId("b"), isVisible: false, size })).toBe(false);
  expect(hasLeftView(undefined, { markedCardId, isVisible: false, size })).toBe(false);
});
