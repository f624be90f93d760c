import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { chargeTree } from "../../../support/trees/chargeTree.ts";

const { focusCard, open, page, press } = usePage();
const legend = () => page().getByRole("complementary", { name: "Legend" });

test("Esc closes the legend", async () => {
  await open(chargeTree);
  await focusCard("keep");
  await press("l");
  expect(await legend().count()).toBe(1);
  await press("Escape");
  expect(await legend().count()).toBe(0);
});
