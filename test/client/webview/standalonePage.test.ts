/** The page in a file of its own: opened from the disk, with no network and no editor. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { saveView } from "../../../client/webview/state/savedView.ts";
import { defaultViewOptions } from "../../../client/webview/state/viewOptions.ts";
import { noFilter, showAll } from "../../../server/core/picture/explore.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toCardId } from "../../support/arbitraries/trees.ts";
import { ardmore } from "../../support/ardmoreTree.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { attack, exportedViewOf, makeExport, output, withAttack } from "../../support/makeExport.ts";
import { claim, reason, treeOf } from "../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const { browser } = useBrowser();

interface Opened {
  readonly page: Page;
  /** What must never happen: requests for anything but the file, broken policies, errors. */
  readonly faults: readonly string[];
}

/** The file of a tree, opened by a reader who is offline. */
async function open(tree: Tree, left: unknown = null, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  const file = join(folder, "map.html");
  writeFileSync(file, await makeExport(exportedViewOf(tree, { left }), { format: "html" }));
  const context = await browser().newContext({ offline: true, viewport: { width: 1200, height: 760 }, ...options });
  const page = await context.newPage();
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  });
  const faults: string[] = [];
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => faults.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on(
    "request",
    (request) => !request.url().startsWith("file:") && !request.url().startsWith("data:") && faults.push(request.url()),
  );
  page.on("dialog", (dialog) => faults.push(dialog.message()));
  await page.goto(pathToFileURL(file).toString());
  await page.locator("[data-card]").first().waitFor();
  return { page, faults };
}

test("its quotes are words that lead nowhere, and tell of no file of this machine", async () => {
  const link = "file:///home/ann/secret.argmap#7";
  const quote = { text: "it fell", source: "Report", page: "3", link };
  const { page, faults } = await open(treeOf(claim("Nitrogen fell.", { quotes: [quote] })));
  await page.locator(".quotes").click();
  const dialog = page.getByRole("dialog", { name: "Quotes" });
  expect(await dialog.locator("blockquote").textContent()).toBe("it fell");
  expect(await dialog.getByRole("button", { name: "it fell" }).count()).toBe(0);
  expect((await page.content()).includes("secret")).toBe(false);
  expect(faults).toEqual([]);
});

test("a card that stands out from a filter that hides is shown, as it was in what was exported", async () => {
  const tree = treeOf(
    claim("A.", { id: "a", tags: ["x"] }),
    claim("B.", { id: "b" }, reason("Found.", { id: "r" })),
    claim("C.", { id: "c" }),
  );
  const filter = { ...noFilter, tags: new Set(["x"]), hides: true, exempt: new Set([toCardId("r")]) };
  const choice = { ...defaultViewOptions, exploration: { ...showAll, filter } };
  const { page, faults } = await open(tree, saveView(choice, tree, undefined));
  const cards = page.locator("[data-card]");
  expect(await cards.evaluateAll((all) => all.map((one) => one.getAttribute("data-card")))).toEqual(["a", "b", "r"]);
  expect(faults).toEqual([]);
});

const card = (page: Page, words: string) => page.locator(`[data-card][aria-label*="${words}"]`);

test("it shows the map, folds, searches and zooms, and asks nobody for anything", async () => {
  const { page, faults } = await open(ardmore);
  expect(await page.title()).toBe(ardmore.title);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect.poll(() => help.textContent()).toContain("Go to the card that it refers to");
  expect(await help.textContent()).not.toContain("Go to the text");
  await page.keyboard.press("Escape");
  await page.screenshot({ path: join(output, "export-file.png") });

  const root = card(page, "The entry charge should become permanent.");
  await root.focus();
  const child = card(page, "Buses run to time again");
  await expect.poll(() => child.count()).toBe(1);
  await page.keyboard.press(" ");
  await expect.poll(() => child.count()).toBe(0);
  await page.keyboard.press(" ");
  await expect.poll(() => child.count()).toBe(1);

  await page.keyboard.press("Control+f");
  await page.locator('input[aria-label="Find in the map"]:focus').waitFor();
  await page.keyboard.type("night bus");
  await expect.poll(() => page.locator("[class*=hit-]").count(), { timeout: 10_000 }).toBeGreaterThan(0);
  await page.screenshot({ path: join(output, "export-file-search.png") });
  await page.keyboard.press("Escape");

  const width = async (): Promise<number> => (await root.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.1);
  expect(faults).toEqual([]);
});

test("it opens as it was exported", async () => {
  const first = await open(ardmore);
  const all = await first.page.locator("[data-card]").count();
  const { page, faults } = await open(ardmore, { shape: "outline", folded: [], filter: undefined });
  await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(0);
  await page.screenshot({ path: join(output, "export-file-outline.png") });
  const boxes = await page
    .locator("[data-card]")
    .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().width));
  // The rows of an outline are as wide as there is room, each on a line of its own.
  expect(Math.max(...boxes)).toBeGreaterThan(400);
  expect(faults).toEqual([]);
});

test.each([
  [1300, 800],
  [360, 640],
])(
  "in a window of %i to %i pixels it fills that, at a size that can be read, and begins at its root",
  async (width, height) => {
    const { page, faults } = await open(ardmore, { folded: [] }, { viewport: { width, height } });
    const boxes = await page
      .locator("[data-card] .box")
      .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect()));
    const [root] = boxes;
    expect(root?.x).toBeGreaterThanOrEqual(0);
    expect(root?.right).toBeLessThanOrEqual(width);
    expect(root?.width).toBeGreaterThan(250 * 0.6);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeGreaterThan(0.7 * width);
    expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeGreaterThan(0.7 * height);
    await page.screenshot({ path: join(output, `export-file-${width}.png`) });
    expect(faults).toEqual([]);
  },
);

test.each([
  ["light", "rgb(255, 255, 255)"],
  ["dark", "rgb(31, 31, 31)"],
] as const)("it is %s where the reader's system is, and follows that", async (colorScheme, background) => {
  const { page, faults } = await open(ardmore, null, { colorScheme });
  const painted = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await painted()).toBe(background);
  await page.screenshot({ path: join(output, `export-file-${colorScheme}.png`) });
  await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
  await expect.poll(painted).not.toBe(background);
  expect(faults).toEqual([]);
});

test("hostile texts stay text, in the data, in the title and on the cards", async () => {
  const { page, faults } = await open(withAttack(ardmore));
  expect(await page.title()).toContain("<script>");
  expect(await page.locator("script").count()).toBe(2);
  const label = await page.locator("[data-card]").first().getAttribute("aria-label");
  expect(label).toContain("</script><script>alert(1)</script>");
  expect(attack).toContain("</script><script>alert(1)</script>");
  expect(faults).toEqual([]);
});
