/** In an SVG that is opened with wider fonts than it was measured with, no text overlaps other text or leaves its card. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPicture } from "../../../server/core/picture/picture.ts";
import { pictureToSvg } from "../../../server/core/picture/render/svg.ts";
import { themes } from "../../../server/core/picture/theme.ts";
import { tableMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { output } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { WAIT_LIMIT } from "../../support/limits.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { claim, objection, premise, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const { browser } = useBrowser();

const allFields = {
  scheme: "cause to effect",
  speakers: ["Maja Lind"],
  acceptedBy: ["Prof. Arun Roy"],
  rejectedBy: ["Zoë"],
  tags: ["weather", "air", "traffic"],
  likelihood: { label: "very likely", fraction: 0.875 },
  confidence: "moderate",
  quotes: [{ text: "It fell.", source: "Report", page: "3" }],
} as const;
const shortTexts = treeOf(
  claim(
    "The entry charge should become permanent.",
    allFields,
    reason("The air got cleaner.", { ...allFields, strength: { label: "strong", fraction: 0.8 } }),
    objection("The winter was mild.", allFields),
    reason(
      "",
      { form: "pill", scheme: "position to know", speakers: ["Maja Lind"] },
      premise("She was there.", allFields),
    ),
  ),
);

test.each([
  ["short texts", "DejaVu Sans, Verdana, sans-serif", shortTexts],
  ["short texts", "monospace", shortTexts],
  ["a long map", "DejaVu Sans, Verdana, sans-serif", ardmore],
  ["a long map", "monospace", ardmore],
])("%s in the fonts %s", async (_, fonts, tree) => {
  const page = await browser().newPage({ viewport: { width: 900, height: 500 } });
  page.setDefaultTimeout(WAIT_LIMIT);
  await page.setContent(
    pictureToSvg(createPicture(tree, tableMeasure), themes.light).replace(
      /font-family="[^"]*"/,
      `font-family="${fonts}"`,
    ),
  );
  // Some fonts are wider still.
  await page.addStyleTag({ content: "text { letter-spacing: 0.7px }" });
  await page.screenshot({ path: join(output, `svg-${fonts.replace(/,.*/, "").replace(" ", "-")}.png`) });
  const { outsideCard, overlapping } = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("svg text")].map((text) => {
      const { left, right, bottom } = text.getBoundingClientRect();
      const cardTransform = text.parentElement?.closest("g[transform]")?.getAttribute("transform");
      return { words: text.textContent, left, right, line: `${cardTransform} ${Math.round(bottom)}` };
    });
    const outsideCard = [...document.querySelectorAll("svg g[transform]")].flatMap((card) => {
      const edge = card.querySelector("rect")?.getBoundingClientRect().right ?? 0;
      return [...card.querySelectorAll("text")].flatMap((text) =>
        text.getBoundingClientRect().right > edge ? [text.textContent] : [],
      );
    });
    const overlapping = texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter((b) => a.line === b.line && a.left < b.right && b.left < a.right)
        .map((b) => `${a.words} / ${b.words}`),
    );
    return { outsideCard, overlapping };
  });
  expect(outsideCard).toEqual([]);
  expect(overlapping).toEqual([]);
  await page.close();
});
