/** The inline editor lies within its card, and notices cover no other overlay. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { intersects } from "../../../../server/core/picture/geometry/box.ts";
import { cardLocator, output, type PreviewPage } from "../../../support/browser/openPage.ts";
import { elementBox } from "../../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { deepMap, largeMap } from "../../../support/trees/pageTrees.ts";

const { openPreview } = useBrowser();

const pressKeys = async (preview: PreviewPage, card: string, ...keys: readonly string[]): Promise<void> => {
  await cardLocator(preview, card).focus();
  for (const key of keys) await preview.page.keyboard.press(key);
};

test.each(["tree", "outline"])("a new card without text surrounds the inline editor (%s)", async (shape) => {
  const preview = await openPreview({ width: 800, height: 700 });
  const { page } = preview;
  await preview.show(deepMap);
  if (shape === "outline") {
    await pressKeys(preview, "q", "t");
    await page.getByRole("button", { name: "Show as tree" }).waitFor();
  }
  await pressKeys(preview, "shops", "o");
  await page.locator(".inline-editor:focus").waitFor();
  const editedCard = () => elementBox(preview, ".card.is-editing .box");
  const spaceBelowEditor = async () => {
    const [editor, card] = [await elementBox(preview, ".inline-editor"), await editedCard()];
    return card.y + card.height - (editor.y + editor.height);
  };
  await expect.poll(spaceBelowEditor).toBeGreaterThan(2);
  const emptyCard = await editedCard();
  await page.screenshot({ path: join(output, `inline-editor-${shape}.png`) });

  await page.keyboard.type("Not all of them.");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect.poll(editedCard).toEqual(emptyCard);
  // The page submits only what the user has typed.
  await page.keyboard.type("No.");
  await page.keyboard.press("Enter");
  const edits = async () => (await preview.sentMessages()).filter(({ type }) => type === "edit");
  await expect.poll(edits).toMatchObject([{ action: { type: "add", kind: "objection", text: "No." } }]);
  expect(await edits()).toHaveLength(1);
});

test("a notice about a key that has no effect lies beside the minimap and the zoom buttons", async () => {
  const preview = await openPreview({ width: 541, height: 700 });
  const { page } = preview;
  await preview.show(largeMap);
  await pressKeys(preview, "all", "p");
  const notice = page.locator(".notice");
  expect(await notice.textContent()).toContain("A premise cannot be placed under a claim.");
  const isCoveredBy = async (selector: string) =>
    intersects(await elementBox(preview, ".notice"), await elementBox(preview, selector));
  for (const width of [541, 700, 1000, 1400]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(() => isCoveredBy(".minimap"), { message: `minimap at ${width}` }).toBe(false);
    await expect.poll(() => isCoveredBy(".zoom-toolbar"), { message: `zoom buttons at ${width}` }).toBe(false);
    await page.screenshot({ path: join(output, `notice-${width}.png`) });
  }
  await page.setViewportSize({ width: 300, height: 700 });
  await expect.poll(() => isCoveredBy(".zoom-toolbar")).toBe(false);
  await page.keyboard.press("Escape");
  await expect.poll(() => notice.count()).toBe(0);
});
