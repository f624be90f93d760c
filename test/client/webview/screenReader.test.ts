/** An outline for screen readers, which read it row by row without the arrow keys. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { cardBox, elementBox } from "../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { claim, objection, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

/** Claims `c0`, `c1`, … with a reason each. */
const claimsWithReasons = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    claim(`Claim ${n}`, { id: `c${n}` }, reason(`Because of ${n}.`, { id: `r${n}` })),
  );

async function toggleShape({ page }: PreviewPage, shape: "tree" | "outline"): Promise<void> {
  await page.keyboard.press("t");
  await page.getByRole("button", { name: shape === "outline" ? "Show as tree" : "Show as outline" }).waitFor();
}

async function openOutline(tree: Tree, options: PreviewOptions = { width: 500, height: 600 }): Promise<PreviewPage> {
  const preview = await openPreview(options);
  await preview.show(tree);
  await toggleShape(preview, "outline");
  return preview;
}

test("an outline renders all rows in order, with their labels", async () => {
  const preview = await openOutline(treeOf(...claimsWithReasons(200)));
  const labels = await preview.page
    .getByRole("treeitem")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
  expect(labels).toHaveLength(400);
  expect(labels[0]).toContain("Claim 0");
  expect(labels[1]).toContain("Because of 0.");
  expect(labels.at(-1)).toContain("Because of 199.");
  // Rows out of view have a label and no drawing.
  expect(await preview.page.locator("[data-card] text").count()).toBeLessThan(120);
});

test("an outline with very many rows renders only those near the view", async () => {
  const preview = await openOutline(treeOf(...claimsWithReasons(400)));
  expect(await preview.page.getByRole("treeitem").count()).toBeLessThan(120);
});

test("scrolling to a row pans the picture and leaves the toolbar in place", async () => {
  const preview = await openOutline(treeOf(...claimsWithReasons(200)));
  const toolbar = await elementBox(preview, ".view-toolbar");
  await cardLocator(preview, "c150").evaluate((row) => row.scrollIntoView());
  await cardLocator(preview, "c150").locator("text").first().waitFor();
  const { y, height } = await cardBox(preview, "c150");
  expect(y).toBeGreaterThanOrEqual(-1);
  expect(y + height).toBeLessThanOrEqual(600);
  expect(await elementBox(preview, ".view-toolbar")).toEqual(toolbar);
});

test("an outline keeps its left edge in view, whichever row is revealed", async () => {
  const deepBranch = reason("B.", { id: "b" }, reason("C.", { id: "c" }, reason("D.", { id: "d" })));
  const preview = await openPreview({ width: 500, height: 600 });
  const { mouse, keyboard } = preview.page;
  await preview.show(treeOf(claim("A.", { id: "a" }, deepBranch), ...claimsWithReasons(30)));
  await cardLocator(preview, "a").focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await keyboard.press(key);
  await toggleShape(preview, "outline");
  const left = async (): Promise<number> => (await cardBox(preview, "c0")).x;
  const initialLeft = await left();
  expect(initialLeft).toBeGreaterThan(20);
  for (let n = 0; n < 30; n++) {
    await preview.send({ type: "cursor", card: `r${n}` });
    if (n % 3 === 0) {
      await toggleShape(preview, "tree");
      await toggleShape(preview, "outline");
    }
    const { y, height } = await cardBox(preview, `r${n}`);
    expect(y + height, `row ${n}`).toBeLessThanOrEqual(600);
    expect(await left(), `row ${n}`).toBe(initialLeft);
  }

  // When the user has moved the outline to the side, it comes back with the next row that is revealed.
  await mouse.move(10, 300);
  await mouse.down();
  await mouse.move(-60, 300);
  await mouse.up();
  await expect.poll(async () => Math.abs((await left()) - initialLeft)).toBeGreaterThan(40);
  await preview.send({ type: "cursor", card: "d" });
  expect(Math.abs((await left()) - initialLeft)).toBeLessThan(1);
});

test("an outline has its whole width in view in a panel of any width, and indents each level", async () => {
  const tree = treeOf(
    claim(
      "The entry charge should become permanent.",
      { id: "a" },
      reason("The air got cleaner.", { id: "b" }, objection("The winter was mild.", { id: "c" })),
    ),
  );
  const preview = await openOutline(tree, { width: 520, height: 500 });
  const rowBoxes = () => Promise.all(["a", "b", "c"].map((id) => cardBox(preview, id)));
  for (const width of [231, 1200, 271, 205, 700]) {
    await preview.page.setViewportSize({ width, height: 500 });
    // The outline is laid out again for the new width.
    const maxRowWidth = Math.min(width, 760) - 32;
    const fillsWidth = async () => {
      const [row] = await rowBoxes();
      return (
        row !== undefined &&
        row.x >= 0 &&
        row.x + row.width <= width &&
        row.width <= maxRowWidth &&
        row.width >= maxRowWidth - 50
      );
    };
    await expect.poll(fillsWidth, { message: `width ${width}` }).toBe(true);
    const [a, b, c] = await rowBoxes();
    expect((a?.x ?? 0) * 2 + (a?.width ?? 0)).toBeCloseTo(width, -1);
    expect(b?.x).toBeGreaterThan((a?.x ?? 0) + 8);
    expect(c?.x).toBeGreaterThan((b?.x ?? 0) + 8);
    await preview.page.screenshot({ path: join(output, `outline-${width}.png`) });
  }
});

test("an outline fills a panel that grows just when the page draws for another reason", async () => {
  const tree = treeOf(claim("The entry charge should become permanent.", { id: "a" }));
  const preview = await openOutline(tree, { width: 520, height: 500 });
  // The page draws after the resize, and before its observers get the new sizes of its elements.
  await preview.page.evaluate(() =>
    window.addEventListener("resize", () => document.documentElement.style.setProperty("--vscode-foreground", "black")),
  );
  await preview.page.setViewportSize({ width: 900, height: 500 });
  await expect.poll(async () => (await cardBox(preview, "a")).width).toBeGreaterThan(700);
});
