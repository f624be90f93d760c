/** Weighing in the page: the button, the marks, the suppositions and the explanation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { screenshotThemes } from "../../support/browser/vscodeThemes.ts";
import { type WeighedMap, weighedMap } from "../../support/browser/weighedMap.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { root } from "../../support/root.ts";

const { card, focusCard, focusedCard, open, page, press, preview, screenshot, sent, showTree } = usePage({
  width: 1500,
  height: 900,
});

/** Opens a map, and presses keys while a card has the focus. */
async function openAndPress(text: string, name: string, ...keys: readonly string[]): Promise<WeighedMap> {
  const map = weighedMap(text);
  await open(map.tree);
  await focusCard(map.card(name));
  await pressAndAnswer(map, ...keys);
  return map;
}

async function pressAndAnswer(map: WeighedMap, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await press(key);
    await map.answer(preview());
  }
}

const badge = (map: WeighedMap, name: string) => card(map.card(name)).locator(".standing-badge text");
const badges = async (map: WeighedMap, ...names: readonly string[]) =>
  Promise.all(names.map(async (name) => (await badge(map, name).allTextContents()).join()));
const bar = () => page().locator(".supposition-bar");
const details = () => page().getByRole("dialog", { name: "Entry details" });

test("a newcomer sees nothing of it, and the server is not asked", async () => {
  const map = weighedMap(weighedCharge);
  await open(map.tree);
  expect(await page().locator(".standing-badge, .is-fallen, .supposition-bar").count()).toBe(0);
  expect(await sent("weigh")).toEqual([]);
});

test("the button shows what stands, then how likely it is, then what conclusions depend on, then nothing", async () => {
  const map = weighedMap(weighedCharge);
  await open(map.tree);
  await page().getByRole("button", { name: "Weigh: show what stands" }).click();
  await map.answer(preview());
  expect(await badges(map, "keep", "less", "trade", "all")).toEqual(["", "", "× answered", "! succeeds"]);
  expect(await card(map.card("trade")).getAttribute("class")).toContain("is-fallen");
  expect(await card(map.card("trade")).getAttribute("aria-label")).toContain("(weighed: answered)");
  await page().getByRole("button", { name: "Weigh: show how likely it is" }).click();
  await map.answer(preview());
  // The likelihood of the premise is the one that its author wrote.
  expect(await badges(map, "keep", "less", "trade")).toEqual(["≈ unlikely 40%", "", "× falls"]);
  expect(await badge(map, "keep").evaluate((text) => getComputedStyle(text).fontStyle)).toBe("italic");
  const lineTo = (name: string) =>
    page()
      .locator(`[data-part="edge ${map.card(name)}"]`)
      .getAttribute("stroke-width");
  expect(await lineTo("air")).toBe("1.6");
  await page().getByRole("button", { name: "Weigh: show what conclusions depend on" }).click();
  await map.answer(preview());
  // The claim stands if and only if its only reason does.
  expect(await lineTo("air")).toBe("6");
  expect(await lineTo("trade")).not.toBe("1.6");
  await page().getByRole("button", { name: "Stop weighing" }).click();
  expect(await lineTo("air")).toBe("1.6");
  expect(await page().locator(".standing-badge, .is-fallen").count()).toBe(0);
});

test("the page keeps the choice with the view", async () => {
  const map = await openAndPress(weighedCharge, "keep", "w");
  await expect.poll(() => preview().state()).toMatchObject({ left: { weighing: "standing" } });
  await open(map.tree, { state: await preview().state() });
  expect(await sent("weigh")).toHaveLength(1);
});

test("a key supposes true, false, then neither; what changes is marked and counted", async () => {
  const map = await openAndPress(weighedCharge, "less", "h", "h");
  expect(await badges(map, "less", "air", "keep")).toEqual(["supposed false", "stands → × falls", "stands → × falls"]);
  expect(await card(map.card("keep")).locator(".ring.changed").count()).toBe(1);
  expect(await bar().textContent()).toContain("“There is less nitrogen dioxide.” is false");
  expect(await bar().textContent()).toContain("1 conclusion changes");
  await focusCard(map.card("all"));
  await pressAndAnswer(map, "h", "h");
  expect(await bar().locator("li").count()).toBe(2);
  expect(await badges(map, "trade")).toEqual(["falls → ! succeeds"]);
  await pressAndAnswer(map, "h");
  expect(await bar().locator("li").count()).toBe(1);
  expect(await sent("edit")).toEqual([]);
});

test("Escape ends all suppositions, and the marks go back", async () => {
  const map = await openAndPress(weighedCharge, "less", "h", "h", "Escape");
  expect(await bar().count()).toBe(0);
  expect(await badges(map, "less", "air", "keep")).toEqual(["", "", ""]);
});

test("the menu of a card supposes too; that of a question does not", async () => {
  const map = weighedMap("question why: Why?\n  claim one: So.\n");
  await open(map.tree);
  await focusCard(map.card("one"));
  await press("Shift+F10");
  await page().getByRole("menuitem", { name: "Suppose this is false" }).click();
  await map.answer(preview());
  expect(await badges(map, "one")).toEqual(["supposed false"]);
  await focusCard(map.card("why"));
  await press("Shift+F10");
  expect(
    await page()
      .getByRole("menuitem", { name: /^Suppose/ })
      .count(),
  ).toBe(0);
});

test("shows likelihoods before and after a supposition", async () => {
  const map = await openAndPress(weighedCharge, "less", "w", "w", "h");
  expect(await badges(map, "keep")).toEqual(["40% → ≈ likely 80%"]);
});

test("the details say why, with links to cards, and suppose what would change it", async () => {
  const map = await openAndPress(weighedCharge, "keep", "w");
  await press("i");
  await expect.poll(() => sent("explainStanding")).toHaveLength(1);
  await map.answer(preview());
  const standing = details().getByRole("region", { name: "Weighed" });
  await standing.getByRole("heading", { name: "What would change this" }).waitFor();
  expect(await standing.locator("p").first().textContent()).toBe(
    "It stands because the reason “The air got cleaner.” stands and the objection “The shops lost customers.” falls.",
  );
  await screenshot("weighing why");
  await standing
    .getByRole("listitem")
    .filter({ hasText: "if “There is less nitrogen dioxide.” were false" })
    .getByRole("button", { name: "Suppose", exact: true })
    .click();
  await map.answer(preview());
  expect(await standing.locator("p").first().textContent()).toContain("It falls because its only reason");
  await standing.getByRole("button", { name: "“The air got cleaner.”" }).first().click();
  expect(await details().count()).toBe(0);
  expect(await focusedCard()).toBe(map.card("air"));
});

test("suppositions and marks of one map do not show in another", async () => {
  const map = await openAndPress(weighedCharge, "less", "h", "h");
  await showTree(weighedMap("claim other: Something else.\n").tree, "file:///other.argmap");
  expect(await bar().count()).toBe(0);
  expect(await page().locator(".standing-badge").count()).toBe(0);
  await showTree(map.tree);
  expect(await bar().count()).toBe(0);
});

test("the example made for weighing, for a human to look at", async () => {
  const example = readFileSync(join(root, "examples/bridge.argmap"), "utf8");
  for (const theme of screenshotThemes) {
    const map = weighedMap(example);
    await open(map.tree, { theme });
    await press("w");
    await map.answer(preview());
    await screenshot(`weighing ${theme}`);
    await focusCard(map.card("lorries"));
    await pressAndAnswer(map, "h", "h");
    expect(await badges(map, "repair", "close")).toEqual(["stands → × falls", "falls → ✓ stands"]);
    await screenshot(`weighing ${theme} what if`);
    await pressAndAnswer(map, "Escape", "w");
    await screenshot(`weighing ${theme} likelihood`);
    await pressAndAnswer(map, "w", "l");
    await screenshot(`weighing ${theme} importance`);
  }
  const map = weighedMap(example);
  await open(map.tree);
  await pressAndAnswer(map, "w", "t");
  await screenshot("weighing outline");
});
