/** How a card looks that has the focus, and how the card at the editor's cursor. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast } from "../../../support/browser/contrast.ts";
import { cardLocator, output } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { themeNames } from "../../../support/browser/vscodeThemes.ts";
import { deepMap } from "../../../support/trees/pageTrees.ts";

const { openPreview } = useBrowser();

test.each(themeNames)(
  "in the theme %s, the focused card stands out more than the card at the editor's cursor, and is readable",
  async (theme) => {
    const preview = await openPreview({ width: 900, height: 700, theme });
    const { page } = preview;
    await preview.show(deepMap);
    await preview.send({ type: "cursor", card: "end" });
    await cardLocator(preview, "q").focus();
    // In this window the map grows down.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.locator('[data-card="shops"]:focus-visible').waitFor();
    const styleOf = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { strokeWidth, fill } = getComputedStyle(element);
        return { strokeWidth: Number.parseFloat(strokeWidth), fill };
      });
    const focused = await styleOf('[data-card="shops"] .box');
    const marked = await styleOf('[data-card="end"] .box');
    const ring = await styleOf('[data-card="end"] .ring');
    expect(focused.strokeWidth).toBeGreaterThanOrEqual(2 * ring.strokeWidth);
    if (!theme.startsWith("high")) expect(focused.fill).not.toBe(marked.fill);

    const textColors = await page
      .locator('[data-card="shops"] text')
      .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
    const [background = [], ...colors] = await page.evaluate(
      (cssColors) => {
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d", { willReadFrequently: true });
        return cssColors.map((color) => {
          if (context === null) return [];
          context.fillStyle = color;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        });
      },
      [focused.fill, ...textColors],
    );
    expect(colors.length).toBeGreaterThan(1);
    for (const color of colors) expect(contrast(color, background)).toBeGreaterThanOrEqual(4.5);
    await page.screenshot({ path: join(output, `focused-card-${theme}.png`) });
  },
);
