/** Screenshots of the page in VS Code's default themes, and the contrast of the colors that it paints. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { contrast } from "../../support/browser/contrast.ts";
import { output } from "../../support/browser/openPage.ts";
import { loadFonts, missingLetters } from "../../support/browser/testFonts.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { themeNames } from "../../support/browser/vscodeThemes.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  treeOf,
  withContradiction,
} from "../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

/** A map in Chinese and Arabic, with words in other scripts. */
const scripts: Tree = withContradiction(
  treeOf(
    question(
      "旧城区应不应该永久征收进城费？",
      claim(
        "进城费应该永久保留。",
        { id: "keep", speakers: ["市交通局"] },
        reason(
          "老城的空气明显变干净了：二氧化氮（NO₂）在试行期间下降了五分之一，而“邻近两个区”没有变化。",
          { inheritsSpeakers: true },
          premise("试行期间二氧化氮下降了21%。", {
            inheritsSpeakers: true,
            quotes: [{ text: "下降21%", source: "报告", page: "12" }],
          }),
          assumption("那一年没有别的变化。", {}, objection("那个冬天特别暖和。", { speakers: ["林美雅"] })),
        ),
      ),
      claim(
        "يجب إلغاء رسوم الدخول إلى المدينة القديمة (Old Town) فورًا.",
        { id: "drop", speakers: ["مايا ليند"] },
        reason(
          "خسرت المتاجر 10٪ من زبائنها، كما يقول تقرير City Mobility Office لعام 2025.",
          {
            inheritsSpeakers: true,
            acceptedBy: ["أ. روي"],
            problems: [{ severity: "warning", message: "لا يوجد اقتباس." }],
          },
          objection("الانخفاض موسمي، وليس بسبب الرسوم.", {
            speakers: ["مكتب التنقل"],
            quotes: [{ text: "", source: "x", page: "3" }],
          }),
        ),
        objection("👩‍👩‍👧 Families with 🇫🇮 plates, é and e\u0301 alike, pay twice.", {
          speakers: ["Zoë"],
          problems: [{ severity: "hint", message: "By nobody." }],
        }),
      ),
    ),
  ),
  "keep",
  "drop",
);

describe.each(themeNames)("in the theme %s", (theme) => {
  test.each(Object.entries({ ardmore, scripts }))("the map %s", async (name, tree) => {
    const preview = await openPreview({ theme, width: 1500, height: 760 });
    if (name === "scripts") await loadFonts(preview.page);
    await preview.show(tree);
    await preview.send({ type: "cursor", card: name === "ardmore" ? "cause" : "drop" });
    await preview.page.screenshot({ path: join(output, `page-${name}-${theme}.png`) });
    expect(await missingLetters(preview.page)).toEqual([]);

    const painted = await preview.page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 1;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      /** Returns the RGB bytes of a CSS color. */
      const bytes = (color: string): number[] => {
        if (!context) return [];
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const pageBackground = bytes(getComputedStyle(document.body).backgroundColor);
      const parts: { description: string; isText: boolean; color: number[]; background: number[] }[] = [];
      for (const element of document.querySelectorAll(".picture text, .picture [class*=stroke-], .ring")) {
        const style = getComputedStyle(element);
        // A fold handle has a background of its own.
        const card =
          element.closest(".fold-handle")?.querySelector("rect") ??
          element.closest("[data-card]")?.querySelector(".box");
        const background = card && element !== card ? bytes(getComputedStyle(card).fill) : pageBackground;
        const description = `${element.getAttribute("class")} ${element.textContent}`;
        if (element.tagName === "text") parts.push({ description, isText: true, color: bytes(style.fill), background });
        // The pale borders of cards and frames carry no meaning, so they need no contrast.
        else if (!/stroke-(border|frame)/.test(description))
          parts.push({ description, isText: false, color: bytes(style.stroke), background });
      }
      return parts;
    });
    expect(painted.length).toBeGreaterThan(30);
    for (const { description, isText, color, background } of painted) {
      expect(contrast(color, background), description).toBeGreaterThanOrEqual(isText ? 4.5 : 3);
    }
  });

  test("an empty map, the quotes of a card, and a quote under the mouse", async () => {
    const preview = await openPreview({ theme, width: 700, height: 420 });
    await preview.show(treeOf());
    expect(await preview.page.locator("[data-card]").count()).toBe(0);
    await preview.page.screenshot({ path: join(output, `page-empty-${theme}.png`) });
    await preview.show(
      treeOf(
        claim("Footfall fell.", {
          quotes: [{ text: "Footfall fell by a tenth.", source: "Report", page: "3", link: "1" }],
        }),
      ),
    );
    await preview.send({ type: "coverage", counts: { cited: 12, paragraphs: 30, unquoted: 4 } });
    await preview.page.locator(".quotes-badge").click();
    await preview.page.screenshot({ path: join(output, `page-quotes-${theme}.png`) });
    const passage = preview.page.locator(".passage-link");
    const isUnderlineStrong = () =>
      passage.evaluate((element) => {
        const { color, textDecorationColor } = getComputedStyle(element);
        return textDecorationColor === color;
      });
    expect(await isUnderlineStrong()).toBe(false);
    await passage.hover();
    await expect.poll(isUnderlineStrong).toBe(true);
    await preview.page.screenshot({ path: join(output, `page-passage-${theme}.png`) });
    expect(await missingLetters(preview.page)).toEqual([]);
  });
});
