import { expect, test } from "vitest";
import { rgbBytes } from "../../../support/browser/contrast.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { largeMap } from "../../../support/trees/pageTrees.ts";
import { questionTree } from "../../../support/trees/questionTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { changeTo, open, page, press, preview, screenshot, shownCards } = usePage({ width: 1400, height: 700 });
const minimap = () => page().locator(".minimap");

test("pans the picture when the user drags in it", async () => {
  const largeTree = treeOf(
    ...Array.from({ length: 60 }, (_, n) =>
      claim(`Claim ${n}`, { id: `c${n}` }, ...Array.from({ length: 5 }, (_, m) => reason(`Reason ${n}.${m}`))),
    ),
  );
  await open(largeTree);
  expect(await shownCards()).toContain("c1");
  const box = await minimap().boundingBox();
  if (box === null) throw new Error("The minimap is not shown.");
  const { mouse } = page();
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  await mouse.move(box.x + box.width - 4, box.y + box.height - 2, { steps: 3 });
  await mouse.up();
  const shown = await shownCards();
  expect(shown).not.toContain("c1");
  expect(shown.length).toBeGreaterThan(3);
});

test("is hidden if the whole picture is visible", async () => {
  await open(questionTree);
  expect(await minimap().isVisible()).toBe(false);
});

test("is painted only while it is visible, and then up to date", async () => {
  await open(treeOf(claim("It should stay.", { id: "keep" })));
  await page().evaluate(() => {
    const counted = { paintings: 0 };
    Object.assign(globalThis, { counted });
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (this.canvas.closest(".minimap")) counted.paintings += 1;
      clearRect.apply(this, box);
    };
  });
  const paintings = async (): Promise<number> => {
    // The page paints in an idle callback with a shorter timeout, which runs before this one.
    await page().evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
    return page().evaluate<number>("counted.paintings");
  };
  await changeTo(treeOf(claim("It should stay.", { id: "keep" }), claim("More.", { id: "more" })));
  expect(await paintings()).toBe(0);
  for (let n = 0; n < 8; n++) await press("+");
  await expect.poll(() => minimap().isVisible()).toBe(true);
  expect(await paintings()).toBe(1);
  await press("0");
  await expect.poll(() => minimap().isVisible()).toBe(false);
  expect(await paintings()).toBe(1);
});

test("is painted again in the colors of a new theme", async () => {
  await open(largeMap, { theme: "dark", width: 541, height: 700 });
  const reasonColor = () => page().evaluate(() => getComputedStyle(document.body).getPropertyValue("--reason"));
  const isPaintedIn = (color: readonly number[]) =>
    page().evaluate((color) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".minimap canvas");
      const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        // Pixels at the edge of a block are translucent, which changes their color a little.
        const isNear = color.every((byte, channel) => Math.abs(byte - (data[pixel + channel] ?? 0)) < 6);
        if (isNear && (data[pixel + 3] ?? 0) > 0) return true;
      }
      return false;
    }, color);

  const dark = rgbBytes(await reasonColor());
  await expect.poll(() => isPaintedIn(dark)).toBe(true);
  await preview().setTheme("light");
  const light = rgbBytes(await reasonColor());
  expect(light).not.toEqual(dark);
  await expect.poll(() => isPaintedIn(light)).toBe(true);
  expect(await isPaintedIn(dark)).toBe(false);
  await screenshot("minimap");
});
