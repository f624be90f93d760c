import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { questionTree, questionTreeIds } from "../../support/trees/questionTree.ts";

const { focusedCard, open, page, press, shownCards } = usePage({ width: 1400, height: 700 });

test("the arrow keys follow the layout of the tree, and the right key unfolds", async () => {
  await open(questionTree);
  await press("ArrowRight");
  expect(await focusedCard()).toBe("keep");
  await press("ArrowRight", " ", "ArrowRight");
  expect(await shownCards()).toEqual(questionTreeIds);
  await press("ArrowRight", "ArrowDown", "ArrowRight");
  expect(await focusedCard()).toBe("badly");
  await press("ArrowLeft", "ArrowLeft", "ArrowDown");
  expect(await focusedCard()).toBe("shops");
  await press("Home");
  expect(await focusedCard()).toBe("q");
  await press("End");
  expect(await focusedCard()).toBe("shops");
});

test("they turn with the layout from top to bottom", async () => {
  await open(questionTree);
  await press("d", "ArrowDown", "ArrowDown", "ArrowRight");
  expect(await focusedCard()).toBe("shops");
});

test("d changes the direction of a tree, but not of a tree that is shown as an outline", async () => {
  await open(questionTree);
  await press("t", "d", "t");
  await page().getByRole("button", { name: "Lay out top to bottom" }).waitFor();
  await press("ArrowRight");
  expect(await focusedCard()).toBe("keep");
  await press("d");
  await page().getByRole("button", { name: "Lay out left to right" }).waitFor();
});

test("in an outline they work as in a file explorer: left folds, then goes to the parent", async () => {
  await open(questionTree);
  await press("t", "ArrowDown", "ArrowDown");
  expect(await focusedCard()).toBe("air");
  await press("ArrowLeft");
  expect(await shownCards()).toEqual(["air", "keep", "q", "shops"]);
  await press("ArrowDown");
  expect(await focusedCard()).toBe("shops");
  await press("ArrowUp", "ArrowRight", "ArrowRight");
  expect(await focusedCard()).toBe("fell");
});
