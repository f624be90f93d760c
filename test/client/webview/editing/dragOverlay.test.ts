import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { chargeTree, chargeTreeWith } from "../../../support/trees/chargeTree.ts";
import { objection } from "../../../support/trees/treeFixtures.ts";

const { boxOf, card, changeTo, open, page, press, screenshot, sent, sentEdits } = usePage();
const hint = () => page().locator(".drop-hint").textContent();
const dragPreview = () => page().locator(".drag-preview");

/** Presses the mouse on a card and moves it to the middle of another one. */
async function dragTo(id: string, target: string): Promise<void> {
  const [from, to] = [await middleOf(id), await middleOf(target)];
  const { mouse } = page();
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 10, from.y + 10);
  await mouse.move(to.x, to.y, { steps: 4 });
}
async function middleOf(id: string) {
  const { x, y, width, height } = await boxOf(id);
  return { x: x + width / 2, y: y + height / 2 };
}
const drop = () => page().mouse.up();

test("drags a card, says what dropping it would do, and moves its branch", async () => {
  await open(chargeTree);
  await dragTo("shops", "buses");
  expect(await hint()).toBe("Objection to “The buses run to time.” · Alt: reason for");
  await screenshot("editing drag");
  expect(await page().locator(".card.is-drop-target").count()).toBeGreaterThan(2);
  await drop();
  expect(await sentEdits()).toEqual([{ card: "shops", type: "move", parent: "buses", kind: "objection" }]);
  expect(await dragPreview().count()).toBe(0);
  expect(await sent("openCard")).toEqual([]);
});

test("continues the drag when the map changes", async () => {
  await open(chargeTree);
  await dragTo("shops", "buses");
  await changeTo(chargeTreeWith(objection("Another.", { id: "another" })));
  expect(await dragPreview().count()).toBe(1);
  await drop();
  expect(await sentEdits()).toMatchObject([{ type: "move" }]);
  expect(await dragPreview().count()).toBe(0);
});

test("converts an objection to a reason with Alt", async () => {
  await open(chargeTree);
  await dragTo("shops", "buses");
  await page().keyboard.down("Alt");
  expect(await hint()).toBe("Reason for “The buses run to time.” · without Alt: objection to");
  await drop();
  await page().keyboard.up("Alt");
  expect(await sentEdits()).toEqual([{ card: "shops", type: "move", parent: "buses", kind: "reason" }]);
});

test("dims the cards that are no targets, and does not drop on them", async () => {
  await open(chargeTree);
  await dragTo("fell", "buses");
  expect(await hint()).toBe("Cannot be placed under “The buses run to time.”");
  expect(await card("buses").getAttribute("class")).toContain("dimmed");
  await screenshot("editing drag impossible");
  await drop();
  expect(await sentEdits()).toEqual([]);
});

test("cancels the drag on Escape", async () => {
  await open(chargeTree);
  await dragTo("fell", "cars");
  expect(await hint()).toBe("Premise of “Fewer cars.”");
  await press("Escape");
  await drop();
  expect(await sentEdits()).toEqual([]);
  expect(await page().locator(".drag-preview, .drop-hint, .card.is-drop-target").count()).toBe(0);
});

test("does not drop a branch on itself", async () => {
  await open(chargeTree);
  await dragTo("air", "fell");
  await drop();
  expect(await sentEdits()).toEqual([]);
});

test("still pans the picture when the drag starts beside the cards", async () => {
  await open(chargeTree);
  const before = await boxOf("keep");
  const { mouse } = page();
  await mouse.move(20, 600);
  await mouse.down();
  await mouse.move(60, 570, { steps: 3 });
  await mouse.up();
  const after = await boxOf("keep");
  expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([40, -30]);
});
