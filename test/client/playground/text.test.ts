/** Writing in the playground: the picture, problems and their fixes, names. */
import { expect, test } from "vitest";
import { usePlayground } from "../../support/browser/usePlayground.ts";

const { open } = usePlayground();

test("shows what is typed in the picture", async () => {
  const { page, replaceText, card } = await open();
  await replaceText("claim: The tram should run at night.");
  await page.keyboard.type("\n  reason: Night shifts end at two.");
  await card("Night shifts end at two.").waitFor();
});

test("indents a reason under the claim above it with Enter and Tab", async () => {
  const { page, lines, replaceText } = await open();
  await replaceText("claim: The tram should run at night.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("reason: Shifts end at two.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("reason: Taxis cost too much.");
  expect(await lines()).toEqual([
    "claim: The tram should run at night.",
    "  reason: Shifts end at two.",
    "  reason: Taxis cost too much.",
  ]);
});

test("goes to the definition of a name, and renames it everywhere", async () => {
  const { page, lines, replaceText } = await open();
  await replaceText("claim tram: The tram should run at night.\n\nreason for tram: Shifts end at two.");
  await page.keyboard.press("Home");
  for (let step = 0; step < "reason for t".length; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F12");
  await expect.poll(() => page.locator("#editor .cm-activeLine").textContent()).toMatch(/^claim tram/);
  await page.keyboard.press("F2");
  const name = page.getByLabel("New name");
  await name.fill("night-tram");
  await name.press("Enter");
  await expect
    .poll(lines)
    .toEqual(["claim night-tram: The tram should run at night.", "", "reason for night-tram: Shifts end at two."]);
  // The focus is in the text again.
  await expect.poll(() => page.locator("#editor .cm-content").evaluate((text) => text.matches(":focus"))).toBe(true);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await lines())[2]).toBe("reason for tram: Shifts end at two.");
});

test("says that there is no name to rename, and that a new one cannot be used", async () => {
  const { page, lines, replaceText } = await open();
  const map = ["claim tram: The tram should run at night.", "claim bus: A bus is enough."];
  await replaceText(map.join("\n"));
  await page.keyboard.press("F2");
  await page.locator("#notices .notice").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Home");
  for (let step = 0; step < "claim b".length; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  const name = page.getByLabel("New name");
  await name.fill("a b: c");
  const before = await page.locator("#notices").textContent();
  await name.press("Enter");
  await expect.poll(() => page.locator("#notices").textContent()).not.toBe(before);
  expect(await page.locator("#notices .notice").count()).toBe(1);
  expect(await lines()).toEqual(map);
});

test("completes the name of a claim", async () => {
  const { page, lines, replaceText } = await open();
  await replaceText("claim night-tram: The tram should run at night.\n\n");
  await page.keyboard.type("reason for ni");
  await page.getByRole("option", { name: "night-tram" }).waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await lines()).at(-1)).toBe("reason for night-tram");
});

test("lists a problem, and fixes it", async () => {
  const { page, lines, replaceText } = await open();
  await replaceText("claim tram: The tram should run at night.\nreason for tran: Shifts end at two.\n");
  await page.getByRole("button", { name: /^\d problems?$/ }).click();
  const problem = page.locator("#problems li", { hasText: "tran" }).first();
  await problem.locator(".fix", { hasText: "tram" }).click();
  await expect.poll(lines).toContain("reason for tram: Shifts end at two.");
  await expect.poll(() => page.locator("#problems li", { hasText: "tran”" }).count()).toBe(0);
});

test("keeps a problem in the list as it is while others come and go, and moves the focus on when it is fixed", async () => {
  const { page, lines, text, replaceText } = await open();
  await replaceText("claim tram: The tram should run at night.\nreason for tran: Shifts end at two.\n");
  await page.getByRole("button", { name: /^\d problems?$/ }).click();
  const problem = page.locator("#problems li", { hasText: "tran" }).first();
  const fix = problem.locator(".fix", { hasText: "tram" });
  await fix.waitFor();
  const button = await fix.elementHandle();
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.insertText("// A comment.\nreason for trem: It is late.\n");
  await page.locator("#problems li", { hasText: "trem" }).first().waitFor();
  await problem.getByText("Line 4").waitFor();
  expect(await button?.evaluate((element) => element.isConnected)).toBe(true);
  await fix.focus();
  await page.keyboard.press("Enter");
  await expect.poll(lines).toContain("reason for tram: Shifts end at two.");
  await expect.poll(() => page.locator("#problems li", { hasText: "tran”" }).count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("#problems, #problems-toggle") !== null))
    .toBe(true);
});
