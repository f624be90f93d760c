import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { claim, objection, reason, treeOf, withContradiction } from "../../../support/trees/treeFixtures.ts";

const { card, focusCard, focusedCard, open, page, press, sent, shownCards, zoomFactor } = usePage({
  width: 1400,
  height: 700,
});

/** 60 claims `c0` … with five reasons each, `r0-0` …; much higher than the window. */
const largeTree = treeOf(
  ...Array.from({ length: 60 }, (_, n) =>
    claim(
      `Claim ${n}`,
      { id: `c${n}` },
      ...[0, 1, 2, 3, 4].map((m) => reason(`Reason ${n}.${m}`, { id: `r${n}-${m}` })),
    ),
  ),
);

test("only the visible cards and the focused one are in the document", async () => {
  await open(largeTree);
  expect((await shownCards()).length).toBeLessThan(160);
  await focusCard("c0");
  await press("End");
  expect(await focusedCard()).toBe("r59-4");
  expect(await card("r59-4").getAttribute("aria-setsize")).toBe("5");
  expect(await card("r59-4").getAttribute("aria-posinset")).toBe("5");
  expect(await card("c0").count()).toBe(0);
  const { mouse } = page();
  await mouse.move(600, 300);
  for (let n = 0; n < 6; n += 1) {
    await mouse.down();
    await mouse.move(600, 690, { steps: 3 });
    await mouse.up();
    await mouse.move(600, 100);
  }
  expect(await focusedCard()).toBe("r59-4");
});

test("dashed lines are cut to the visible part", async () => {
  const tree = treeOf(
    claim("All", { id: "all" }, ...Array.from({ length: 300 }, (_, n) => objection(`Objection ${n}`, { id: `o${n}` }))),
  );
  await open(withContradiction(tree, "o0", "o299"));
  const lengths = (part: string) =>
    page()
      .locator(`[data-part^="${part} "]`)
      // The locator matches SVG paths only.
      .evaluateAll((paths) => paths.map((path) => (path as SVGPathElement).getTotalLength()));
  const [edges, crossLinks] = [await lengths("edge"), await lengths("cross-link")];
  expect(edges.length).toBeGreaterThan(5);
  expect(crossLinks).toHaveLength(1);
  for (const length of [...edges, ...crossLinks]) expect(length).toBeLessThan(7000);
  expect(crossLinks[0]).toBeGreaterThan(500);
});

test("when zoomed out, cards are painted as blocks on a canvas, and a click still selects them", async () => {
  await open(largeTree);
  await press("0");
  expect(await page().locator("canvas.overview").count()).toBe(1);
  expect((await shownCards()).length).toBeLessThan(3);
  const paintedPixels = await page().evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.overview");
    const bytes = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return bytes.filter((byte, index) => index % 4 === 3 && byte > 0).length;
  });
  expect(paintedPixels).toBeGreaterThan(2000);
  const zoom = await zoomFactor();
  // Around the middle of the window, closer together than a card is large, whichever columns the map is laid out in.
  for (let x = 500; x < 900; x += 24) for (let y = 338; y < 362; y += 4) await page().mouse.click(x, y);
  const opened = (await sent("openCard")).map((message) => message.card);
  expect(opened.some((id) => id.startsWith("r"))).toBe(true);
  for (const id of opened) expect(id).toMatch(/^(?:c\d+|r\d+-\d)$/);
  for (let zoomed = zoom; zoomed < 0.4; zoomed *= 1.25) await press("+");
  expect(await page().locator("canvas.overview").count()).toBe(0);
});
