/** What one sees at a glance: which card is chosen, where it stands, what is told; nothing of it hides another. */
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { intersects } from "../../../server/core/picture/geometry/box.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { contrast } from "../../support/browser/contrast.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { themeNames, themes } from "../../support/browser/vscodeThemes.ts";
import { claim, objection, question, reason, treeOf } from "../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;

/** Larger than any window. */
const large = treeOf(
  claim(
    "The entry charge should become permanent.",
    { id: "keep" },
    ...Array.from({ length: 40 }, (_, n) => reason(`Reason ${n}`, { id: `r${n}` }, objection(`But ${n}.`))),
  ),
);
const deep = treeOf(
  question(
    "Should the entry charge become permanent?",
    { id: "q" },
    claim(
      "The charge should end with the trial of this year.",
      { id: "end" },
      reason(
        "A charge that empties the shops must go.",
        { id: "shops" },
        reason(
          "A town centre without shops is dead.",
          { id: "dead" },
          reason("Nobody walks there any more.", { id: "walks" }),
        ),
      ),
    ),
  ),
);

const open = async (tree: Tree, options: PreviewOptions = {}): Promise<void> => {
  preview = await openPreview({ width: 541, height: 700, ...options });
  await preview.show(tree);
};
const press = async (card: string, ...keys: readonly string[]): Promise<void> => {
  await cardLocator(preview, card).focus();
  for (const key of keys) await preview.page.keyboard.press(key);
};
const picture = (name: string) => preview.page.screenshot({ path: join(output, `seeing-${name}.png`) });
const boxOf = async (selector: string) => {
  const box = await preview.page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen.`);
  return box;
};

test("the minimap is painted anew in another theme", async () => {
  await open(large, { theme: "dark" });
  const painted = () =>
    preview.page.evaluate(() => document.querySelector<HTMLCanvasElement>(".minimap canvas")?.toDataURL());
  const isPainted = () =>
    preview.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".minimap canvas");
      const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.some((byte) => byte > 0);
    });
  await expect.poll(isPainted).toBe(true);
  const before = await painted();
  await preview.page.evaluate(({ classes, variables }) => {
    document.body.className = classes.join(" ");
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  }, themes.light);
  await expect.poll(painted).not.toBe(before);
  await picture("minimap");
});

test.each(["tree", "outline"])(
  "a card of which no word is written yet is whole around the field, in a %s",
  async (shape) => {
    await open(deep, { width: 800 });
    if (shape === "outline") await press("q", "t");
    await press("shops", "o");
    const field = await boxOf(".writing");
    const card = await boxOf(".card.written .box");
    expect(field.y + field.height).toBeLessThan(card.y + card.height - 2);
    await picture(`writing-${shape}`);
    await preview.page.keyboard.type("Not all of them.");
    await preview.page.keyboard.press("Control+a");
    await preview.page.keyboard.press("Delete");
    expect(await boxOf(".card.written .box")).toEqual(card);
    // Nothing but what is typed is handed in.
    await preview.page.keyboard.type("No.");
    await preview.page.keyboard.press("Enter");
    expect((await preview.sentMessages()).filter(({ type }) => type === "edit")).toMatchObject([
      { action: { do: "add", what: "objection", text: "No." } },
    ]);
  },
);

test("a key that adds what a card cannot take says so, beside the minimap", async () => {
  await open(large);
  await press("keep", "p");
  expect(await preview.page.locator(".notice").textContent()).toContain("A premise cannot be placed under a claim.");
  for (const width of [541, 700, 1000, 1400]) {
    await preview.page.setViewportSize({ width, height: 700 });
    expect(intersects(await boxOf(".notice"), await boxOf(".minimap")), `${width}`).toBe(false);
    expect(intersects(await boxOf(".notice"), await boxOf(".zoom")), `${width}`).toBe(false);
    await picture(`notice-${width}`);
  }
  await preview.page.setViewportSize({ width: 300, height: 700 });
  expect(intersects(await boxOf(".notice"), await boxOf(".zoom"))).toBe(false);
  await preview.page.keyboard.press("Escape");
  expect(await preview.page.locator(".notice").count()).toBe(0);
});

test("the way to a branch leaves out what is in its middle rather than all of its words", async () => {
  await open(deep);
  await press("dead", "f");
  const crumbs = preview.page.getByRole("navigation").getByRole("listitem");
  const words = async () => crumbs.allTextContents();
  expect((await words()).slice(-2)).toEqual([
    "A charge that empties the shops must go.",
    "A town centre without shops is dead.",
  ]);
  expect(await words()).toContain("…");
  const widths = await crumbs.evaluateAll((all) =>
    all.map((one) => (one.firstElementChild?.textContent === "…" ? 99 : one.clientWidth)),
  );
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(96);
  await picture("crumbs");
  await preview.page.setViewportSize({ width: 1600, height: 700 });
  await expect.poll(words).toHaveLength(4);
  await preview.page.setViewportSize({ width: 541, height: 700 });
  await expect.poll(words).toContain("…");
  // What is left out is still the way up.
  await crumbs.getByRole("button", { name: "The charge should end" }).click();
  expect(await cardLocator(preview, "end").count()).toBe(1);
});

test.each(themeNames)(
  "in the theme %s, the card that has the keys is not taken for that of the cursor",
  async (theme) => {
    await open(deep, { width: 900, theme });
    await preview.send({ type: "mark", card: "end" });
    await press("q", "ArrowRight", "ArrowRight");
    const look = (selector: string) =>
      preview.page.locator(selector).evaluate((element) => {
        const { strokeWidth, fill } = getComputedStyle(element);
        return { edge: Number.parseFloat(strokeWidth), fill };
      });
    const [chosen, marked, ring] = [
      await look('[data-card="shops"] .box'),
      await look('[data-card="end"] .box'),
      await look('[data-card="end"] .ring'),
    ];
    expect(chosen.edge).toBeGreaterThanOrEqual(2 * ring.edge);
    const words = await preview.page
      .locator('[data-card="shops"] text')
      .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
    const bytes = await preview.page.evaluate(
      (colours) => {
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d", { willReadFrequently: true });
        return colours.map((colour) => {
          if (context === null) return [];
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        });
      },
      [chosen.fill, ...words],
    );
    const [behind = [], ...colours] = bytes;
    expect(colours.length).toBeGreaterThan(1);
    for (const colour of colours) expect(contrast(colour, behind)).toBeGreaterThanOrEqual(4.5);
    if (!theme.startsWith("high")) expect(chosen.fill).not.toBe(marked.fill);
    await picture(`rings-${theme}`);
  },
);
