/** The breadcrumbs of a focused branch. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { cardLocator, output } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { deepMap } from "../../../support/trees/pageTrees.ts";

const { openPreview } = useBrowser();

test("collapse in the middle rather than cut every label, and still lead to the collapsed cards", async () => {
  const preview = await openPreview({ width: 610, height: 700 });
  await preview.show(deepMap);
  await cardLocator(preview, "dead").focus();
  await preview.page.keyboard.press("f");
  const crumbs = preview.page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("listitem");
  const labels = () => crumbs.allTextContents();
  await expect.poll(labels).toContain("…");
  expect((await labels()).slice(-2)).toEqual([
    "A charge that empties the shops must go.",
    "A town center without shops is dead.",
  ]);
  const widths = await crumbs.evaluateAll((items) =>
    items.flatMap((item) => (item.firstElementChild?.textContent === "…" ? [] : [item.clientWidth])),
  );
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(96);
  await preview.page.screenshot({ path: join(output, "breadcrumbs.png") });

  await preview.page.setViewportSize({ width: 1600, height: 700 });
  await expect.poll(labels).toHaveLength(4);
  await preview.page.setViewportSize({ width: 610, height: 700 });
  await expect.poll(labels).toContain("…");
  await crumbs.getByRole("button", { name: "The charge should end" }).click();
  await cardLocator(preview, "end").waitFor();
});
