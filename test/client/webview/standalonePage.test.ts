/** An exported HTML file, opened from the disk without a network and without an editor. */
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { de } from "../../../client/webview/messages/de.ts";
import { saveView } from "../../../client/webview/state/savedView.ts";
import { defaultViewOptions } from "../../../client/webview/state/viewOptions.ts";
import { noFilter, wholeMap } from "../../../server/core/picture/explore.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toCardId } from "../../support/arbitraries/trees.ts";
import { openExport } from "../../support/browser/openExport.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { attack, exportedViewOf, output, withAttack } from "../../support/programs/makeExport.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { claim, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const { browser } = useBrowser();

/** Exports a tree and opens the file. */
const open = (
  tree: Tree,
  savedView: unknown = null,
  options: BrowserContextOptions = {},
  title = true,
): Promise<Page> => openExport(browser(), exportedViewOf(tree, { savedView, title }), options);

test("speaks the language of its map", async () => {
  const page = await open({ ...treeOf(claim("Die Gebühr sollte bleiben.")), language: "de-AT" });
  await expect.poll(() => page.getByRole("button", { name: de.toolbar.zoomToFit }).count()).toBe(1);
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
});

test("shows the title of its map, with author, date and sources", async () => {
  const page = await open({ ...ardmore, metadata: { author: "Mara Lind", date: "2024", sources: ["Report"] } });
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(ardmore.title);
  expect(await page.getByText("Mara Lind · 2024 · Sources: Report").isVisible()).toBe(true);
});

test("leaves the title out of the picture if the export does, but not out of the tab", async () => {
  const page = await open(ardmore, { legend: true }, {}, false);
  expect(await page.title()).toBe(ardmore.title);
  await page.locator(".panel.legend").waitFor();
  expect(await page.locator(".map-heading").isVisible()).toBe(false);
});

test("quotes are not links, and the file does not contain the paths of articles", async () => {
  const link = "file:///home/ann/secret.argmap#7";
  const quote = { text: "it fell", source: "Report", page: "3", link };
  const page = await open(treeOf(claim("Nitrogen fell.", { quotes: [quote] })));
  await page.locator(".quotes-badge").click();
  const dialog = page.getByRole("dialog", { name: "Quotes" });
  expect(await dialog.locator("blockquote").textContent()).toBe("it fell");
  expect(await dialog.getByRole("button", { name: "it fell" }).count()).toBe(0);
  expect((await page.content()).includes("secret")).toBe(false);
});

test("cards that are exempt from the filter are shown", async () => {
  const tree = treeOf(
    claim("A.", { id: "a", tags: ["x"] }),
    claim("B.", { id: "b" }, reason("Found.", { id: "r" })),
    claim("C.", { id: "c" }),
  );
  const filter = { ...noFilter, tags: new Set(["x"]), hidesNonMatches: true, exempt: new Set([toCardId("r")]) };
  const viewOptions = { ...defaultViewOptions, exploration: { ...wholeMap, filter } };
  const page = await open(tree, saveView(viewOptions, tree, undefined));
  const cards = page.locator("[data-card]");
  expect(await cards.evaluateAll((all) => all.map((one) => one.getAttribute("data-card")))).toEqual(["a", "b", "r"]);
});

/** The card with a text, not one that names it as what it contradicts. */
const cardWith = (page: Page, text: string) =>
  page.locator(`[data-card][aria-label*="${text}"]:not([aria-label*="contradicts: ${text}"])`);

test("the page folds, searches and zooms, and its help does not mention the editor", async () => {
  const page = await open(ardmore);
  expect(await page.title()).toBe(ardmore.title);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect.poll(() => help.textContent()).toContain("Go to the card that it refers to");
  expect(await help.textContent()).not.toContain("Open in editor");
  await page.keyboard.press("Escape");
  await page.screenshot({ path: join(output, "export-file.png") });

  const root = cardWith(page, "The entry charge should become permanent.");
  await root.focus();
  const child = cardWith(page, "Buses run to time again");
  await expect.poll(() => child.count()).toBe(1);
  await page.keyboard.press(" ");
  await expect.poll(() => child.count()).toBe(0);
  await page.keyboard.press(" ");
  await expect.poll(() => child.count()).toBe(1);

  await page.keyboard.press("Control+f");
  await page.locator('input[aria-label="Find in the map"]:focus').waitFor();
  await page.keyboard.type("night bus");
  await expect.poll(() => page.locator(".card[class*=find-match]").count()).toBeGreaterThan(0);
  await page.screenshot({ path: join(output, "export-file-search.png") });
  await page.keyboard.press("Escape");

  const width = async (): Promise<number> => (await root.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.1);
});

test("the page opens with the view that was exported", async () => {
  const page = await open(ardmore, { shape: "outline", folded: [], filter: undefined });
  await page.getByRole("button", { name: "Show as tree" }).waitFor();
  await page.screenshot({ path: join(output, "export-file-outline.png") });
  const boxes = await page
    .locator("[data-card]")
    .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().width));
  // The rows of an outline are as wide as the window allows.
  expect(Math.max(...boxes)).toBeGreaterThan(400);
});

test.each([
  [1300, 800],
  [360, 640],
])(
  "in a window of %i × %i pixels, the picture is readable, fills the window and starts at its root",
  async (width, height) => {
    const page = await open(ardmore, { folded: [] }, { viewport: { width, height } });
    const boxes = await page
      .locator("[data-card] .box")
      .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect()));
    const [root] = boxes;
    expect(root?.x).toBeGreaterThanOrEqual(0);
    expect(root?.right).toBeLessThanOrEqual(width);
    // The width of the cards depends on the window, their scale decides whether they can be read.
    const style = (await page.locator(".stage").getAttribute("style")) ?? "";
    expect(Number(/scale\((.*)\)/.exec(style)?.[1])).toBeGreaterThan(0.6);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeGreaterThan(0.7 * width);
    expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeGreaterThan(0.7 * height);
    await page.screenshot({ path: join(output, `export-file-${width}.png`) });
  },
);

test.each([
  ["light", "rgb(255, 255, 255)"],
  ["dark", "rgb(31, 31, 31)"],
] as const)("the page is %s if the reader's system is, and follows its changes", async (colorScheme, background) => {
  const page = await open(ardmore, null, { colorScheme });
  const paintedBackground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paintedBackground()).toBe(background);
  await page.screenshot({ path: join(output, `export-file-${colorScheme}.png`) });
  await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
  await expect.poll(paintedBackground).not.toBe(background);
});

test("markup in texts of the map is shown as text, in the title and on the cards", async () => {
  const page = await open(withAttack(ardmore));
  expect(await page.title()).toContain("<script>");
  expect(await page.locator("script").count()).toBe(2);
  const label = await page.locator("[data-card]").first().getAttribute("aria-label");
  expect(label).toContain("</script><script>alert(1)</script>");
  expect(attack).toContain("</script><script>alert(1)</script>");
});
