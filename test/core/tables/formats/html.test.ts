import fc from "fast-check";
import { expect, test } from "vitest";
import { tablesToHtml } from "../../../../server/core/tables/formats/html.ts";
import { htmlCells } from "../../../support/tables/htmlCells.ts";
import { tableOfTexts, textTables } from "../../../support/tables/tables.ts";

test("marks headings of columns and rows, numbers, tones and totals", () => {
  const html = tablesToHtml(
    [
      {
        ...tableOfTexts([["A", "B"]]),
        columns: [
          { heading: "A", isNumeric: false },
          { heading: "B", isNumeric: true },
        ],
        rows: [[{ text: ["one"] }, { text: ["for (+20%)"], value: 0.2, tone: "for" }]],
        totals: [[{ text: ["sum"] }, { text: ["0.20"], value: 0.2 }]],
        notes: [["A note."]],
      },
    ],
    "A map",
    "de",
  );
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<th scope="col">A</th><th scope="col" class="number">B</th>');
  expect(html).toContain('<th scope="row">one</th><td class="number for">for (+20%)</td>');
  expect(html).toContain('<tfoot>\n<tr><th scope="row">sum</th><td class="number">0.20</td></tr>\n</tfoot>');
  expect(html).toContain("<p>A note.</p>");
});

test("shows each text as it is, in its cell", () => {
  fc.assert(
    fc.property(textTables, (texts) => {
      const shown = htmlCells(tablesToHtml([tableOfTexts(texts)], "A map"));
      expect(shown).toEqual(texts.map((row) => row.map((text) => text.trim())));
    }),
  );
});
