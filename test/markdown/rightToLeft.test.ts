/** Pictures in pages that are read from right to left. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { MapFile } from "../../server/core/language/map.ts";
import { createPicture } from "../../server/core/picture/picture.ts";
import { pictureToSvg } from "../../server/core/picture/render/svg.ts";
import { themes } from "../../server/core/picture/theme.ts";
import { tableMeasure } from "../../server/core/picture/typesetting/measure.ts";
import { buildTree, plainTree } from "../../server/core/tree/buildTree.ts";
import argmap from "../../server/markdown/markdownItPlugin.ts";
import { textPlaces } from "../support/browser/textPlaces.ts";
import { useBrowser } from "../support/browser/useBrowser.ts";
import { root } from "../support/root.ts";

const { browser } = useBrowser();

const map = `claim: The charge should stay.
  reason: الهواء أنظف (in 2024).
    objection: The winter was mild.
`;
const markdown = new MarkdownIt().use(argmap).render(`\`\`\`argmap\n${map}\`\`\`\n`);
const drawing = pictureToSvg(
  createPicture(plainTree(buildTree(new MapFile("https://maps.test/a.argmap", map), () => [])), tableMeasure),
  themes.light,
);
const layout = readFileSync(join(root, "server/markdown/layout.css"), "utf8");

async function openPicture(html: string, direction: "ltr" | "rtl") {
  const page = await browser().newPage({ viewport: { width: 600, height: 400 } });
  await page.setContent(`<!doctype html><html dir="${direction}"><style>${layout}</style><body>${html}</body></html>`);
  return page;
}

test.each([
  ["a picture in Markdown", markdown],
  ["a drawing that is put into a page", drawing],
])("%s has its texts in the same places, whichever way the page is read", async (_, html) => {
  const [toRight, toLeft] = [await openPicture(html, "ltr"), await openPicture(html, "rtl")];
  const places = await textPlaces(toRight.locator("svg[role=img]"));
  expect(places.join("\n")).toContain("الهواء");
  expect(await textPlaces(toLeft.locator("svg[role=img]"))).toEqual(places);
  await Promise.all([toRight.close(), toLeft.close()]);
});

test("a wide picture in Markdown is scrolled to its beginning, and its messages run from the left", async () => {
  const wide = `\`\`\`argmap\n${map}      objection: No.\n        reason: So.\nreason a b for: No.\n\`\`\`\n`;
  const page = await openPicture(new MarkdownIt().use(argmap).render(wide), "rtl");
  await page.setViewportSize({ width: 200, height: 400 });
  const picture = page.locator(".argmap-picture");
  expect(await picture.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(0);
  expect(
    await picture.evaluate((one) => {
      const text = one.querySelector("text")?.getBoundingClientRect();
      return text !== undefined && text.left >= one.getBoundingClientRect().left && text.left < innerWidth;
    }),
  ).toBe(true);
  expect(await page.locator(".argmap-messages").evaluate((one) => getComputedStyle(one).direction)).toBe("ltr");
  await page.close();
});
