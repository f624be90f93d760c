import { expect, test } from "vitest";
import { MAP_URI, usePage } from "../../../support/browser/usePage.ts";
import { claim, treeOf } from "../../../support/trees/treeFixtures.ts";

const { focusCard, open, page, press, sent } = usePage({ width: 1400, height: 700 });

test("shows the passage of a quote by click and by keyboard, if its source has a file", async () => {
  const quotes = [
    { text: "it fell", source: "Report", page: "3", link: "7" },
    { text: "it rose", source: "A book", page: undefined },
  ];
  const passage = { type: "openPassage", map: MAP_URI, quote: "7" };
  await open(treeOf(claim("Nitrogen fell.", { id: "fell", quotes })));
  await focusCard("fell");
  await press("q");
  const dialog = page().getByRole("dialog", { name: "Quotes" });
  expect(await dialog.getByRole("button", { name: "it rose" }).count()).toBe(0);
  await dialog.getByRole("button", { name: "it fell" }).click();
  expect(await sent("openPassage")).toEqual([passage]);
  await press("Escape", "q", "Tab", "Enter");
  expect(await sent("openPassage")).toEqual([passage, passage]);
  expect(await sent("openCard")).toEqual([]);
});
