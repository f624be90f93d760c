import fc from "fast-check";
import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { expect, test } from "vitest";
import { tablesToMarkdown } from "../../../../server/core/tables/formats/markdown.ts";
import { htmlCells } from "../../../support/tables/htmlCells.ts";
import { tableOfTexts, textTables } from "../../../support/tables/tables.ts";

const render = (markdown: string): string =>
  micromark(markdown, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });

test("writes a table with a title, aligned numbers, bold totals and notes", () => {
  const table = tableOfTexts([
    ["Evidence", "Keep"],
    ["It is fair.", "for (+20%)"],
  ]);
  expect(
    tablesToMarkdown([
      {
        ...table,
        columns: [
          { heading: "Evidence", isNumeric: false },
          { heading: "Keep", isNumeric: true },
        ],
        totals: [[{ text: ["Sum"] }, { text: ["0.20"] }]],
        notes: [["See ", { label: "it", entry: "" }, "."]],
      },
    ]),
  ).toBe(`## A table

| Evidence | Keep |
| --- | ---: |
| It is fair. | for (+20%) |
| **Sum** | **0.20** |

- See it.
`);
});

test("shows each text as it is, in its cell", () => {
  fc.assert(
    fc.property(textTables, (texts) => {
      const shown = htmlCells(render(tablesToMarkdown([tableOfTexts(texts)])));
      expect(shown).toEqual(texts.map((row) => row.map((text) => text.replace(/\s+/g, " ").trim())));
    }),
  );
});
