/** The playground in wide and narrow windows, and for users of a keyboard or a screen reader. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { output } from "../../support/browser/openPage.ts";
import { usePlayground } from "../../support/browser/usePlayground.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { open } = usePlayground();

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const options = {
  resultTypes: ["violations"],
  // The accessible label of a card has all its text, but words instead of its symbols.
  rules: { "label-content-name-mismatch": { enabled: false } },
} satisfies RunOptions;

/** Returns the serious and critical findings in the page and its frame. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe);
  // An expression in a string has no type. axe.run resolves to AxeResults.
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test("has no serious findings of axe-core side by side", async () => {
    const { page, replaceText } = await open({ colorScheme, viewport: wide });
    await replaceText(
      "claim tram: The tram should run at night.\n  reason for tran: Shifts end at two.\n// A comment.\n",
    );
    await page.getByRole("button", { name: /^\d problems?$/ }).click();
    await page.locator("#problems .fix").first().waitFor();
    await page.screenshot({ path: join(output, `playground-wide-${colorScheme}.png`) });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "File" }).click();
    await page.getByRole("menu").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("has no serious findings of axe-core on a phone", async () => {
    const { page } = await open({ colorScheme, viewport: phone });
    await page.screenshot({ path: join(output, `playground-text-${colorScheme}.png`) });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Picture" }).click();
    await page.locator("#picture").waitFor();
    await page.screenshot({ path: join(output, `playground-picture-${colorScheme}.png`) });
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test("shows text and picture as two tabs on a phone", async () => {
  const { page, text, card } = await open({ viewport: phone });
  const [textTab, pictureTab] = [page.getByRole("tab", { name: "Text" }), page.getByRole("tab", { name: "Picture" })];
  await text.waitFor();
  expect(await textTab.getAttribute("aria-selected")).toBe("true");
  await textTab.focus();
  await page.keyboard.press("ArrowRight");
  await card("People who work all week").waitFor();
  expect(await text.isVisible()).toBe(false);
  expect(await pictureTab.getAttribute("aria-selected")).toBe("true");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
});

test("moves the divider by the arrow keys", async () => {
  const { page } = await open({ viewport: wide });
  const divider = page.getByRole("separator");
  const textWidth = async (): Promise<number> => (await page.locator("#pane-text").boundingBox())?.width ?? 0;
  const before = await textWidth();
  await divider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(textWidth).toBeLessThan(before);
  expect(await divider.getAttribute("aria-valuenow")).toBe("46");
});
