/** The words of the picture and of the legend in the page follow the language of the map. */
import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { chargeTree } from "../../../support/trees/chargeTree.ts";

const { card, changeTo, open, page, press } = usePage();

test("draws a map again in its new language", async () => {
  await open(chargeTree);
  expect(await card("shops").textContent()).toContain("objection");
  await changeTo({ ...chargeTree, language: "de" });
  await expect.poll(() => card("shops").textContent()).toContain("Einwand");
  expect(await card("shops").getAttribute("aria-label")).toMatch(/^Einwand\. /);
  expect(await page().getByRole("tree").getAttribute("lang")).toBe("de");
  await press("l");
  expect(await page().locator(".legend").textContent()).toContain("Einwand: spricht gegen die Karte darüber");
});
