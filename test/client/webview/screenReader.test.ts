/** An outline as a screen reader reads it: from row to row, also without the arrow keys. */
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { cardLocator, output, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { claim, objection, reason, treeOf } from "../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const { openPreview } = useBrowser();

const pairs = (count: number) =>
  treeOf(...Array.from({ length: count }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason(`Because of ${n}.`))));

async function openOutline(count: number): Promise<PreviewPage> {
  const preview = await openPreview({ width: 500, height: 600 });
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
    await cardLocator(preview, "c150").evaluate((row) => row.scrollIntoView());
    await expect.poll(() => cardLocator(preview, "c150").locator("text").count()).toBeGreaterThan(0);
    const row = await cardLocator(preview, "c150").locator(".box").boundingBox();
    expect(row?.y).toBeGreaterThanOrEqual(-1);
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(600);
    expect(await preview.page.locator(".bar").boundingBox()).toEqual(bar);
    expect(preview.pageErrors).toEqual([]);
    await preview.close();
  });

  test("comes in from its left edge, whichever row is chosen or sought", async () => {
    const deep = treeOf(
      claim("A.", { id: "a" }, reason("B.", { id: "b" }, reason("C.", { id: "c" }, reason("D.", { id: "d" })))),
      ...Array.from({ length: 30 }, (_, n) =>
        claim(`Claim ${n}`, { id: `c${n}` }, reason(`Because of ${n}.`, { id: `r${n}` })),
      ),
    );
    const preview = await openPreview({ width: 500, height: 600 });
    await preview.show(deep);
    await cardLocator(preview, "a").focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "t"]) await preview.page.keyboard.press(key);
    const left = async (): Promise<number> =>
      (await preview.page.locator('[data-card="c0"] .box').boundingBox())?.x ?? -1;
    const begin = await left();
    expect(begin).toBeGreaterThan(20);
    for (let n = 0; n < 30; n++) {
      await preview.send({ type: "mark", card: `r${n}` });
      // The tree, and back.
      if (n % 3 === 0) for (const key of ["t", "t"]) await preview.page.keyboard.press(key);
      const row = await cardLocator(preview, `r${n}`).locator(".box").boundingBox();
      expect((row?.y ?? 0) + (row?.height ?? 0), `${n}`).toBeLessThanOrEqual(600);
      expect(await left(), `${n}`).toBe(begin);
    }
    // One that has been moved to the side comes back with what is sought.
    await preview.page.mouse.move(10, 300);
    await preview.page.mouse.down();
    await preview.page.mouse.move(-60, 300);
    await preview.page.mouse.up();
    expect(Math.abs((await left()) - begin)).toBeGreaterThan(40);
    await preview.send({ type: "mark", card: "d" });
    expect(Math.abs((await left()) - begin)).toBeLessThan(1);
    await preview.close();
  });

  test("is whole across in a panel of any width, from which it may have come, and shows what hangs on what", async () => {
    const deep = treeOf(
      claim(
        "The entry charge should become permanent.",
        { id: "a" },
        reason("The air got cleaner.", { id: "b" }, objection("The winter was mild.", { id: "c" })),
      ),
    );
    const preview = await openPreview({ width: 420, height: 500 });
    await preview.show(deep);
    await preview.page.keyboard.press("t");
    const boxes = (): Promise<readonly { readonly x: number; readonly end: number }[]> =>
      preview.page
        .locator("[data-card] .box")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, right }) => ({ x, end: right })));
    for (const width of [231, 1200, 271, 205, 700]) {
      await preview.page.setViewportSize({ width, height: 500 });
      // The rows are laid out anew for the width, all of which they then use.
      const most = Math.min(width, 760) - 32;
      const isWhole = (row: { readonly x: number; readonly end: number } | undefined): boolean =>
        row !== undefined && row.x >= 0 && row.end <= width && row.end - row.x <= most && row.end - row.x >= most - 50;
      await expect.poll(async () => isWhole((await boxes())[0])).toBe(true);
      const [a, b, c] = await boxes();
      expect((a?.x ?? 0) + (a?.end ?? 0)).toBeCloseTo(width, -1);
      expect(b?.x).toBeGreaterThan((a?.x ?? 0) + 8);
      expect(c?.x).toBeGreaterThan((b?.x ?? 0) + 8);
      await preview.page.screenshot({ path: join(output, `outline-${width}.png`) });
    }
    await preview.close();
  });

  test("of very many rows has in the document what is in sight", async () => {
    const preview = await openOutline(400);
    expect(await preview.page.getByRole("treeitem").count()).toBeLessThan(120);
    await preview.close();
  });
});
