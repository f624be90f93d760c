import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { treeOf } from "../../../support/trees/treeFixtures.ts";

const { open, page } = usePage({ width: 540, height: 460 });
const instruction = () => page().locator(".welcome p").first();

test("an empty map says how to write a claim, and with a source how to take it from the article", async () => {
  await open(treeOf());
  expect(await instruction().textContent()).toContain("Write a claim.");
  await open({ ...treeOf(), metadata: { author: undefined, date: undefined, sources: ["Report"] } });
  expect(await instruction().textContent()).toContain("Select words in the article");
});
