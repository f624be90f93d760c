/** What lies over the picture never lies over the card that is brought into sight, in windows of any size. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { panToClear } from "../../../../client/webview/viewport/overlayInsets.ts";
import { type Box, intersects } from "../../../../server/core/picture/geometry/box.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { cardLocator, type PreviewOptions, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { claim, reason, treeOf } from "../../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const { openPreview } = useBrowser();

const boxOf = async ({ page }: PreviewPage, what: string): Promise<Box> => {
  const box = await page.locator(what).boundingBox();
  if (box === null) throw new Error(`There is no ${what}.`);
  return box;
};
/** What lies over a card, by the names of its classes. */
async function over(preview: PreviewPage, card: string): Promise<readonly string[]> {
  const box = await boxOf(preview, `[data-card="${card}"] .box`);
  const names: string[] = [];
  for (const element of await preview.page.locator(".top > *, .bar, .zoom, .minimap, .legend, .filter").all()) {
    const cover = await element.boundingBox();
    if (cover !== null && intersects(box, cover)) names.push((await element.getAttribute("class")) ?? "");
  }
  return names;
}
async function open(options: PreviewOptions): Promise<PreviewPage> {
  const preview = await openPreview(options);
  await preview.show(ardmore);
  return preview;
}

describe("a card that is brought into sight", () => {
  const sizes = {
    narrow: { width: 340, height: 600 },
    low: { width: 600, height: 420 },
    tiny: { width: 240, height: 360 },
  };
  test.each(Object.entries(sizes))("lies beside all that covers a %s window", async (_, size) => {
    const preview = await open(size);
    await preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } });
    for (const { id } of ardmore.cards) {
      await preview.send({ type: "mark", card: id });
      expect(await over(preview, id), id).toEqual([]);
    }
    await preview.close();
  });

  test("makes way for the search that opens over it", async () => {
    const preview = await open(sizes.narrow);
    await preview.send({ type: "mark", card: "cause" });
    await cardLocator(preview, "cause").focus();
    await preview.page.keyboard.press("/");
    expect(await preview.page.locator(".find").count()).toBe(1);
    expect(await over(preview, "cause")).toEqual([]);
    await preview.close();
  });
});

test("the legend opens over no card where the map leaves room for it", async () => {
  const preview = await open({ width: 1100, height: 700 });
  await preview.send({ type: "mark", card: "cause" });
  await preview.page.keyboard.press("0");
  await preview.page.keyboard.press("l");
  const legend = await boxOf(preview, ".legend");
  const cards = await preview.page.locator("[data-card] .box").all();
  const boxes = await Promise.all(cards.map((card) => card.boundingBox()));
  expect(boxes.length).toBeGreaterThan(10);
  expect(boxes.filter((box) => box !== null && intersects(box, legend))).toEqual([]);
  await preview.close();
});

describe("the toolbar", () => {
  test.each([180, 240, 340])(
    "is no wider than a window of %i pixels, and what is below it begins where it ends",
    async (width) => {
      const preview = await open({ width, height: 500 });
      await preview.page.getByRole("button", { name: "Fold to a depth" }).click();
      await preview.page.getByRole("button", { name: "Find", exact: true }).click();
      const [bar, find] = [await boxOf(preview, ".bar"), await boxOf(preview, ".find")];
      for (const { x, width: own } of [bar, find]) {
        expect(x).toBeGreaterThanOrEqual(8);
        expect(x + own).toBeLessThanOrEqual(width - 8);
      }
      expect(intersects(bar, find)).toBe(false);
      await preview.close();
    },
  );

  test("stands beside the way to a branch, which gets shorter", async () => {
    const preview = await open({ width: 560, height: 500 });
    await preview.page.getByRole("button", { name: "Fold to a depth" }).click();
    await cardLocator(preview, "cause").focus();
    await preview.page.keyboard.press("f");
    expect(intersects(await boxOf(preview, ".bar"), await boxOf(preview, ".crumbs"))).toBe(false);
    await preview.close();
  });
});

describe("fitting a map that is long and thin", () => {
  const long = treeOf(
    ...Array.from({ length: 40 }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason("It says so."))),
  );
  const bounds = async (preview: PreviewPage): Promise<Box> => {
    const { x, y, k } = ((await preview.state()) as { left: { placement: { x: number; y: number; k: number } } }).left
      .placement; // As the page keeps it.
    return { x, y, width: k, height: k };
  };

  test("shows all of it; when asked once more, as much as is as wide as the window, from the top", async () => {
    const preview = await openPreview({ width: 900, height: 640 });
    await preview.show(long);
    const fit = preview.page.getByRole("button", { name: "Fit the whole picture" });
    await fit.click();
    await expect.poll(async () => (await bounds(preview)).width).toBeLessThan(0.3);
    await fit.click();
    await expect.poll(async () => (await bounds(preview)).width).toBe(1);
    expect((await boxOf(preview, '[data-card="c0"] .box')).y).toBeLessThan(120);
    await fit.click();
    await expect.poll(async () => (await bounds(preview)).width).toBeLessThan(0.3);
    await preview.close();
  });
});

test("a card goes the shortest way to a place that is free, if there is one", () => {
  const size = fc.record({ width: fc.integer({ min: 200, max: 1500 }), height: fc.integer({ min: 200, max: 1000 }) });
  const box = fc.record({
    x: fc.integer({ min: -800, max: 1800 }),
    y: fc.integer({ min: -800, max: 1800 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(box, size, fc.array(box, { maxLength: 5 }), (card, window, covers) => {
      const way = panToClear(card, window, covers, 28);
      const isFree = (x: number, y: number): boolean =>
        x >= 0 &&
        y >= 0 &&
        x + card.width <= window.width &&
        y + card.height <= window.height &&
        !covers.some((cover) => intersects({ ...card, x, y }, cover));
      if (isFree(card.x, card.y)) expect(way).toEqual({ x: 0, y: 0 });
      // Free with room on all sides: then it is found, or a nearer one.
      for (const x of [28, window.width - 28 - card.width]) {
        for (const y of [28, window.height - 28 - card.height]) {
          if (!isFree(x, y) || card.width + 56 > window.width || card.height + 56 > window.height) continue;
          expect(isFree(card.x + way.x, card.y + way.y)).toBe(true);
          expect(Math.hypot(way.x, way.y)).toBeLessThanOrEqual(Math.hypot(x - card.x, y - card.y) + 1e-9);
        }
      }
    }),
  );
});

test("the sign that opens the menu lies beside the count of quotes, in a tree and in an outline", async () => {
  const preview = await open({ width: 1100, height: 700 });
  for (const key of [undefined, "t"]) {
    if (key) await preview.page.keyboard.press(key);
    await cardLocator(preview, "8").hover();
    const quotes = await boxOf(preview, '[data-card="8"] .quotes path');
    expect(intersects(await boxOf(preview, '[data-card="8"] .dots rect'), quotes)).toBe(false);
  }
  await preview.close();
});
