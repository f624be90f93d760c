/** The title of the map above the picture, with author, date and sources. */
import { expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";

const { open, boxOf, changeTo, focusCard, page, press } = usePage({ width: 1000, height: 700 });

const sources = Array.from({ length: 20 }, (_, index) => `Report ${index}`);
const map: Tree = { ...ardmore, metadata: { author: "Mara Lind", date: "2024", sources } };
const heading = () => page().getByRole("heading", { level: 1 });
const details = () => page().locator(".map-heading p");
const shownHeadings = () => heading().filter({ visible: true }).count();

test("shows title, author, date and sources, cut off beside the toolbar, and in full in the tooltip", async () => {
  await open(map);
  expect(await heading().textContent()).toBe(ardmore.title);
  expect(await details().textContent()).toContain("Mara Lind · 2024 · Sources: Report 0; Report 1");
  expect(await details().evaluate(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)).toBe(true);
  expect(await page().locator(".map-heading").getAttribute("title")).toMatch(/^Should Ardmore .*\n.*Report 19$/);
  const toolbar = await page().locator(".view-toolbar").boundingBox();
  const box = await page().locator(".map-heading").boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(toolbar?.x ?? 0);
});

test("follows edits, and is not shown for a map that says nothing about itself", async () => {
  await open(map);
  await changeTo({ ...map, title: "Another title", metadata: { author: "A. Roy", date: undefined, sources: [] } });
  expect(await heading().textContent()).toBe("Another title");
  expect(await details().textContent()).toBe("A. Roy");
  await changeTo({ ...ardmore, title: undefined });
  expect(await heading().count()).toBe(0);
});

test("takes no room from the picture", async () => {
  const fittedBox = async (tree: Tree) => {
    await open(tree);
    await press("0");
    return boxOf("cause");
  };
  expect(await fittedBox(map)).toEqual(await fittedBox({ ...ardmore, title: undefined }));
});

test("gives way to the breadcrumbs of a focused branch and to the search bar", async () => {
  await open(map);
  await focusCard("cause");
  await press("f");
  await expect.poll(shownHeadings).toBe(0);
  await press("Escape");
  await expect.poll(shownHeadings).toBe(1);
  await press("/");
  await page().locator(".find-bar").waitFor();
  await expect.poll(shownHeadings).toBe(0);
});

test.each([
  { width: 480, height: 700 },
  { width: 1000, height: 380 },
])("is left out in a window of $width × $height pixels", async (size) => {
  await open(map, size);
  await expect.poll(shownHeadings).toBe(0);
  await page().setViewportSize({ width: 1000, height: 700 });
  await expect.poll(shownHeadings).toBe(1);
});
