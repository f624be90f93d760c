import { describe, expect, test, vi } from "vitest";
import { diffTrees } from "../../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { cardLocator, output, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { claim, objection, premise, reason, treeOf } from "../../../support/treeFixtures.ts";

// Other tests may keep the machine busy.
vi.setConfig({ testTimeout: 20_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;

const small = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }, premise("It fell by a fifth.", { id: "fell" })),
    objection("Fewer customers.", { id: "shops" }),
    reason("Yes, it does.", { id: "yes" }),
  ),
);

const open = async (tree: Tree): Promise<void> => {
  preview = await openPreview();
  await preview.show(tree);
};
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await preview.page.keyboard.press(key);
};
const said = async (...types: readonly string[]) =>
  (await preview.sentMessages()).filter(({ type }) => types.includes(type));
const hasFocus = (selector: string): Promise<boolean> =>
  preview.page.locator(selector).evaluate((one) => one.contains(document.activeElement));

describe("while the help is open", () => {
  test("each group of keys stands in one column, and all words in one line with each other", async () => {
    await open(small);
    await press("?");
    const lefts = await preview.page
      .locator(".keys section")
      .evaluateAll((groups) =>
        groups.map((group) => [...group.querySelectorAll("dd")].map((words) => words.getBoundingClientRect().left)),
      );
    expect(lefts.length).toBe(3);
    for (const group of lefts) expect(new Set(group).size).toBe(1);
  });

  test("the keys are its own, wherever the Tab key has led", async () => {
    await open(small);
    await cardLocator(preview, "air").focus();
    await press("?");
    for (const tab of ["Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
      await press(tab);
      expect(await hasFocus("dialog"), tab).toBe(true);
      await press("x", "Delete", "F2", "Control+z", "t");
    }
    expect(await said("edit", "undo")).toEqual([]);
    expect(await preview.page.locator("textarea.writing").count()).toBe(0);
    await press("Escape");
    expect(await preview.page.getByRole("dialog").count()).toBe(0);
    await press("x");
    expect(await said("edit")).toMatchObject([{ card: "air", action: { do: "turn" } }]);
  });

  test("they are its own also where nothing has the focus", async () => {
    await open(small);
    await cardLocator(preview, "air").focus();
    await press("?");
    await preview.page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true })),
    );
    expect(await said("edit")).toEqual([]);
  });
});

test("a question keeps the keys until it is answered", async () => {
  await open(small);
  await cardLocator(preview, "air").focus();
  await press("Delete");
  await preview.send({ type: "edited", request: 1, answer: { is: "unsure", question: "Delete both?", yes: "Delete" } });
  for (const tab of ["Tab", "Tab", "Tab", "Shift+Tab"]) {
    await press(tab);
    expect(await hasFocus("dialog"), tab).toBe(true);
    await press("x");
  }
  expect((await said("edit")).length).toBe(1);
});

test("undo reaches the text from a map that has become empty", async () => {
  await open(small);
  await cardLocator(preview, "keep").focus();
  const none = treeOf();
  await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(small, none) });
  await preview.page.getByText("This map is empty").waitFor();
  await press("Control+z", "Control+y");
  expect((await said("undo", "redo")).map(({ type }) => type)).toEqual(["undo", "redo"]);
});

test("to find something hands in what is written, and is typed where one seeks", async () => {
  await open(small);
  await cardLocator(preview, "air").focus();
  await press("F2");
  await preview.page.keyboard.type(" Now.");
  await press("Control+f");
  await preview.page.keyboard.type("yes");
  expect(await preview.page.getByRole("textbox", { name: "Find in the map" }).inputValue()).toBe("yes");
  expect(await said("edit")).toMatchObject([{ card: "air", action: { do: "write", text: "Cleaner air. Now." } }]);
});

test("a slash and a question mark are words where one writes", async () => {
  await open(small);
  await cardLocator(preview, "air").focus();
  await press("F2");
  await preview.page.keyboard.type("/?");
  expect(await preview.page.locator("textarea.writing").inputValue()).toBe("Cleaner air./?");
});

test("what a key does it does also right after a letter that leads to a card", async () => {
  await open(small);
  await cardLocator(preview, "keep").focus();
  await press("Shift+Y");
  expect(await hasFocus('[data-card="yes"]')).toBe(true);
  await press("i");
  await preview.page.locator(".beside").waitFor();
  await press("Escape", "Shift+C", "?");
  await preview.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await preview.page.screenshot({ path: `${output}/help.png` });
  await press("Escape", "Shift+Y", "s");
  await preview.page.getByRole("dialog", { name: "Filter" }).waitFor();
});

test("a card is gone to by any letter that it begins with", async () => {
  await open(treeOf(claim("Stay.", { id: "keep" }, reason("Fewer cars.", { id: "cars" }))));
  await cardLocator(preview, "keep").focus();
  await press("Shift+F");
  expect(await hasFocus('[data-card="cars"]')).toBe(true);
  expect(await preview.page.getByRole("dialog").count()).toBe(0);
});
