import { expect, test } from "vitest";
import { entriesIn, mapEntries, plainText, type Table } from "../../../server/core/tables/table.ts";

const table: Table<number> = {
  kind: "positions",
  title: "Positions",
  columns: [
    { heading: "Statement", isNumeric: false },
    { heading: "Ann", entry: 1, isNumeric: false },
  ],
  rows: [
    [
      { text: [{ label: "The charge", entry: 2 }] },
      { text: [{ label: "holds", entry: 3 }, " ≠ ", { label: "B", entry: 4 }] },
    ],
  ],
  totals: [],
  notes: [["See ", { label: "Ann", entry: 1 }, "."]],
};

test("leads from cells, headings and notes to what the entries are replaced with", () => {
  const mapped = mapEntries(table, (entry) => `card ${entry}`);
  expect(mapped.columns[1]?.entry).toBe("card 1");
  expect(mapped.rows.flat().flatMap(({ text }) => entriesIn(text))).toEqual(["card 2", "card 3", "card 4"]);
  expect(mapped.notes.flatMap(entriesIn)).toEqual(["card 1"]);
});

test("says the same where an entry has no replacement, and leads nowhere", () => {
  const mapped = mapEntries(table, () => undefined);
  expect(mapped.rows.flat().map(({ text }) => plainText(text))).toEqual(["The charge", "holds ≠ B"]);
  expect(mapped.rows.flat().flatMap(({ text }) => entriesIn(text))).toEqual([]);
  expect(mapped.columns[1]?.entry).toBeUndefined();
});
