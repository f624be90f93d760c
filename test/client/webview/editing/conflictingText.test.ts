/** A draft whose card or map changes while the user is typing. */
import axe from "axe-core";
import { expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { claim, objection, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { answerEdit, card, changeTo, focusCard, hasFocus, open, page, press, ...fixture } = usePage();
const { screenshot, sent, sentEdits, showTree, textField, type } = fixture;

const treeWith = (text: string): Tree =>
  treeOf(claim("Stay.", { id: "keep" }, reason(text, { id: "air" }), objection("Fewer customers.", { id: "shops" })));
const before = treeWith("Cleaner air.");
const after = treeWith("Much cleaner air.");
const otherMap = treeOf(claim("B."));

const conflict = () => page().locator(".conflict-panel");
const notices = () => page().locator(".notice");
const button = (name: string) => page().getByRole("button", { name });
const ask = (question: string) => answerEdit({ type: "needsConfirmation", question, confirmLabel: "Delete" });

/** Adds words to the text of the card `air`, which then changes in the map. */
async function openConflict(): Promise<void> {
  await open(before);
  await focusCard("air");
  await press("F2");
  await type(" Mine.");
  expect(await conflict().count()).toBe(0);
  await changeTo(after);
  await conflict().waitFor();
}

test("shows the newer text, and overwrites it only when the user says so", async () => {
  await openConflict();
  expect(await conflict().textContent()).toContain("Much cleaner air.");
  expect(await page().getByRole("status").allTextContents()).toContain(
    "The text changed while you were editing: Much cleaner air.",
  );
  await screenshot("editing conflict");
  await page().evaluate(axe.source);
  const violations = await page().evaluate(async () => {
    // The script of axe-core defines this global variable.
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    return (await axe.run(".conflict-panel")).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);
  await press("Enter");
  expect(await sentEdits()).toEqual([]);
  await press("Escape");
  expect(await hasFocus(textField())).toBe(true);
  await press("Enter", "Enter");
  expect(await sent("edit")).toMatchObject([{ version: 2, action: { type: "setText", text: "Cleaner air. Mine." } }]);
  expect(await conflict().count()).toBe(0);
});

test("does not overwrite the newer text when another card is clicked, and can discard the draft", async () => {
  await openConflict();
  await card("keep").click();
  expect(await sentEdits()).toEqual([]);
  expect(await textField().inputValue()).toBe("Cleaner air. Mine.");
  await button("Discard my changes").click();
  expect(await textField().count()).toBe(0);
  expect(await card("air").textContent()).toContain("Much cleaner air.");
  expect(await sentEdits()).toEqual([]);
});

test("shows the text of the draft when another map is shown, and still when the first map is back", async () => {
  await open(before);
  await focusCard("keep");
  await press("r");
  await type("People walk more.");
  await showTree(otherMap, "file:///other.argmap");
  expect(await notices().textContent()).toContain("You wrote: “People walk more.”");
  await showTree(before);
  expect(await notices().textContent()).toContain("You wrote: “People walk more.”");
});

test("shows the text of an edit that fails after another map is shown", async () => {
  await open(before);
  await focusCard("keep");
  await press("r");
  await type("People walk more.");
  await press("Enter");
  await showTree(otherMap, "file:///other.argmap");
  expect(await notices().count()).toBe(0);
  await answerEdit({ type: "stale" });
  expect(await notices().textContent()).toContain("You wrote: “People walk more.”");
});

test("asks again before a deletion that would remove more than the user has confirmed", async () => {
  await open(before);
  await focusCard("keep");
  await press("Delete");
  await ask("Delete 3?");
  await changeTo(after);
  await button("Delete").click();
  expect((await sent("edit")).at(-1)).toMatchObject({ version: 2, action: { type: "delete", isConfirmed: false } });
  await ask("Delete 4?");
  expect(await page().getByRole("dialog").textContent()).toContain("Delete 4?");
  await button("Delete").click();
  expect((await sent("edit")).at(-1)).toMatchObject({ version: 2, action: { type: "delete", isConfirmed: true } });
});

test("keeps unsaved text through Escape and the next edit, until the user dismisses it", async () => {
  const unsaved = expect.stringContaining("“People walk more.”");
  await open(before);
  await focusCard("keep");
  await press("r");
  await type("People walk more.");
  const liveRegions = await page().getByRole("status").elementHandles();
  await showTree(otherMap, "file:///other.argmap");
  // A screen reader only announces text in a live region that was there before.
  expect(await Promise.all(liveRegions.map((one) => one.textContent()))).toContainEqual(unsaved);
  await showTree(before);
  await focusCard("air");
  await press("Escape", "x");
  await answerEdit({ type: "rejected", message: "No." });
  expect(await notices().allTextContents()).toEqual([unsaved, "No."]);
  await screenshot("editing unsaved text");
  await press("Escape");
  expect(await notices().allTextContents()).toEqual([unsaved]);
  await button("Dismiss unsaved text").click();
  expect(await notices().count()).toBe(0);
});

test("keeps a question open while other requests wait, and opens a new dialog for the next question", async () => {
  await open(before);
  for (const id of ["keep", "air"]) {
    await focusCard(id);
    await press("Delete");
  }
  const dialog = page().getByRole("dialog");
  await ask("Delete 3?");
  expect(await dialog.textContent()).toContain("Delete 3?");
  expect(await sentEdits()).toHaveLength(1);
  await button("Delete").focus();
  await press("Enter");
  await answerEdit({ type: "applied" });
  await ask("Delete 2?");
  expect(await dialog.textContent()).toContain("Delete 2?");
  expect(await hasFocus(button("Cancel"))).toBe(true);
});
