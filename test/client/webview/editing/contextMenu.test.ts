import { describe, expect, test } from "vitest";
import type { CardId } from "../../../../server/core/tree/tree.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { chargeTree } from "../../../support/trees/chargeTree.ts";

const {
  answerEdit,
  card,
  focusCard,
  focusedCard,
  open,
  page,
  preview,
  press,
  screenshot,
  sent,
  sentEdits,
  shownCards,
  type,
} = usePage();
const items = () => page().locator("[role=menuitem]");

test("opens by the right mouse button and disables what the card cannot have", async () => {
  await open(chargeTree);
  await card("keep").click({ button: "right" });
  expect(await items().allTextContents()).toEqual([
    "Add reasonr",
    "Add objectiono",
    "Add premisep",
    "Add assumptiona",
    "Add answerc",
    "Add questionu",
    "Edit textF2",
    "Move to…m",
    "Speaker…",
    "Tags…",
    "Likelihood…",
    "Fold or unfold branchSpace",
    "Show branch alonef",
    "Copy text",
    "Suppose this is trueh",
    "Suppose this is false",
    "Delete branchDel",
  ]);
  const disabled = items().and(page().locator("[aria-disabled=true]"));
  expect(await disabled.allTextContents()).toEqual(["Add premisep", "Add assumptiona", "Add answerc"]);
  await screenshot("editing menu");
  await press("Escape");
  expect(await items().count()).toBe(0);
  expect(await focusedCard()).toBe("keep");
});

test.each(["Shift+F10", "ContextMenu"])("opens by %s", async (key) => {
  await open(chargeTree);
  await focusCard("keep");
  await press(key);
  expect(await items().count()).toBe(17);
});

test("opens by the button on the card, and works by arrow keys", async () => {
  await open(chargeTree);
  await card("air").hover();
  await card("air").locator(".menu-handle").click();
  await press("ArrowDown", "Enter");
  await type("New");
  await press("Enter");
  expect(await sentEdits()).toEqual([{ card: "air", type: "add", kind: "objection", text: "New" }]);
});

test("folds a branch and shows it alone, also by its key", async () => {
  await open(chargeTree);
  await card("air").click({ button: "right" });
  await page().getByRole("menuitem", { name: "Fold or unfold branch" }).click();
  expect(await card("air").getAttribute("aria-expanded")).toBe("false");
  await card("air").click({ button: "right" });
  await press("f");
  expect(await shownCards()).not.toContain("keep");
});

test("lets the user pick a property, and requests the edit", async () => {
  await open(chargeTree);
  await card("air").click({ button: "right" });
  await page().getByRole("menuitem", { name: "Strength" }).click();
  const [request] = await sent("pickProperty");
  expect(request).toMatchObject({ card: "air", property: "strength" });
  const action = { type: "setProperty", property: "strength", values: ["weak"] } as const;
  await preview().send({ type: "propertyPicked", map: request?.map ?? "", card: "air" as CardId, action });
  expect(await sentEdits()).toEqual([{ card: "air", ...action }]);
});

test("copies the text of a card", async () => {
  await open(chargeTree);
  await page().context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await card("air").click({ button: "right" });
  await page().getByRole("menuitem", { name: "Copy text" }).click();
  await expect.poll(() => page().evaluate(() => navigator.clipboard.readText())).toBe("Cleaner air.");
});

test("converts a reason to an objection", async () => {
  await open(chargeTree);
  await card("air").click({ button: "right" });
  await page().getByRole("menuitem", { name: "Convert to an objection" }).click();
  expect(await sentEdits()).toEqual([{ card: "air", type: "convert" }]);
});

test("starts a move, which a click on the new parent ends", async () => {
  await open(chargeTree);
  await card("shops").click({ button: "right" });
  await page().getByRole("menuitem", { name: "Move to" }).click();
  await card("buses").click();
  expect(await sentEdits()).toEqual([{ card: "shops", type: "move", parent: "buses", kind: "objection" }]);
  expect(await sent("openCard")).toEqual([]);
});

describe("deleting a branch", () => {
  const question = "Delete this reason and 1 entry that depends on it?";

  test("is confirmed by the user if the server asks", async () => {
    await open(chargeTree);
    await focusCard("air");
    await press("Delete");
    expect(await sentEdits()).toEqual([{ card: "air", type: "delete", isConfirmed: false }]);
    await answerEdit({ type: "needsConfirmation", question, confirmLabel: "Delete" });
    const dialog = page().getByRole("dialog", { name: question });
    await screenshot("editing question");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(await dialog.count()).toBe(0);
    await press("Delete");
    await answerEdit({ type: "needsConfirmation", question, confirmLabel: "Delete" });
    await dialog.getByRole("button", { name: "Delete" }).click();
    expect((await sentEdits()).at(-1)).toEqual({ card: "air", type: "delete", isConfirmed: true });
    expect(await dialog.count()).toBe(0);
  });
});
