/** The minimap. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { rgbBytes } from "../../../support/browser/contrast.ts";
import { output } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { largeMap } from "../../../support/pageMaps.ts";

const { openPreview } = useBrowser();

test("is painted again in the colours of a new theme", async () => {
  const preview = await openPreview({ theme: "dark", width: 541, height: 700 });
  await preview.show(largeMap);
  const { page } = preview;
  const reasonColour = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--reason"));
  const isPaintedIn = (colour: readonly number[]) =>
    page.evaluate((colour) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".minimap canvas");
      const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        // Pixels at the edge of a block are translucent, which changes their colour a little.
        const isNear = colour.every((byte, channel) => Math.abs(byte - (data[pixel + channel] ?? 0)) < 6);
        if (isNear && (data[pixel + 3] ?? 0) > 0) return true;
      }
      return false;
    }, colour);

  const dark = rgbBytes(await reasonColour());
  await expect.poll(() => isPaintedIn(dark)).toBe(true);
  await preview.setTheme("light");
  const light = rgbBytes(await reasonColour());
  expect(light).not.toEqual(dark);
  await expect.poll(() => isPaintedIn(light)).toBe(true);
  expect(await isPaintedIn(dark)).toBe(false);
  await page.screenshot({ path: join(output, "minimap.png") });
});
