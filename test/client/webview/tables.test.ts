/** Tables in the page: from the button to the links, the sorting and what is copied. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { screenshotThemes } from "../../support/browser/vscodeThemes.ts";
import { type WeighedMap, weighedMap } from "../../support/browser/weighedMap.ts";
import { root } from "../../support/root.ts";

const { card, changeTo, hasFocus, open, page, press, preview, screenshot, sent, type } = usePage({
  width: 1200,
  height: 800,
});

const example = readFileSync(join(root, "examples/bridge.argmap"), "utf8");

const tab = (name: string) => page().getByRole("tab", { name });
const rows = () => page().locator(".map-table tbody tr");
const headings = async () => rows().locator("th").allTextContents();
const header = (name: string) => page().getByRole("columnheader", { name });
const link = (text: string) => page().locator(".entry-link").filter({ hasText: text }).first();

/** Opens a map, and shows a table of it. */
async function openTable(text: string, name: string, options?: Parameters<typeof open>[1]): Promise<WeighedMap> {
  const map = weighedMap(text);
  await open(map.tree, options);
  await press("b");
  await map.answer(preview());
  await tab(name).click();
  await map.answer(preview());
  return map;
}

test("asks for a table only when it is shown, and shows the picture again", async () => {
  const map = weighedMap(example);
  await open(map.tree);
  expect(await sent("makeTables")).toEqual([]);
  await page().getByRole("button", { name: "Show as table" }).click();
  await map.answer(preview());
  expect(await sent("makeTables")).toMatchObject([{ kind: "assumptions", suppositions: [] }]);
  expect(await headings()).toContain("The lorries will be on the bypass by autumn.");
  expect(await card(map.card("repair")).isVisible()).toBe(false);
  await press("t");
  expect(await rows().count()).toBe(0);
  expect(await card(map.card("repair")).isVisible()).toBe(true);
});

test("sorts by a heading in one direction, the other one, and not at all", async () => {
  await openTable(example, "Competing answers");
  const original = await headings();
  const sort = header("Likelihood").getByRole("button");
  await sort.click();
  expect(await header("Likelihood").getAttribute("aria-sort")).toBe("descending");
  expect((await headings()).at(-1)).toBe("Welds on this steel do not last; it becomes brittle beside the seam.");
  await press("Enter");
  expect(await header("Likelihood").getAttribute("aria-sort")).toBe("ascending");
  expect((await headings())[0]).toBe("Welds on this steel do not last; it becomes brittle beside the seam.");
  expect(await hasFocus(sort)).toBe(true);
  await sort.click();
  expect(await header("Likelihood").getAttribute("aria-sort")).toBeNull();
  expect(await headings()).toEqual(original);
});

test("a click selects the entry and scrolls the text to it, a second one goes to the text", async () => {
  const map = await openTable(example, "Key assumptions");
  const lorries = map.card("lorries");
  await link("The lorries").click();
  await link("The lorries").click();
  expect(await sent("openCard")).toMatchObject([
    { card: lorries, preserveFocus: true },
    { card: lorries, preserveFocus: false },
  ]);
  expect(await link("The lorries").getAttribute("aria-current")).toBe("true");
});

test("leads to speakers, which have no cards", async () => {
  await openTable(example, "Positions");
  await page().getByRole("link", { name: "Go to the text of Harriet Moss" }).click();
  expect(await sent("openCard")).toHaveLength(1);
});

test("arrow keys move between the links, of which one is a tab stop", async () => {
  await openTable(example, "Key assumptions");
  expect(await page().locator('.entry-link[tabindex="0"]').count()).toBe(1);
  const first = rows().nth(0);
  await first.locator("th .entry-link").focus();
  await press("ArrowRight");
  expect(await hasFocus(first.locator("td .entry-link").first())).toBe(true);
  await press("ArrowDown");
  expect(await hasFocus(rows().nth(1).locator("td .entry-link").first())).toBe(true);
  expect(await page().locator('.entry-link[tabindex="0"]').count()).toBe(1);
  await press("Home", "Enter");
  expect(await sent("openCard")).toMatchObject([{ preserveFocus: false }]);
});

test("arrow keys switch between the tables", async () => {
  const map = await openTable(example, "Positions");
  await tab("Positions").focus();
  await press("ArrowLeft");
  await map.answer(preview());
  expect(await hasFocus(tab("Sources"))).toBe(true);
  expect(await page().getByRole("tab", { selected: true }).allTextContents()).toEqual(["Sources"]);
  expect(await headings()).toEqual(["Traffic and housing forecast for Marl", "Ultrasonic scan of the Marl bridge"]);
});

test("follows the text", async () => {
  const map = await openTable(example, "Key assumptions");
  const later = weighedMap(example.replace("The lorries will be", "All lorries will be"));
  await changeTo(later.tree);
  await later.answer(preview());
  expect((await headings()).join()).toContain("All lorries will be on the bypass");
  expect(map.tree).not.toBe(later.tree);
});

test("respects what the user supposes", async () => {
  const map = weighedMap(example);
  await open(map.tree);
  await card(map.card("lorries")).focus();
  await press("h", "h", "b");
  await map.answer(preview());
  expect((await sent("makeTables")).at(-1)).toMatchObject({
    suppositions: [{ card: map.card("lorries"), isTrue: false }],
  });
});

test("find marks the links to what it finds, and the filter dims or hides rows", async () => {
  await openTable(example, "Key assumptions");
  const all = await rows().count();
  await press("/");
  await type("lorries");
  expect(await page().locator("th .entry-link.is-hit").allTextContents()).toEqual([
    "The lorries will be on the bypass by autumn.",
  ]);
  await press("Escape", "s");
  await page().getByRole("checkbox", { name: "objection 6" }).check();
  expect(await page().locator("tbody tr.is-dimmed").count()).toBe(5);
  await page().getByRole("checkbox", { name: "Hide other cards" }).check();
  expect(await rows().count()).toBe(all - 5);
});

test("exports what is shown, in its order", async () => {
  await openTable(example, "Key assumptions");
  await header("Assumption").getByRole("button").click();
  await page().getByRole("button", { name: "Export…" }).click();
  const [message] = await sent("exportTables");
  const exported = message?.tables[0]?.rows.map(([heading]) =>
    heading?.text.map((part) => (typeof part === "string" ? part : part.label)).join(""),
  );
  expect(exported).toEqual(await headings());
});

test("copies a table as Markdown, and for word processors", async () => {
  await openTable(example, "Sources");
  await page().context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page().getByRole("button", { name: "Copy as Markdown" }).click();
  await page().getByText("Copied the table.").waitFor({ state: "attached" });
  expect(await page().evaluate("navigator.clipboard.readText()")).toContain("| Source | Reliability |");
  await page().getByRole("button", { name: "Copy the table" }).click();
  await expect
    .poll(() => page().evaluate("navigator.clipboard.read().then(([item]) => item.types)"))
    .toEqual(["text/plain", "text/html"]);
});

test("says so where a table is empty", async () => {
  await openTable("claim keep: The charge should stay.\n", "Sources");
  expect(await page().locator(".tables .note").allTextContents()).toEqual([
    "No source is defined. Write “source name: Title”.",
  ]);
  expect(await page().getByRole("button", { name: "Export…" }).count()).toBe(0);
});

test("tables of the example, for a human to look at", async () => {
  for (const theme of screenshotThemes) {
    const map = await openTable(example, "Competing answers", { theme });
    await link("The lorries").click();
    await screenshot(`tables ${theme} answers`);
    for (const name of ["Positions", "Key assumptions", "Sources"]) {
      await tab(name).click();
      await map.answer(preview());
      await screenshot(`tables ${theme} ${name}`);
    }
  }
  await openTable(example, "Competing answers", { width: 380, height: 700 });
  await screenshot("tables narrow");
});
