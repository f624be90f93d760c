/** Pan and zoom in the page: by gestures, keys, buttons and marks, and from saved views. */
import { expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { PreviewOptions, PreviewPage } from "../../../support/browser/openPage.ts";
import { cardBox, elementBox, isCardInView, zoomFactor } from "../../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { largeMap, smallMap } from "../../../support/trees/pageTrees.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

const open = async (tree: Tree, options?: PreviewOptions): Promise<PreviewPage> => {
  const preview = await openPreview(options);
  await preview.show(tree);
  return preview;
};
const savedScale = async (preview: PreviewPage): Promise<number> =>
  // The state as the page saves it.
  ((await preview.state()) as { left: { placement: { k: number } } }).left.placement.k;

test("the wheel zooms around the pointer", async () => {
  const preview = await open(smallMap);
  const { x, y } = await cardBox(preview, "air");
  await preview.page.mouse.move(x, y);
  await preview.page.mouse.wheel(0, -200);
  await expect.poll(() => zoomFactor(preview)).toBeGreaterThan(1.2);
  const after = await cardBox(preview, "air");
  expect(after.x).toBeCloseTo(x, 0);
  expect(after.y).toBeCloseTo(y, 0);
});

test("buttons and keys zoom and fit", async () => {
  const preview = await open(largeMap);
  const { page } = preview;
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => zoomFactor(preview)).toBeCloseTo(1);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.keyboard.press("-");
  await expect.poll(() => zoomFactor(preview)).toBeCloseTo(0.64);
  await page.getByRole("button", { name: "Zoom to fit" }).click();
  await expect.poll(() => zoomFactor(preview)).toBeLessThan(0.2);
});

test("fitting a long, thin map shows all of it, and at the next click as much as fills the width, from the top", async () => {
  const longMap = treeOf(
    claim("Claim", {}, ...Array.from({ length: 60 }, (_, n) => reason(`Reason ${n}`, { id: `r${n}` }))),
  );
  const preview = await open(longMap, { width: 900, height: 640 });
  const fit = preview.page.getByRole("button", { name: "Zoom to fit" });
  await fit.click();
  await expect.poll(() => savedScale(preview)).toBeLessThan(0.3);
  await fit.click();
  await expect.poll(() => savedScale(preview)).toBe(1);
  expect((await cardBox(preview, "r0")).y).toBeLessThan(120);
  await fit.click();
  await expect.poll(() => savedScale(preview)).toBeLessThan(0.3);
});

test("a double click beside the cards zooms in", async () => {
  const preview = await open(smallMap);
  await preview.page.mouse.dblclick(10, 10);
  await expect.poll(() => zoomFactor(preview)).toBeCloseTo(2);
});

test("a mark puts a ring around its card and brings it into view", async () => {
  const preview = await open(largeMap);
  expect(await isCardInView(preview, "p55")).toBe(false);
  await preview.send({ type: "cursor", card: "p55" });
  expect(await isCardInView(preview, "p55")).toBe(true);
  const ring = await elementBox(preview, ".ring.cursor-mark");
  const card = await cardBox(preview, "p55");
  expect(Math.abs(ring.x - card.x)).toBeLessThan(6);
  await preview.send({ type: "cursor", card: null });
  expect(await preview.page.locator(".ring").count()).toBe(0);
});

test("a mark on a card in view moves nothing", async () => {
  const preview = await open(smallMap);
  const before = await cardBox(preview, "keep");
  await preview.send({ type: "cursor", card: "shops" });
  expect(await cardBox(preview, "keep")).toEqual(before);
});

test("a saved view is restored and updated", async () => {
  const preview = await open(smallMap, {
    state: { map: "file:///map.argmap", left: { placement: { x: 33, y: 44, k: 0.5 } } },
  });
  expect(await zoomFactor(preview)).toBeCloseTo(0.5);
  await preview.page.keyboard.press("+");
  await expect.poll(() => savedScale(preview)).toBe(0.625);
});

test("a saved view that is malformed or would show nothing is ignored", async () => {
  const preview = await open(smallMap, {
    state: { map: "file:///map.argmap", left: { placement: { x: 1e6, y: 44, k: 0.5 } } },
  });
  expect(await isCardInView(preview, "keep")).toBe(true);
  const other = await open(smallMap, { state: "what" });
  expect(await isCardInView(other, "keep")).toBe(true);
});

test("another map gets its initial view, and the same map sent again keeps its view", async () => {
  const preview = await open(largeMap);
  await preview.send({ type: "cursor", card: "p55" });
  const before = await cardBox(preview, "p55");
  await preview.send({ type: "tree", uri: "file:///map.argmap", version: 9, tree: largeMap });
  expect(await cardBox(preview, "p55")).toEqual(before);
  await preview.send(
    { type: "tree", uri: "file:///other.argmap", version: 1, tree: smallMap },
    { type: "cursor", card: null },
  );
  expect(await isCardInView(preview, "keep")).toBe(true);
  expect(await zoomFactor(preview)).toBeCloseTo(1);
});

test("an animation ends where a jump would", async () => {
  const preview = await open(largeMap, { motion: true });
  await preview.send({ type: "cursor", card: "p55" });
  await expect.poll(() => isCardInView(preview, "p55")).toBe(true);
});
