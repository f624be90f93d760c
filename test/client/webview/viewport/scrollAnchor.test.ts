/** What of a picture stays where it is in the window when the next one comes, and what is brought back into sight. */
import { describe, expect, test } from "vitest";
import { type Plot, plot } from "../../../../client/webview/state/pictureIndex.ts";
import { anchorOf, beginningOf, hasSlipped, shiftOf } from "../../../../client/webview/viewport/scrollAnchor.ts";
import { everything as everythingShown, explored } from "../../../../server/core/picture/explore.ts";
import { type PictureOptions, picture } from "../../../../server/core/picture/picture.ts";
import { cached, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import type { CardId, Tree } from "../../../../server/core/tree/tree.ts";
import { idOf } from "../../../support/arbitraries/trees.ts";
import { claim, grow, reason } from "../../../support/treeFixtures.ts";

const measure = cached(tableMeasure);
const map = (...ids: readonly string[]): Tree =>
  grow(claim("All.", { id: "all" }, ...ids.map((id) => reason(`Reason ${id}.`, { id }))));
const plotOf = (tree: Tree): Plot => plot(picture(tree, measure), tree);
/** A window that shows a card and nothing but that. */
const sightOf = (of: Plot, id: string) => {
  const card = of.card(idOf(id));
  if (card === undefined) throw new Error(`There is no card ${id}.`);
  return { x: card.x + 1, y: card.y + 1, width: card.width - 2, height: card.height - 2 };
};
const everything = { x: -9000, y: -9000, width: 18_000, height: 18_000 };

describe("what stays where it is", () => {
  const [was, is] = [plotOf(map("a", "b", "c")), plotOf(map("new", "a", "c"))];

  test("is the first card that is wanted, in sight, and in both pictures", () => {
    expect(anchorOf(was, is, everything, [undefined, idOf("b"), idOf("c"), idOf("a")])).toBe("c");
    expect(anchorOf(was, is, sightOf(was, "a"), [idOf("c")])).toBe("a");
  });

  test("is else the card that is nearest to the middle", () => {
    const { y, ...rest } = sightOf(was, "c");
    expect(anchorOf(was, is, { ...rest, y: y - 400, height: 800 }, [])).toBe("c");
    expect(anchorOf(was, is, sightOf(was, "b"), [])).toBeUndefined();
  });

  test("goes as far as the picture has it", () => {
    expect(shiftOf(idOf("a"), was, is).y).toBeGreaterThan(20);
    expect(shiftOf(idOf("b"), was, is)).toEqual({ x: 0, y: 0 });
  });
});

test("a picture begins anew in another shape, or with another branch alone; a way back leads to where one was", () => {
  const tree = map("a", "b");
  const drawn = (options: PictureOptions, focus?: CardId) => {
    const seen = explored(tree, { ...everythingShown, focus });
    return { plot: plot(picture(seen.tree, measure, options), seen.tree), explored: seen, measure };
  };
  const [whole, branch] = [drawn({}), drawn({}, idOf("a"))];
  expect(beginningOf(whole, drawn({}))).toBeUndefined();
  expect(beginningOf(whole, branch)).toEqual({ leavesWhole: true, isWhole: false, comesBack: false });
  expect(beginningOf(branch, whole)).toEqual({ leavesWhole: false, isWhole: true, comesBack: true });
  expect(beginningOf(whole, drawn({ shape: "outline" }))).toMatchObject({ leavesWhole: false, comesBack: false });
  expect(beginningOf(whole, drawn({ direction: "down" }))).toMatchObject({ leavesWhole: false, comesBack: false });
});

test("a mark slips away where the picture takes it along or the window gets another size, not where the user moved it", () => {
  const [mark, size] = [idOf("a"), { width: 400, height: 900 }];
  const seen = { mark, inSight: true, size };
  expect(hasSlipped(seen, { mark, inSight: true, size })).toBe(false);
  expect(hasSlipped(seen, { mark, inSight: false, size })).toBe(true);
  // As much of it, but not the same.
  expect(hasSlipped(seen, { mark, inSight: true, size: { width: 900, height: 400 } })).toBe(true);
  expect(hasSlipped({ ...seen, inSight: false }, { mark, inSight: false, size: { width: 9, height: 9 } })).toBe(false);
  expect(hasSlipped(seen, { mark: idOf("b"), inSight: false, size })).toBe(false);
  expect(hasSlipped(undefined, { mark, inSight: false, size })).toBe(false);
});
