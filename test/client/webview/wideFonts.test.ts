/** An SVG that is opened with wider fonts than it was measured with: nothing touches its neighbour or leaves its card. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPicture } from "../../../server/core/picture/picture.ts";
import { pictureToSvg } from "../../../server/core/picture/render/svg.ts";
import { tableMeasure } from "../../../server/core/picture/text/measure.ts";
import { themes } from "../../../server/core/picture/theme.ts";
import { launchBrowser } from "../../support/browser/launchBrowser.ts";
import { output } from "../../support/browser/openPage.ts";
import { claim, objection, premise, reason, treeOf } from "../../support/treeFixtures.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const all = {
  scheme: "cause to effect",
  by: ["Maja Lind"],
  acceptedBy: ["Prof. Arun Roy"],
  rejectedBy: ["Zoë"],
  tags: ["weather", "air", "traffic"],
  likelihood: { words: "very likely", share: 0.875 },
  confidence: "moderate",
  quotes: [{ text: "It fell.", source: "Report", page: "3" }],
} as const;
const tree = treeOf(
  claim(
    "The entry charge should become permanent.",
    all,
    reason("The air got cleaner.", { ...all, strength: { words: "strong", share: 0.8 } }),
    objection("The winter was mild.", all),
    reason("", { form: "pill", scheme: "position to know", by: ["Maja Lind"] }, premise("She was there.", all)),
  ),
);

test.each(["DejaVu Sans, Verdana, sans-serif", "monospace"])("in %s", async (fonts) => {
  const page = await browser.newPage({ viewport: { width: 900, height: 500 } });
  await page.setContent(
    pictureToSvg(createPicture(tree, tableMeasure), themes.light).replace(
      /font-family="[^"]*"/,
      `font-family="${fonts}"`,
    ),
  );
  // Wider still, as some fonts are.
  await page.addStyleTag({ content: "text { letter-spacing: 0.7px }" });
  await page.screenshot({ path: join(output, `svg-${fonts.replace(/,.*/, "").replace(" ", "-")}.png`) });
  const cramped = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("svg text")].map((text) => {
      const { left, right, bottom } = text.getBoundingClientRect();
      return {
        words: text.textContent,
        left,
        right,
        line: `${text.parentElement?.closest("g[transform]")?.getAttribute("transform")} ${Math.round(bottom)}`,
      };
    });
    const left = [...document.querySelectorAll("svg g[transform]")].flatMap((card) => {
      const edge = card.querySelector("rect")?.getBoundingClientRect().right ?? 0;
      return [...card.querySelectorAll("text")].flatMap((text) =>
        text.getBoundingClientRect().right > edge ? `${text.textContent} |` : [],
      );
    });
    const touching = texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter((b) => a.line === b.line && a.left < b.right && b.left < a.right)
        .map((b) => `${a.words} / ${b.words}`),
    );
    return [...left, ...touching];
  });
  expect(cramped).toEqual([]);
  await page.close();
});
