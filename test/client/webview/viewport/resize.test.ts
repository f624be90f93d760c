/** The view and the layout after the panel is resized. */
import { describe, expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { questionTree } from "../../../support/trees/questionTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { boxOf, open, page, preview, zoomFactor } = usePage({ width: 1400, height: 700 });

interface Middle {
  readonly x: number;
  readonly y: number;
}
/** The distance of a card's middle from the middle of the window. */
async function fromMiddle(id: string, width: number, height: number): Promise<Middle> {
  const { x, y, width: w, height: h } = await boxOf(id);
  return { x: x + w / 2 - width / 2, y: y + h / 2 - height / 2 };
}
const isInWindow = async (id: string, width: number, height: number): Promise<boolean> => {
  const box = await boxOf(id);
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
};

describe("when the panel gets smaller", () => {
  test("a picture that fitted fits again", async () => {
    await open(questionTree);
    await page().keyboard.press("0");
    const ids = questionTree.positions.map(({ card }) => card);
    await page().setViewportSize({ width: 900, height: 500 });
    await expect.poll(async () => Promise.all(ids.map((id) => isInWindow(id, 900, 500)))).not.toContain(false);
  });

  test("what was in the middle stays there", async () => {
    await open(ardmore);
    const [id] = ardmore.positions.map(({ card }) => card).slice(3);
    if (id === undefined) expect.unreachable();
    await page().keyboard.press("+");
    await page().mouse.move(1380, 300);
    const zoomBefore = await zoomFactor();
    await page().mouse.wheel(0, -40);
    // The wheel is handled later than the call ends.
    await expect.poll(zoomFactor).toBeGreaterThan(zoomBefore);
    const before = await fromMiddle(id, 1400, 700);
    await page().setViewportSize({ width: 1200, height: 640 });
    await expect
      .poll(async () => {
        const after = await fromMiddle(id, 1200, 640);
        return Math.hypot(after.x - before.x, after.y - before.y);
      })
      .toBeLessThan(2);
  });

  test("the selected card stays in view, as at a zoom of 200 %", async () => {
    await open(questionTree);
    await page().keyboard.press("End");
    const [last] = questionTree.positions.slice(-1);
    if (last === undefined) expect.unreachable();
    await page().setViewportSize({ width: 700, height: 350 });
    await expect.poll(() => isInWindow(last.card, 700, 350)).toBe(true);
  });
});

describe("the layout", () => {
  const button = (name: string) => page().getByRole("button", { name });

  test("is an outline in a narrow panel, and a tree again in a wide one", async () => {
    await open(questionTree);
    await button("Show as outline").waitFor();
    await page().setViewportSize({ width: 400, height: 700 });
    await button("Show as tree").waitFor();
    await page().setViewportSize({ width: 1400, height: 700 });
    await button("Show as outline").waitFor();
  });

  test("is kept if the user has chosen it, until the user leaves it to the panel", async () => {
    await open(questionTree, { width: 400, height: 700 });
    await button("Show as tree").click();
    await button("Show as outline").waitFor();
    await page().setViewportSize({ width: 420, height: 700 });
    await preview().send();
    await button("Show as outline").waitFor();
    await button("Lay out to suit the panel").click();
    await button("Show as tree").waitFor();
    expect(await button("Lay out to suit the panel").getAttribute("aria-pressed")).toBe("true");
  });

  test("packs claims into more columns in a wider panel, and the arrow keys go down each column", async () => {
    const claims = treeOf(
      ...Array.from({ length: 16 }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason("So it is."))),
    );
    await open(claims);
    const lefts = async (): Promise<number> =>
      new Set(await Promise.all(claims.positions.map(async ({ card }) => Math.round((await boxOf(card)).x)))).size;
    await page().keyboard.press("0");
    await expect.poll(lefts).toBeGreaterThan(2);
    await page().keyboard.press("Home");
    for (let step = 0; step < 15; step += 1) await page().keyboard.press("ArrowDown");
    await page().locator('[data-card="c15"][tabindex="0"]').waitFor();
  });
});
