import { describe, expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { questionTree } from "../../../support/trees/questionTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { boxOf, card, focusCard, focusedCard, hasFocus, open, page, press, preview, screenshot } = usePage({
  width: 1400,
  height: 700,
});
const details = () => page().getByRole("dialog", { name: "Entry details" });
const hoverDetails = () => page().locator(".entry-popover");

test("opens while the mouse rests on a card, beside the card, and closes when it leaves", async () => {
  await open(questionTree);
  await card("shops").hover();
  await hoverDetails().waitFor();
  const text = await hoverDetails().textContent();
  expect(text).toContain("Held byBo");
  expect(text).toContain("Likelihoodlikely");
  expect(text).toContain("Tagsmoney");
  const [popover, box] = [await hoverDetails().boundingBox(), await boxOf("shops")];
  expect((popover?.y ?? 0) > box.y + 30 || (popover?.x ?? 0) > box.x + 250).toBe(true);
  await page().mouse.move(5, 5);
  await hoverDetails().waitFor({ state: "detached" });
});

test("opens by a key, and makes way for the quotes", async () => {
  await open(questionTree);
  await focusCard("fell");
  await press("i");
  expect(await hoverDetails().textContent()).toContain("Held byAnn");
  expect(await hoverDetails().locator("blockquote").textContent()).toBe("it fell");
  await press("i", "q");
  expect(await hoverDetails().count()).toBe(0);
  expect(await page().getByRole("dialog", { name: "Quotes" }).textContent()).toContain("Report, p. 3");
  await press("Escape");
  expect(await focusedCard()).toBe("fell");
});

describe("for an entry that is longer than the window", () => {
  const longTree = treeOf(
    claim("It should stay.", { id: "keep" }, reason("Cleaner air. ".repeat(400), { id: "air" })),
    claim("Other.", { id: "other" }),
  );
  const scrollTop = () => details().evaluate((element) => element.scrollTop);

  test("stays open while the mouse moves to it, and scrolls by the wheel", async () => {
    await open(longTree);
    await card("air").hover();
    await details().waitFor();
    const [popover, box] = [await details().boundingBox(), await boxOf("air")];
    const { clock, mouse } = page();
    // On its way, the mouse is over neither the card nor the popover. The page's clock stands still, however long that takes.
    await clock.install();
    await clock.pauseAt(Date.now() + 60_000);
    await mouse.move(box.x + 20, 690, { steps: 2 });
    await mouse.move((popover?.x ?? 0) + 60, 300, { steps: 4 });
    await clock.resume();
    await mouse.wheel(0, 400);
    await expect.poll(scrollTop).toBeGreaterThan(300);
    await screenshot("entry long");
    await mouse.move(5, 690);
    await details().waitFor({ state: "detached" });
  });

  test("opened by a key, scrolls by keys and ignores the mouse", async () => {
    await open(longTree);
    await focusCard("air");
    await press("i");
    expect(await hasFocus(details())).toBe(true);
    // The browser sometimes ignores a key that scrolls an element which has only just appeared.
    const scrollToEnd = () => press("End").then(scrollTop);
    await expect.poll(scrollToEnd).toBeGreaterThan(1000);
    const { clock, mouse } = page();
    await clock.install();
    await card("other").hover();
    // Longer than the delays after which the mouse opens and closes a popover.
    await clock.fastForward(60_000);
    await mouse.wheel(0, 40);
    await preview().send();
    expect(await details().textContent()).toContain("Cleaner air.");
    await press("Escape");
    expect(await details().count()).toBe(0);
    expect(await focusedCard()).toBe("air");
    await press("i", "i");
    expect(await details().count()).toBe(0);
    expect(await focusedCard()).toBe("air");
  });
});
