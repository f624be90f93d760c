/** An outline as a screen reader reads it: from row to row, also without the arrow keys. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchBrowser } from "../browser.ts";
import { claim, grow, reason } from "../picture/grow.ts";
import { cardOf, openPreview, type Preview } from "./open.ts";

vi.setConfig({ testTimeout: 30_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const pairs = (count: number) =>
  grow(...Array.from({ length: count }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason(`Because of ${n}.`))));

async function openOutline(count: number): Promise<Preview> {
  const preview = await openPreview(browser, { width: 500, height: 600 });
  await preview.show(pairs(count));
  await preview.page.keyboard.press("t");
  await preview.page.waitForFunction("document.querySelectorAll('[role=treeitem]').length > 8");
  return preview;
}

describe("an outline", () => {
  test("has all of its rows in the document, in their order and with all that is said of them", async () => {
    const preview = await openOutline(200);
    const names = await preview.page
      .getByRole("treeitem")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
    expect(names).toHaveLength(400);
    expect(names[0]).toContain("Claim 0");
    expect(names[1]).toContain("Because of 0.");
    expect(names.at(-1)).toContain("Because of 199.");
    // What is out of sight costs next to nothing.
    expect(await preview.page.locator("[data-card] text").count()).toBeLessThan(120);
    await preview.close();
  });

  test("goes along with who reads on: the picture moves to a row, the buttons stay", async () => {
    const preview = await openOutline(200);
    const bar = await preview.page.locator(".bar").boundingBox();
    await cardOf(preview, "c150").evaluate((row) => row.scrollIntoView());
    await expect.poll(() => cardOf(preview, "c150").locator("text").count()).toBeGreaterThan(0);
    const row = await cardOf(preview, "c150").locator(".box").boundingBox();
    expect(row?.y).toBeGreaterThanOrEqual(-1);
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(600);
    expect(await preview.page.locator(".bar").boundingBox()).toEqual(bar);
    expect(preview.faults).toEqual([]);
    await preview.close();
  });

  test("of very many rows has in the document what is in sight", async () => {
    const preview = await openOutline(400);
    expect(await preview.page.getByRole("treeitem").count()).toBeLessThan(120);
    await preview.close();
  });
});
