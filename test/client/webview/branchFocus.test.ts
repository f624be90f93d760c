import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { questionTree, questionTreeIds } from "../../support/trees/questionTree.ts";

const { boxOf, focusCard, open, page, press, preview, shownCards } = usePage({ width: 1400, height: 700 });

test("shows only the branch, with breadcrumbs to its ancestors; Escape shows the whole map again", async () => {
  await open(questionTree);
  await focusCard("air");
  const before = await boxOf("air");
  await press("f");
  expect(await shownCards()).toEqual(["air", "badly", "fell", "measured"]);
  const breadcrumbs = page().getByRole("navigation", { name: "Breadcrumbs" });
  expect(await breadcrumbs.getByRole("listitem").allTextContents()).toEqual([
    "Stay?",
    "It should stay.",
    "Cleaner air.",
  ]);
  await breadcrumbs.getByRole("button", { name: "It should stay." }).click();
  expect(await shownCards()).toEqual(["air", "badly", "fell", "keep", "measured", "shops"]);
  await press("Escape");
  expect(await shownCards()).toEqual(questionTreeIds);
  const after = await boxOf("air");
  // The ring of the selected card makes a difference of about a pixel.
  expect(Math.abs(after.x - before.x)).toBeLessThan(1.5);
  expect(Math.abs(after.y - before.y)).toBeLessThan(1.5);
});

test("says that the cursor is outside the branch", async () => {
  await open(questionTree);
  await focusCard("air");
  await press("f");
  await preview().send({ type: "cursor", card: "shops" });
  expect(await page().getByText("The cursor is outside this branch").count()).toBe(1);
});
