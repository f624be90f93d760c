/** Tables in a terminal. */
import { expect, test } from "vitest";
import { tablesToText } from "../../../../server/core/tables/formats/text.ts";
import { tableOfTexts } from "../../../support/tables/tables.ts";

const describeEntry = (entry: string): string => `map.argmap:${entry} `;

test("writes a paragraph for each row, with the headings of its cells and without empty ones", () => {
  const table = tableOfTexts([
    ["Evidence", "Keep", "Leave"],
    ["It is fair.", "for", ""],
    ["It is dear.", "", "for"],
  ]);
  expect(tablesToText([{ ...table, totals: [[{ text: ["Sum"] }, { text: ["1"] }]] }], describeEntry)).toBe(
    "A table\n\nIt is fair.\n    Keep: for\nIt is dear.\n    Leave: for\nSum\n    Keep: 1\n",
  );
});

test("puts the place of its entry before a row, and the notes at the end", () => {
  const table = tableOfTexts([["Evidence"]]);
  const rows = [[{ text: ["Fair: ", { label: "fair", entry: "7" }, " indeed"] }], [{ text: ["Unlinked"] }]];
  expect(tablesToText([{ ...table, rows, notes: [["See ", { label: "it", entry: "8" }, "."]] }], describeEntry)).toBe(
    "A table\n\nmap.argmap:7 Fair: fair indeed\nUnlinked\n\nSee it.\n",
  );
});

test("separates tables by an empty line", () => {
  const table = tableOfTexts([["Evidence"], ["One"]]);
  expect(tablesToText([table, table], describeEntry)).toBe("A table\n\nOne\n\nA table\n\nOne\n");
});
