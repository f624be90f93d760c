import fc from "fast-check";
import { expect, test } from "vitest";
import { nextSorting, sortRows } from "../../../server/core/tables/sortRows.ts";
import type { Cell, Row, Table } from "../../../server/core/tables/table.ts";
import { tableOfTexts, textsOf } from "../../support/tables/tables.ts";

const numeric = { heading: "Importance", isNumeric: true };
const textual = { heading: "Source", isNumeric: false };
const withRows = (rows: readonly Row<string>[]): Table<string> => ({ ...tableOfTexts([["A", "B"]]), rows });

test("sorts texts as a reader would, with numbers in them by size", () => {
  const table = tableOfTexts([["Source"], ["part 10"], ["Éclair"], ["part 9"], ["zebra"]]);
  const sorted = textsOf(sortRows(table, { column: 0, isDescending: false }));
  expect(sorted.flat()).toEqual(["Éclair", "part 9", "part 10", "zebra"]);
});

test("sorts numbers by their values and not by their texts", () => {
  const table = withRows([
    [{ text: ["+9%"], value: 0.09 }],
    [{ text: ["−80%"], value: -0.8 }],
    [{ text: ["+30%"], value: 0.3 }],
  ]);
  expect(textsOf(sortRows(table, { column: 0, isDescending: true })).flat()).toEqual(["+30%", "+9%", "−80%"]);
});

const cells: fc.Arbitrary<Cell<string>> = fc.oneof(
  fc.constant({ text: [] }),
  fc.constantFrom("a", "b", "c").map((text) => ({ text: [text] })),
  fc.integer({ min: 0, max: 3 }).map((value) => ({ text: [`${value}`], value })),
);

test("keeps all rows, keeps equal rows in order, and puts empty cells last in both directions", () => {
  fc.assert(
    fc.property(fc.array(cells), fc.boolean(), (column, isDescending) => {
      const rows = column.map((cell, index): Row<string> => [cell, { text: [`${index}`] }]);
      const sorted = sortRows(withRows(rows), { column: 0, isDescending });
      expect(new Set(sorted)).toEqual(new Set(rows));
      const firstEmpty = sorted.findIndex(([cell]) => cell?.text.length === 0);
      if (firstEmpty >= 0) expect(sorted.slice(firstEmpty).every(([cell]) => cell?.text.length === 0)).toBe(true);
      for (const [index, [cell]] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next === undefined || JSON.stringify(cell) !== JSON.stringify(next[0])) continue;
        expect(rows.indexOf(sorted[index] ?? [])).toBeLessThan(rows.indexOf(next));
      }
    }),
  );
});

test("goes from one direction to the other and back to the order of the table, numbers from the largest first", () => {
  const directions = (column: typeof numeric) => {
    const first = nextSorting(undefined, 1, column);
    const second = nextSorting(first, 1, column);
    return [first?.isDescending, second?.isDescending, nextSorting(second, 1, column)];
  };
  expect(directions(numeric)).toEqual([true, false, undefined]);
  expect(directions(textual)).toEqual([false, true, undefined]);
});

test("starts anew at another column", () => {
  expect(nextSorting({ column: 0, isDescending: false }, 1, numeric)).toEqual({ column: 1, isDescending: true });
});
