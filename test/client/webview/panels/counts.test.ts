import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { claim, objection, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

const { open, page } = usePage({ width: 1000, height: 600 });
const map = treeOf(
  claim(
    "It should stay.",
    { id: "keep", name: "keep", gaps: ["unquoted"] },
    reason("It is useful.", { id: "useful" }),
    objection("It is dear.", { id: "dear", gaps: ["unanswered", "unquoted"] }),
    objection("It is old.", { id: "old" }, reason("", { id: "pill" }, reference("keep", "premise", { id: "again" }))),
  ),
);
const buttons = () => page().locator(".panel.counts button");
const dimmed = () =>
  page()
    .locator("[data-card].is-dimmed")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));

test("counts each entry once, however often it is drawn", async () => {
  await open(map);
  expect(await buttons().allTextContents()).toEqual([
    "1 claim",
    "2 reasons",
    "2 objections",
    "1 unanswered",
    "2 without a quote",
  ]);
});

test("a count filters the picture, and a second press ends that", async () => {
  await open(map);
  const unanswered = buttons().filter({ hasText: "unanswered" });
  await unanswered.click();
  await expect.poll(() => unanswered.getAttribute("aria-pressed")).toBe("true");
  expect(await dimmed()).toEqual(["useful", "old", "pill", "again"]);
  await unanswered.click();
  await expect.poll(() => unanswered.getAttribute("aria-pressed")).toBe("false");
  expect(await dimmed()).toEqual([]);
});

test("in a narrow panel, one row shows only the numbers, and each has an accessible name", async () => {
  await open(map, { width: 700, height: 600 });
  expect(await buttons().allInnerTexts()).toEqual(["1", "2", "2", "1", "2"]);
  await page().getByRole("button", { name: "2 without a quote" }).waitFor();
  const tops = await buttons().evaluateAll((all) => all.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});
