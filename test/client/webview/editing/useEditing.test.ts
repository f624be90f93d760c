import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { chargeTree } from "../../../support/trees/chargeTree.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { answerEdit, boxOf, focusCard, open, page, press, preview, screenshot, sentEdits, type } = usePage();
const notice = () => page().locator(".notice");

test("moves a branch by keyboard: m, the new parent, Enter", async () => {
  await open(chargeTree);
  await focusCard("shops");
  await press("m");
  expect(await notice().textContent()).toContain("Moving “Fewer customers.”");
  await focusCard("buses");
  await press("ArrowRight", "ArrowLeft");
  expect(await notice().textContent()).toContain(
    "Enter: objection to “The buses run to time.” · Alt+Enter: reason for it",
  );
  await screenshot("editing move by keys");
  await press("Enter");
  expect(await sentEdits()).toEqual([{ card: "shops", type: "move", parent: "buses", kind: "objection" }]);
  await answerEdit({ type: "applied" });
  await focusCard("shops");
  await press("m");
  await focusCard("cars");
  await press("Alt+Enter");
  expect((await sentEdits()).at(-1)).toEqual({ card: "shops", type: "move", parent: "cars", kind: "reason" });
  await press("m", "Escape");
  expect(await notice().count()).toBe(0);
});

describe("in a large map", () => {
  const CARDS = 1500;
  const large = treeOf(
    ...Array.from({ length: CARDS }, (_, n) => claim(`Claim ${n}.`, { id: `c${n}` })),
    claim("The charge should stay.", { id: "keep" }, reason("Cleaner air.", { id: "air" })),
  );

  /** Opens the map and focuses its last card. */
  async function openAtLastCard(): Promise<void> {
    await open(large);
    await preview().send({ type: "cursor", card: "air" });
    await focusCard("air");
  }

  /** Counts the insertions into maps and sets from now on: one per card for each pass over the map. */
  const countInsertions = (): Promise<void> =>
    page().evaluate(() => {
      const counted = { insertions: 0 };
      Object.assign(globalThis, { counted });
      for (const table of [Map, Set]) {
        const insert = table === Map ? "set" : "add";
        // `Map` and `Set` have no common type for this method.
        const original = (table.prototype as unknown as Record<string, (...args: unknown[]) => unknown>)[insert];
        Object.assign(table.prototype, {
          [insert](this: unknown, ...args: unknown[]) {
            counted.insertions += 1;
            return original?.apply(this, args);
          },
        });
      }
    });
  const insertions = (): Promise<number> => page().evaluate<number>("counted.insertions");

  test("opens the menu without a pass over the map per card", async () => {
    await openAtLastCard();
    await countInsertions();
    await press("Shift+F10");
    expect(await page().locator("[role=menuitem]").count()).toBeGreaterThan(10);
    expect(await insertions()).toBeLessThan(10 * CARDS);
  });

  test("drags a card without a pass over the map per mouse event", async () => {
    await openAtLastCard();
    const { x, y, width, height } = await boxOf("air");
    const [left, top] = [x + width / 2, y + height / 2];
    const { mouse } = page();
    await mouse.move(left, top);
    await mouse.down();
    await mouse.move(left + 20, top + 20, { steps: 3 });
    await expect.poll(() => page().locator(".drag-preview").count()).toBe(1);
    await countInsertions();
    await mouse.move(left + 60, top + 40, { steps: 20 });
    // The page may save the view once meanwhile.
    expect(await insertions()).toBeLessThan(5 * CARDS);
    await press("Escape");
    await mouse.up();
  });
});

/** The serious accessibility violations in a part of the page. */
async function violationsIn(part: string): Promise<readonly string[]> {
  await page().evaluate(axe.source);
  return page().evaluate(async (part) => {
    // The script of axe-core defines this global variable.
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    const { violations } = await axe.run(part);
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
  }, part);
}

test("has no serious accessibility violation in any state of editing", async () => {
  await open(chargeTree);
  await focusCard("air");
  await press("Shift+F10");
  expect(await violationsIn(".context-menu")).toEqual([]);
  await press("Escape", "r");
  expect(await violationsIn(".inline-editor")).toEqual([]);
  await press("Escape", "m");
  expect(await violationsIn(".notice")).toEqual([]);
  await press("Escape", "Delete");
  await answerEdit({
    type: "needsConfirmation",
    question: "Delete this reason and 1 entry that depends on it?",
    confirmLabel: "Delete",
  });
  expect(await violationsIn(".confirm-dialog")).toEqual([]);
});

test.each(["dark", "high-contrast-dark"] as const)("has none in the theme %s", async (theme) => {
  await open(chargeTree, { theme, width: 760, height: 520 });
  await focusCard("air");
  await press("Shift+F10");
  await screenshot(`editing menu ${theme}`);
  expect(await violationsIn(".context-menu")).toEqual([]);
  await press("Escape", "o");
  await type("The winter was mild, and a mild winter has cleaner air than a cold one wherever one looks.");
  await screenshot(`editing new card ${theme}`);
  expect(await violationsIn(".inline-editor")).toEqual([]);
});
