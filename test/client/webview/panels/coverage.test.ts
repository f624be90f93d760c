import { expect, test } from "vitest";
import { MAP_URI, usePage } from "../../../support/browser/usePage.ts";
import { questionTree } from "../../../support/trees/questionTree.ts";

const { open, page, press, preview, sent, showTree } = usePage({ width: 1400, height: 700 });
const counts = { cited: 12, paragraphs: 30, unquoted: 4 };
const summary = () => page().locator(".coverage");

test("shows the coverage while it is on, and leads to what is not cited", async () => {
  await open(questionTree);
  expect(await summary().count()).toBe(0);
  await preview().send({ type: "coverage", counts });
  expect(await summary().locator("> span").allTextContents()).toEqual([
    "12 of 30 paragraphs cited",
    "4 entries without a quote",
  ]);
  await preview().send({ type: "coverage", counts: { ...counts, unquoted: 1 } });
  expect(await summary().textContent()).toContain("1 entry without a quote");
  await summary().focus();
  await press("Enter");
  expect(await sent("showUncited")).toEqual([{ type: "showUncited", map: MAP_URI }]);
  expect(await sent("openCard")).toEqual([]);
  await preview().send({ type: "coverage", counts: null });
  expect(await summary().count()).toBe(0);
});

test("does not show the coverage of one map with another", async () => {
  await open(questionTree);
  await preview().send({ type: "coverage", counts });
  await showTree(questionTree, "file:///other.argmap");
  expect(await summary().count()).toBe(0);
});
