/** The overlays of the page – toolbars, panels, minimap – leave the cards that the user looks at uncovered. */
import { describe, expect, test } from "vitest";
import { intersects } from "../../../../server/core/picture/geometry/box.ts";
import { cardLocator, type PreviewOptions, type PreviewPage } from "../../../support/browser/openPage.ts";
import { cardBox, elementBox } from "../../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

const open = async (options: PreviewOptions): Promise<PreviewPage> => {
  const preview = await openPreview(options);
  await preview.show(ardmore);
  return preview;
};

/** Returns the class names of the overlays that cover a part of a card. */
async function overlaysOf(preview: PreviewPage, card: string): Promise<readonly string[]> {
  const overlays = await preview.page
    .locator(".top-panels > *, .view-toolbar, .zoom-toolbar, .minimap, .legend, .filter")
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { className: element.className, box: { x, y, width, height } };
      }),
    );
  const cardBounds = await cardBox(preview, card);
  return overlays.flatMap(({ className, box }) => (intersects(cardBounds, box) ? [className] : []));
}

const doOverlap = async (preview: PreviewPage, selector: string, other: string): Promise<boolean> =>
  intersects(await elementBox(preview, selector), await elementBox(preview, other));

describe("a card that is brought into view", () => {
  const sizes = {
    narrow: { width: 340, height: 600 },
    low: { width: 600, height: 420 },
    tiny: { width: 240, height: 360 },
  };

  test.each(Object.entries(sizes))("is covered by nothing in a %s window", async (_, size) => {
    const preview = await open(size);
    await preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } });
    for (const { id } of ardmore.cards) {
      await preview.send({ type: "cursor", card: id });
      expect(await overlaysOf(preview, id), id).toEqual([]);
    }
  });

  test("moves away from the search bar that opens over it", async () => {
    const preview = await open(sizes.narrow);
    await preview.send({ type: "cursor", card: "cause" });
    await cardLocator(preview, "cause").focus();
    await preview.page.keyboard.press("/");
    await preview.page.locator(".find-bar").waitFor();
    await expect.poll(() => overlaysOf(preview, "cause")).toEqual([]);
  });
});

test("the legend opens over no card when the map leaves room for it", async () => {
  const preview = await openPreview({ width: 1100, height: 700 });
  await preview.show(treeOf(claim("Claim", {}, ...Array.from({ length: 12 }, (_, n) => reason(`Reason ${n}`)))));
  await preview.page.keyboard.press("0");
  await preview.page.keyboard.press("l");
  const cards = preview.page.locator("[data-card] .box");
  expect(await cards.count()).toBeGreaterThan(10);
  const coveredCards = async () => {
    const legend = await elementBox(preview, ".legend");
    const boxes = await Promise.all((await cards.all()).map((card) => card.boundingBox()));
    return boxes.filter((box) => box !== null && intersects(box, legend));
  };
  await expect.poll(coveredCards).toEqual([]);
});

describe("the toolbar", () => {
  test.each([180, 240, 340])("fits in a window of %i pixels, above the search bar", async (width) => {
    const preview = await open({ width, height: 500 });
    await preview.page.getByRole("button", { name: "Fold to level" }).click();
    await preview.page.getByRole("button", { name: "Find", exact: true }).click();
    await preview.page.locator(".find-bar").waitFor();
    await expect.poll(() => doOverlap(preview, ".view-toolbar", ".find-bar")).toBe(false);
    for (const selector of [".view-toolbar", ".find-bar"]) {
      const { x, width: ownWidth } = await elementBox(preview, selector);
      expect(x, selector).toBeGreaterThanOrEqual(8);
      expect(x + ownWidth, selector).toBeLessThanOrEqual(width - 8);
    }
  });

  test("does not cover the breadcrumbs, which get shorter", async () => {
    const preview = await open({ width: 560, height: 500 });
    await preview.page.getByRole("button", { name: "Fold to level" }).click();
    await cardLocator(preview, "cause").focus();
    await preview.page.keyboard.press("f");
    await expect.poll(() => doOverlap(preview, ".view-toolbar", ".breadcrumbs")).toBe(false);
  });
});

test("the menu handle does not cover the quotes badge, in a tree and in an outline", async () => {
  const preview = await open({ width: 1100, height: 700 });
  const overlapsBadge = () =>
    doOverlap(preview, '[data-card="8"] .quotes-badge path', '[data-card="8"] .menu-handle rect');
  await cardLocator(preview, "8").hover();
  await expect.poll(overlapsBadge).toBe(false);
  await preview.page.keyboard.press("t");
  await preview.page.getByRole("button", { name: "Show as tree" }).waitFor();
  await cardLocator(preview, "8").hover();
  await expect.poll(overlapsBadge).toBe(false);
});
