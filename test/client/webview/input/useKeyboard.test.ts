import { describe, expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { claim, objection, premise, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { answerEdit, changeTo, focusCard, focusedCard, open, page, press, preview, ...fixture } = usePage();
const { screenshot, sentEdits, textField, type } = fixture;

const map = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }, premise("It fell by a fifth.", { id: "fell" })),
    objection("Fewer customers.", { id: "shops" }),
    reason("Yes, it does.", { id: "yes" }),
  ),
);

const help = () => page().getByRole("dialog", { name: "Keyboard shortcuts" });
const isFocusInDialog = (): Promise<boolean> =>
  page()
    .locator("dialog")
    .evaluate((dialog) => dialog.contains(document.activeElement));
const sentUndoRedo = async () =>
  (await preview().sentMessages()).map(({ type }) => type).filter((one) => one === "undo" || one === "redo");

describe("the help", () => {
  test("lists the keys of each group in one column", async () => {
    await open(map);
    await press("?");
    const lefts = await page()
      .locator(".key-bindings section")
      .evaluateAll((groups) =>
        groups.map((group) => [...group.querySelectorAll("dd")].map((one) => one.getBoundingClientRect().left)),
      );
    expect(lefts.length).toBe(3);
    for (const group of lefts) expect(new Set(group).size).toBe(1);
  });

  test("lists the keys for editing", async () => {
    await open(map);
    await press("?");
    expect(await help().textContent()).toContain("Add objection");
    await screenshot("editing help");
  });

  test("closes on Escape", async () => {
    await open(map);
    await press("?");
    expect(await help().textContent()).toContain("Focus on branch");
    await press("Escape");
    // The browser reports the end of a dialog in a later task.
    await help().waitFor({ state: "detached" });
  });

  test("takes all keys, whichever of its buttons has the focus", async () => {
    await open(map);
    await focusCard("air");
    await press("?");
    for (const tab of ["Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
      await press(tab);
      expect(await isFocusInDialog(), tab).toBe(true);
      await press("x", "Delete", "F2", "Control+z", "t");
    }
    expect([...(await sentEdits()), ...(await sentUndoRedo())]).toEqual([]);
    expect(await textField().count()).toBe(0);
    await press("Escape");
    // The browser reports the end of a dialog in a later task.
    await help().waitFor({ state: "detached" });
    await press("x");
    expect(await sentEdits()).toEqual([{ card: "air", type: "convert" }]);
  });

  test("takes all keys even if nothing has the focus", async () => {
    await open(map);
    await focusCard("air");
    await press("?");
    await page().evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true })));
    expect(await sentEdits()).toEqual([]);
  });
});

test("a question takes all keys until it is answered", async () => {
  await open(map);
  await focusCard("air");
  await press("Delete");
  await answerEdit({ type: "needsConfirmation", question: "Delete both?", confirmLabel: "Delete" });
  for (const tab of ["Tab", "Tab", "Tab", "Shift+Tab"]) {
    await press(tab);
    expect(await isFocusInDialog(), tab).toBe(true);
    await press("x");
  }
  expect(await sentEdits()).toHaveLength(1);
});

describe("undo and redo", () => {
  test("are sent to the editor, but not while a text is edited", async () => {
    await open(map);
    await focusCard("air");
    await press("Control+z", "Control+y", "Control+Shift+Z");
    await press("F2", "Control+z", "Escape");
    expect(await sentUndoRedo()).toEqual(["undo", "redo", "redo"]);
  });

  test("work in a map that has become empty", async () => {
    await open(map);
    await focusCard("keep");
    await changeTo(treeOf());
    await page().getByText("This map is empty").waitFor();
    await press("Control+z", "Control+y");
    expect(await sentUndoRedo()).toEqual(["undo", "redo"]);
  });
});

test("Ctrl+F submits the open text field and moves the focus to the search", async () => {
  await open(map);
  await focusCard("air");
  await press("F2");
  await type(" Now.");
  await press("Control+f");
  await type("yes");
  expect(await page().getByRole("textbox", { name: "Find in the map" }).inputValue()).toBe("yes");
  expect(await sentEdits()).toEqual([{ card: "air", type: "setText", text: "Cleaner air. Now." }]);
});

test("the keys / and ? type these characters in a text field", async () => {
  await open(map);
  await focusCard("air");
  await press("F2");
  await type("/?");
  expect(await textField().inputValue()).toBe("Cleaner air./?");
});

describe("typing the first letters of a card", () => {
  test("selects it", async () => {
    await open(map);
    await focusCard("keep");
    // In one step, so that the letters belong together however slow the machine is.
    await page().evaluate(() => {
      for (const key of "FEWER")
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: true, bubbles: true }));
    });
    expect(await focusedCard()).toBe("shops");
  });

  test("works with letters that are bound to a command", async () => {
    await open(treeOf(claim("Stay.", { id: "keep" }, reason("Fewer cars.", { id: "cars" }))));
    await focusCard("keep");
    await press("Shift+F");
    expect(await focusedCard()).toBe("cars");
    expect(await page().getByRole("dialog").count()).toBe(0);
  });

  test("does not keep the next key from running its command", async () => {
    await open(map);
    await focusCard("keep");
    await press("Shift+Y");
    expect(await focusedCard()).toBe("yes");
    await press("i");
    await page().getByRole("dialog", { name: "Entry details" }).waitFor();
    await press("Escape", "Shift+C", "?");
    await help().waitFor();
    await screenshot("help");
    await press("Escape", "Shift+Y", "s");
    await page().getByRole("dialog", { name: "Filter" }).waitFor();
  });
});
