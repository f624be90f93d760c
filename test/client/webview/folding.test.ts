import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { questionTree, questionTreeIds } from "../../support/trees/questionTree.ts";

const { boxOf, card, focusCard, focusedCard, open, page, press, preview, shownCards } = usePage({
  width: 1400,
  height: 700,
});
const foldButton = (id: string) => card(id).locator(".fold-handle");
const idsWithAirFolded = ["air", "keep", "q", "shops"];

test("the fold button hides the branch, shows how many cards are hidden, and keeps the card in place", async () => {
  await open(questionTree);
  const before = await boxOf("air");
  await foldButton("air").click();
  expect(await shownCards()).toEqual(idsWithAirFolded);
  expect(await foldButton("air").textContent()).toBe("+3");
  const after = await boxOf("air");
  // The ring of the selected card makes a difference of about a pixel.
  expect(Math.abs(after.x - before.x)).toBeLessThan(1.5);
  expect(Math.abs(after.y - before.y)).toBeLessThan(1.5);
  await foldButton("air").click();
  expect(await shownCards()).toEqual(questionTreeIds);
});

test("Space folds, digits fold to a level, and * unfolds all", async () => {
  await open(questionTree);
  await focusCard("keep");
  await press(" ");
  expect(await shownCards()).toEqual(["keep", "q"]);
  expect(await focusedCard()).toBe("keep");
  expect(await card("keep").getAttribute("aria-expanded")).toBe("false");
  await press("*");
  expect(await shownCards()).toEqual(questionTreeIds);
  await press("3");
  expect(await shownCards()).toEqual(idsWithAirFolded);
  await press("1");
  expect(await shownCards()).toEqual(["q"]);
});

test("the toolbar folds to a level and unfolds all", async () => {
  await open(questionTree);
  await page().getByRole("button", { name: "Fold to level" }).click();
  await page().getByRole("button", { name: "Fold to level 2" }).click();
  expect(await shownCards()).toEqual(["keep", "q"]);
  await page().getByRole("button", { name: "Unfold all branches" }).click();
  expect(await shownCards()).toEqual(questionTreeIds);
});

test("a cursor in a folded branch marks the card that is folded", async () => {
  await open(questionTree);
  await foldButton("air").click();
  await preview().send({ type: "cursor", card: "badly" });
  expect(await card("air").locator(".ring.is-inside-folded").count()).toBe(1);
  expect(await card("air").locator(".cursor-badge").count()).toBe(1);
  expect(await shownCards()).toEqual(idsWithAirFolded);
});
