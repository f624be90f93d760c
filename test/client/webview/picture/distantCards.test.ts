/** Cards that are seen from afar: in the document, and on the canvas of an overview. */
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { contrast } from "../../../support/browser/contrast.ts";
import { output } from "../../../support/browser/openPage.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { themeNames } from "../../../support/browser/vscodeThemes.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { claim, objection, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { boxOf, card, changeTo, open, page, press, sent, textField, zoomFactor } = usePage({ width: 1000, height: 700 });

const text = "The charge should stay, because the air got cleaner and nobody moved away.";
const mapOf = (claimText: string) =>
  treeOf(
    claim(
      claimText,
      { id: "c", speakers: ["Roy"] },
      reason("Cleaner air.", { id: "r" }),
      objection("No.", { id: "o" }),
    ),
  );
/** Zooms out until the zoom is less than this. */
async function zoomOutBelow(limit: number): Promise<void> {
  for (let zoom = await zoomFactor(); zoom >= limit; zoom = await zoomFactor()) await press("-");
}
const lettersOf = (id: string) =>
  card(id)
    .locator("text")
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute("font-size"))));

describe("zoomed out", () => {
  beforeEach(async () => {
    await open(mapOf(text));
    await zoomOutBelow(0.53);
  });

  test("cards show their first words, and no speaker, in letters of at least 7 pixels", async () => {
    expect(await zoomFactor()).toBeGreaterThan(0.36);
    await expect.poll(() => card("c").textContent()).toMatch(/^The charge should/);
    expect(await card("c").textContent()).not.toContain("Roy");
    const [zoom, sizes] = [await zoomFactor(), await lettersOf("c")];
    for (const size of sizes) expect(size * zoom).toBeGreaterThan(7);
    expect(await card("r").textContent()).toBe("+Cleaner air.");
    expect(await card("c").getAttribute("aria-label")).toContain("nobody moved away. held by Roy");
  });

  test("an edit changes the words of its card and nothing else", async () => {
    const before = await Promise.all(["c", "r", "o"].map(boxOf));
    await changeTo(mapOf("It must stay."));
    await expect.poll(() => card("c").textContent()).toBe("It must stay.");
    expect(await card("r").textContent()).toBe("+Cleaner air.");
    expect((await Promise.all(["c", "r", "o"].map(boxOf))).map(({ width }) => width)).toEqual(
      before.map(({ width }) => width),
    );
  });

  test("a card that is edited is drawn as it is laid out", async () => {
    await card("r").dblclick();
    await textField().waitFor();
    await expect.poll(() => card("r").textContent()).toContain("reason");
  });

  test("zoomed in again, cards show everything", async () => {
    await press("+", "+", "+");
    await expect.poll(() => card("c").textContent()).toContain("Roy");
  });
});

test("on the canvas of an overview, cards are painted with their words, and a click still selects them", async () => {
  await open(mapOf(text));
  await page().evaluate(() => {
    const painted: string[] = [];
    Object.assign(window, { painted });
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (...args) {
      painted.push(args[0]);
      return fillText.apply(this, args);
    };
  });
  await zoomOutBelow(0.36);
  expect(await page().locator("canvas.overview").count()).toBe(1);
  const painted = () => page().evaluate(() => Reflect.get(window, "painted") as readonly string[]);
  await expect.poll(async () => (await painted()).includes("Cleaner air.")).toBe(true);
  expect((await painted()).some((words) => words.startsWith("The charge"))).toBe(true);
  const { x, y, width, height } = await boxOf("c");
  await page().mouse.click(x + width / 2, y + height / 2);
  await expect.poll(async () => (await sent("openCard")).map((message) => message.card)).toEqual(["c"]);
});

test.each(themeNames)("in the theme %s, words from afar have the contrast of text", async (theme) => {
  await open(ardmore, { theme, width: 1400, height: 900 });
  await zoomOutBelow(0.53);
  await page().screenshot({ path: join(output, `distant-cards-${theme}.png`) });
  const colors = await page()
    .locator(".card:not(.pill)")
    .evaluateAll((cards) => {
      const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const bytes = (element: Element | null): readonly number[] => {
        if (context === null || element === null) return [];
        context.fillStyle = getComputedStyle(element).fill;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      return cards.flatMap((one) =>
        [...one.querySelectorAll(":scope > text")].map((words) => [bytes(words), bytes(one.querySelector(".box"))]),
      );
    });
  expect(colors.length).toBeGreaterThan(20);
  for (const [words = [], background = []] of colors) expect(contrast(words, background)).toBeGreaterThanOrEqual(4.5);
});
