import { expect, test } from "vitest";
import { entriesIn } from "../../../../server/core/tables/table.ts";
import { shownTable, tableAbout, tablesAbout } from "../../../support/tables/tables.ts";

const charge = `
  claim keep: The charge should stay.
    reason: It makes the air cleaner.
      premise less: There is less nitrogen dioxide.
      assumption healthy: That is healthy.
        likelihood: 50%
    objection trade: The shops lost customers.
      objection: So did all shops.
`;

test("lists what the conclusions depend on, the most important first, and what falls with it", () => {
  expect(shownTable(tableAbout(charge, "assumptions"))).toEqual([
    ["Assumption", "Kind", "Likelihood", "Importance", "For each conclusion", "Falls if it is false"],
    ["That is healthy.", "Assumption", "50%", "+100%", "The charge should stay +100%", "The charge should stay"],
    [
      "There is less nitrogen dioxide.",
      "Premise",
      "100%",
      "+50%",
      "The charge should stay +50%",
      "The charge should stay",
    ],
    ["The shops lost customers.", "Objection", "0%", "−50%", "The charge should stay −50%", ""],
    ["So did all shops.", "Objection", "100%", "+50%", "The charge should stay +50%", "The charge should stay"],
  ]);
});

test("leads to the assumption and to the conclusions", () => {
  const [row = []] = tableAbout(charge, "assumptions").rows;
  expect(row.map(({ text }) => entriesIn(text).map(({ head }) => head.name?.text))).toEqual([
    ["healthy"],
    [],
    [],
    [],
    ["keep"],
    ["keep"],
  ]);
});

test("sorts by the size of the importance, whatever its sign", () => {
  const values = tableAbout(charge, "assumptions").rows.map((row) => row[3]?.value);
  expect(values).toEqual([1, 0.5, 0.5, 0.5]);
});

test("is left out where no conclusion depends on anything", () => {
  expect(tablesAbout("claim a: A.\n", "assumptions")).toEqual([]);
});
