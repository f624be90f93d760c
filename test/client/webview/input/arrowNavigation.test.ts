import { describe, expect, test } from "vitest";
import { navigateByKey, typeAhead } from "../../../../client/webview/input/arrowNavigation.ts";
import { indexPicture } from "../../../../client/webview/state/pictureIndex.ts";
import { createPicture, type PictureOptions } from "../../../../server/core/picture/picture.ts";
import { tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { claim, objection, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const tree = treeOf(
  claim(
    "Stay.",
    { id: "stay" },
    reason("Cleaner air.", { id: "air" }, reason("It fell.", { id: "fell" })),
    objection("Fewer customers.", { id: "shops" }, objection("Élan counts.", { id: "elan" })),
  ),
  claim("Buses.", { id: "buses" }),
);
const indexWith = (options: PictureOptions) => indexPicture(createPicture(tree, tableMeasure, options), tree);
const leftToRight = indexWith({ shape: "tree", direction: "right" });
const topToBottom = indexWith({ shape: "tree", direction: "down" });
const outline = indexWith({ shape: "outline" });

/** Describes the effect of a key: the focused card, or “fold” with the card that is folded or unfolded. */
function press(key: string, from: string, pictureIndex = leftToRight, isFolded = false): string | undefined {
  const effect = navigateByKey(pictureIndex, toCardId(from), key, isFolded);
  if (effect === undefined) return undefined;
  return "to" in effect ? effect.to.id : `fold ${effect.fold}`;
}

describe("in a tree from left to right", () => {
  test("Right focuses the first child, Left the parent", () => {
    expect(press("ArrowRight", "stay")).toBe("air");
    expect(press("ArrowLeft", "shops")).toBe("stay");
  });

  test("Right unfolds a folded card", () => {
    expect(press("ArrowRight", "stay", leftToRight, true)).toBe("fold stay");
  });

  test("Up and Down focus the nearest card of the same level, also under another parent", () => {
    expect(press("ArrowDown", "air")).toBe("shops");
    expect(press("ArrowUp", "shops")).toBe("air");
    expect(press("ArrowDown", "fell")).toBe("elan");
    expect(press("ArrowDown", "stay")).toBe("buses");
  });

  test("a key that leads nowhere has no effect", () => {
    expect(press("ArrowRight", "fell")).toBeUndefined();
    expect(press("ArrowLeft", "stay")).toBeUndefined();
    expect(press("ArrowUp", "air")).toBeUndefined();
    expect(press("ArrowDown", "buses")).toBeUndefined();
    expect(press("x", "stay")).toBeUndefined();
  });
});

test("in a tree from top to bottom, the arrow keys are turned", () => {
  expect(press("ArrowDown", "stay", topToBottom)).toBe("air");
  expect(press("ArrowUp", "air", topToBottom)).toBe("stay");
  expect(press("ArrowRight", "air", topToBottom)).toBe("shops");
  expect(press("ArrowLeft", "shops", topToBottom)).toBe("air");
});

describe("in an outline", () => {
  test("Up and Down focus the previous and the next row", () => {
    expect(press("ArrowDown", "fell", outline)).toBe("shops");
    expect(press("ArrowUp", "buses", outline)).toBe("elan");
  });

  test("Left folds a card with children, and else focuses the parent", () => {
    expect(press("ArrowLeft", "air", outline)).toBe("fold air");
    expect(press("ArrowLeft", "fell", outline)).toBe("air");
  });

  test("Right unfolds a folded card, and else focuses the first child", () => {
    expect(press("ArrowRight", "air", outline, true)).toBe("fold air");
    expect(press("ArrowRight", "air", outline)).toBe("fell");
  });
});

test.each([
  ["left to right", leftToRight],
  ["top to bottom", topToBottom],
  ["outline", outline],
])("Home and End focus the first and the last card (%s)", (_, pictureIndex) => {
  expect(press("Home", "shops", pictureIndex)).toBe("stay");
  expect(press("End", "shops", pictureIndex)).toBe("buses");
});

test("from a card that is not shown, any key focuses the first card", () => {
  expect(press("ArrowDown", "gone")).toBe("stay");
});

test("an empty picture has no card to focus", () => {
  const empty = treeOf();
  expect(press("Home", "gone", indexPicture(createPicture(empty, tableMeasure), empty))).toBeUndefined();
});

describe("typing the first letters", () => {
  const find = (from: string | undefined, typed: string) =>
    typeAhead(leftToRight, from === undefined ? undefined : toCardId(from), typed)?.id;

  test("finds the next card whose text starts with them, and wraps around", () => {
    expect(find("stay", "f")).toBe("shops");
    expect(find("buses", "c")).toBe("air");
    expect(find("stay", "b")).toBe("buses");
  });

  test("with one letter leaves the current card, so that repeating it steps through the matches", () => {
    const many = treeOf(...["Ab.", "Ac.", "Ad."].map((text, index) => claim(text, { id: `${index}` })));
    const pictureIndex = indexPicture(createPicture(many, tableMeasure), many);
    const next = (from: string, typed: string) => typeAhead(pictureIndex, toCardId(from), typed)?.id;
    expect([next("0", "a"), next("1", "a"), next("2", "a")]).toEqual(["1", "2", "0"]);
    expect(next("1", "ac")).toBe("1");
  });

  test("ignores case and accents", () => {
    expect(find("stay", "CLEAN")).toBe("air");
    expect(find("stay", "elan")).toBe("elan");
  });

  test("finds nothing if no text starts with them", () => {
    expect(find("stay", "zebra")).toBeUndefined();
  });

  test("starts at the first card if there is no current one", () => {
    expect(find(undefined, "st")).toBe("stay");
  });
});
