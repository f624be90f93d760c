/** Opening and reaching cards by mouse and keyboard. */
import { expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { cardLocator, type PreviewOptions, type PreviewPage } from "../../../support/browser/openPage.ts";
import { cardBox, isCardInView } from "../../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { smallMap } from "../../../support/trees/pageTrees.ts";
import { claim, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

const open = async (tree: Tree, options?: PreviewOptions): Promise<PreviewPage> => {
  const preview = await openPreview(options);
  await preview.show(tree);
  return preview;
};
const openMessages = async (preview: PreviewPage) =>
  (await preview.sentMessages()).filter(({ type }) => type === "openCard");

test("a click opens a card in the editor", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "air").click();
  await expect.poll(() => openMessages(preview)).toEqual([{ type: "openCard", card: "air" }]);
});

test("the arrow keys move from card to card, and Enter opens the focused card", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "keep").focus();
  await preview.page.keyboard.press("ArrowRight");
  await preview.page.keyboard.press("ArrowDown");
  await preview.page.keyboard.press("Enter");
  await preview.page.keyboard.press("ArrowLeft");
  await preview.page.keyboard.press("Enter");
  await expect
    .poll(() => openMessages(preview))
    .toEqual([
      { type: "openCard", card: "shops" },
      { type: "openCard", card: "keep" },
    ]);
});

test("one card of the picture is in the tab order", async () => {
  const preview = await open(smallMap);
  await preview.page.keyboard.press("Tab");
  await preview.page.locator('[data-card="keep"]:focus').waitFor();
  await preview.page.keyboard.press("Tab");
  await preview.page.locator('[aria-label="Show as outline"]:focus').waitFor();
});

test("a reference card also leads to the card that it refers to", async () => {
  const tree = treeOf(
    claim("Far away", { id: "far", name: "far" }),
    ...Array.from({ length: 40 }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason(`Reason ${n}`))),
    claim("Last", { id: "last" }, reason("", { id: "step" }, reference("far", "claim", { id: "ref" }))),
  );
  const preview = await open(tree);
  await preview.send({ type: "cursor", card: "last" });
  expect(await isCardInView(preview, "last")).toBe(true);
  expect(await isCardInView(preview, "far")).toBe(false);
  await cardLocator(preview, "ref").click();
  await expect.poll(() => openMessages(preview)).toEqual([{ type: "openCard", card: "ref" }]);
  await expect.poll(() => isCardInView(preview, "far")).toBe(true);
  // The editor marks the reference, but the view stays where the click has led.
  await preview.send({ type: "cursor", card: "ref" });
  expect(await isCardInView(preview, "far")).toBe(true);
});

test("a drag beside the cards pans the picture and opens nothing", async () => {
  const preview = await open(smallMap);
  const before = await cardBox(preview, "air");
  await preview.page.mouse.move(before.x + 20, before.y - 40);
  await preview.page.mouse.down();
  await preview.page.mouse.move(before.x + 80, before.y, { steps: 4 });
  await preview.page.mouse.up();
  await expect
    .poll(async () => {
      const after = await cardBox(preview, "air");
      return [after.x - before.x, after.y - before.y];
    })
    .toEqual([60, 40]);
  expect(await openMessages(preview)).toEqual([]);
});

test("the badge in the corner of a card opens its quotes", async () => {
  const preview = await open(ardmore, { width: 1500, height: 900 });
  await preview.page.locator(".quotes-badge").first().click();
  const dialog = preview.page.getByRole("dialog");
  expect(await dialog.textContent()).toContain("nitrogen dioxide fell by 21 per cent");
  await preview.page.keyboard.press("Escape");
  await expect.poll(() => dialog.count()).toBe(0);
  expect(await openMessages(preview)).toEqual([]);
});
