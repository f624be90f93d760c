import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { acceptedItems, foundItem, pickOrType } from "../../../client/editor/pickOrType.ts";
import { FakeQuickPick } from "../../support/fakeQuickPick.ts";
import { QuickPickItemKind, window } from "../../support/fakeVscode.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));

const heading = { label: "in this paragraph", kind: QuickPickItemKind.Separator };
const lind = { label: "Mara Lind", description: "lind" };
const roy = { label: "Roy" };
const newItem = (typed: string) => ({ label: `New “${typed}”`, alwaysShow: true });

let quickPick: FakeQuickPick<{ readonly label: string }>;
beforeEach(() => {
  vi.spyOn(window, "createQuickPick").mockImplementation((() => {
    quickPick = new FakeQuickPick();
    return quickPick;
  }) as never);
});
afterEach(() => vi.restoreAllMocks());

/** Opens a list in which VS Code highlights nothing by itself, as when the user is faster. */
const pick = (options: Partial<Parameters<typeof pickOrType>[0]> = {}) =>
  pickOrType({
    title: "Who?",
    placeholder: "",
    items: [heading, lind, roy],
    typedItem: (typed) => (typed === "" ? undefined : newItem(typed)),
    ...options,
  });

const picked = async (answer: ReturnType<typeof pick>) => (await answer)?.map(({ label }) => label);

test("returns the item that the user picks", async () => {
  const answer = pick();
  quickPick.activeItems = [roy];
  quickPick.pressEnter();
  expect(await picked(answer)).toEqual(["Roy"]);
});

test("returns nothing if the user cancels", async () => {
  const answer = pick();
  quickPick.hide();
  expect(await picked(answer)).toBeUndefined();
});

test("Enter before anything is highlighted takes the first item, or the current one", async () => {
  const first = pick();
  quickPick.pressEnter();
  expect(await picked(first)).toEqual(["Mara Lind"]);
  const current = pick({ current: [roy] });
  expect(quickPick.activeItems).toEqual([roy]);
  quickPick.activeItems = [];
  quickPick.pressEnter();
  expect(await picked(current)).toEqual(["Roy"]);
});

test("Enter right after typing takes the item that contains the text, or else the new one", async () => {
  const found = pick();
  quickPick.type("RO");
  quickPick.pressEnter();
  expect(await picked(found)).toEqual(["Roy"]);
  const typed = pick();
  quickPick.type("Wei");
  quickPick.pressEnter();
  expect(await picked(typed)).toEqual(["New “Wei”"]);
});

test("stays open if nothing matches the typed text", async () => {
  const answer = pick({ typedItem: () => undefined });
  quickPick.type("xyz");
  quickPick.pressEnter();
  quickPick.type("roy");
  quickPick.pressEnter();
  expect(await picked(answer)).toEqual(["Roy"]);
});

test("with check boxes, returns what is checked, with what was typed last", async () => {
  const answer = pick({ isMultiple: true, current: [lind] });
  expect(quickPick.selectedItems).toEqual([lind]);
  quickPick.type("Wei");
  quickPick.pressEnter();
  expect(await picked(answer)).toEqual(["Mara Lind", "New “Wei”"]);
});

test("accepts what is checked, or else what the typed text found", () => {
  expect(acceptedItems([lind], [lind], roy)).toEqual([lind, roy]);
  expect(acceptedItems([lind], [lind], undefined)).toEqual([lind]);
  expect(acceptedItems([], [lind], roy)).toEqual([]);
});

test("finds the first item that contains the typed text, or else the one for a new value", () => {
  const wei = newItem("Wei Zongyou");
  const items = [heading, lind, roy, wei];
  expect(foundItem(items, "RO")).toBe(roy);
  expect(foundItem(items, "lind")).toBe(lind);
  expect(foundItem(items, "paragraph")).toBe(wei);
  expect(foundItem(items, "Wei  Zongyou")).toBe(wei);
  expect(foundItem(items, " ")).toBeUndefined();
});
