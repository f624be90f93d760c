import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../../../server/cli/table/parseCsv.ts";
import { tablesToCsv } from "../../../../server/core/tables/formats/csv.ts";
import { tableOfTexts, textTables } from "../../../support/tables/tables.ts";

const csvOf = (...texts: readonly string[]): string => tablesToCsv([tableOfTexts([texts])]);

test("quotes commas, quotation marks and line breaks, and ends lines as RFC 4180 says", () => {
  expect(csvOf("plain", "a, b", 'say "x"', "two\nlines")).toBe('plain,"a, b","say ""x""","two\nlines"\r\n');
});

test.each(["=1+1", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "＝1+1", " =1+1", "\t=1+1"])(
  "lets no text become a formula: %s",
  (text) => {
    expect(parseCsv(csvOf(text))).toEqual([[`'${text}`]]);
  },
);

test("keeps numbers as numbers, with signs that spreadsheet programs know", () => {
  expect(csvOf("+45%", "−20%", "0.23", "-3")).toBe("45%,-20%,0.23,-3\r\n");
});

test("leaves other texts as they are", () => {
  expect(csvOf("a = b", "for (+20%)", "<1%", "3 − 2")).toBe("a = b,for (+20%),<1%,3 − 2\r\n");
});

test("can be read back, whatever the texts are, and no field begins as a formula does", () => {
  fc.assert(
    fc.property(textTables, (texts) => {
      const read = parseCsv(tablesToCsv([tableOfTexts(texts)]));
      expect(read.map((row) => row.length)).toEqual(texts.map((row) => row.length));
      for (const [row, fields] of read.entries()) {
        for (const [column, field] of fields.entries()) {
          const text = texts[row]?.[column] ?? "";
          const number = text.replace("−", "-").replace("+", "");
          expect([text, `'${text}`, number]).toContain(field);
          expect(field).not.toMatch(/^\s*[=+@]|^\s*-(?!\d+(\.\d+)?%?$)/);
        }
      }
    }),
  );
});

test("puts the title before each of several tables, and an empty line between them", () => {
  const table = tableOfTexts([["A"], ["1"]]);
  expect(tablesToCsv([table, { ...table, title: "B" }])).toBe("A table\r\nA\r\n1\r\n\r\nB\r\nA\r\n1\r\n");
});
