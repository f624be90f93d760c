/** Text and picture in the playground: each follows the other. */
import { expect, test } from "vitest";
import { usePlayground } from "../../support/browser/usePlayground.ts";

const { open } = usePlayground();

const map = "claim tram: The tram should run at night.\n  reason late: Shifts end at two.\n";

test("writes a reason that is added in the picture, and undoes it there", async () => {
  const { page, card, picture, lines, replaceText } = await open();
  await replaceText(map);
  await card("The tram should run").focus();
  await page.keyboard.press("r");
  const field = picture.locator("textarea.inline-editor");
  await field.fill("Taxis cost too much.");
  await field.press("Enter");
  await expect.poll(lines).toContain("  reason: Taxis cost too much.");
  await card("Taxis cost too much.").waitFor();
  await picture.locator("textarea.inline-editor").waitFor({ state: "detached" });
  await card("The tram should run").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(lines).not.toContain("  reason: Taxis cost too much.");
  expect((await lines()).join("\n")).toBe(map);
});

test("moves the cursor to the entry of a card, and marks the card at the cursor", async () => {
  const { page, card, text, replaceText } = await open();
  await replaceText(map);
  await card("Shifts end at two.").click();
  await expect
    .poll(() => page.locator("#editor .cm-activeLine").textContent())
    .toBe("  reason late: Shifts end at two.");
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await expect.poll(() => card("The tram should run").getAttribute("aria-current")).toBe("location");
});

test("edits an imported map, which is in another tab, and undoes it from the picture", async () => {
  const { page, card, picture, lines } = await open({ hash: "#example=energy/main.argmap" });
  const imported = "A household with a boiler pays 1,410.";
  const edited = "      premise gas-price: A household with a boiler pays more.";
  await card(imported).focus();
  await page.keyboard.press("F2");
  const field = picture.locator("textarea.inline-editor");
  await field.fill("A household with a boiler pays more.");
  await field.press("Enter");
  await card("A household with a boiler pays more.").waitFor();
  await page.getByRole("button", { name: "cost.argmap" }).click();
  await expect.poll(lines).toContain(edited);
  await page.getByRole("button", { name: "main.argmap" }).click();
  await card("A household with a boiler pays more.").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await card(imported).waitFor();
  await page.getByRole("button", { name: "cost.argmap" }).click();
  await expect.poll(lines).not.toContain(edited);
});

test("sets a property that is chosen in a dialog", async () => {
  const { page, card, picture, lines, replaceText } = await open();
  await replaceText(map);
  await card("The tram should run").click({ button: "right" });
  await picture.getByRole("menuitem", { name: "Tags" }).click();
  await page.getByLabel(/^Other tags/).fill("night transport");
  await page.getByRole("button", { name: "OK" }).click();
  await expect.poll(lines).toContain("  tags: night, transport");
});

test("switches the theme of both halves", async () => {
  const { page, picture } = await open({ colorScheme: "light" });
  const background = (): Promise<string> =>
    picture.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Dark theme" }).click();
  await expect.poll(background).not.toBe(light);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
});
