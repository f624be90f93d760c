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

const focusedCard = (preview: PreviewPage) =>
  preview.page.evaluate(() => document.activeElement?.getAttribute("data-card"));

test("a click selects a card, keeps the keys, and scrolls the text to its entry; a second one goes there", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "air").click();
  const reveal = { type: "openCard", card: "air", preserveFocus: true };
  await expect.poll(() => openMessages(preview)).toEqual([reveal]);
  expect(await focusedCard(preview)).toBe("air");
  expect(await cardLocator(preview, "air").getAttribute("aria-selected")).toBe("true");
  await cardLocator(preview, "air").click({ delay: 0 });
  await expect
    .poll(() => openMessages(preview))
    .toEqual([reveal, { type: "openCard", card: "air", preserveFocus: false }]);
});

test("a click on another card, and the first one after the focus was elsewhere, only select", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "air").click();
  await cardLocator(preview, "shops").click();
  await cardLocator(preview, "air").click();
  await preview.page.evaluate(() => window.dispatchEvent(new FocusEvent("blur")));
  await cardLocator(preview, "air").click();
  await expect
    .poll(() => openMessages(preview))
    .toEqual(["air", "shops", "air", "air"].map((card) => ({ type: "openCard", card, preserveFocus: true })));
});

test("after a click, a key acts on the card", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "air").click();
  await preview.page.keyboard.press("r");
  await preview.page.locator("textarea.inline-editor:focus").waitFor();
  expect(await preview.page.locator("textarea.inline-editor").getAttribute("aria-label")).toBe("New reason");
});

test("a double click edits the text in place", async () => {
  const preview = await open(smallMap);
  await cardLocator(preview, "air").dblclick();
  expect(await preview.page.locator("textarea.inline-editor:focus").inputValue()).toBe("Cleaner air.");
  expect(await openMessages(preview)).toEqual([{ type: "openCard", card: "air", preserveFocus: true }]);
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
      { type: "openCard", card: "shops", preserveFocus: false },
      { type: "openCard", card: "keep", preserveFocus: false },
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
  await cardLocator(preview, "last").focus();
  for (const id of ["step", "ref"]) {
    await preview.page.keyboard.press("ArrowRight");
    await preview.page.locator(`[data-card="${id}"]:focus`).waitFor();
  }
  await cardLocator(preview, "ref").click();
  await expect.poll(() => openMessages(preview)).toEqual([{ type: "openCard", card: "ref", preserveFocus: true }]);
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
