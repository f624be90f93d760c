/** Word documents with tables, read back by another library. */
import { convertToHtml } from "mammoth";
import { expect, test } from "vitest";
import { tablesToWord } from "../../server/export/tableDocument.ts";
import { htmlCells } from "../support/tables/htmlCells.ts";
import { tableOfTexts } from "../support/tables/tables.ts";

const readWord = async (content: Uint8Array): Promise<string> =>
  (await convertToHtml({ buffer: Buffer.from(content) })).value;

test("has a title, and each table with its heading, a header row, totals and notes", async () => {
  const table = {
    ...tableOfTexts([
      ["Evidence", "Keep"],
      ["It is fair.", "for (+20%)"],
    ]),
    totals: [[{ text: ["Sum"] }, { text: ["0.20"] }]],
    notes: [["A note."]],
  };
  const html = await readWord(await tablesToWord([table, table], "A map"));
  expect(html.match(/<h\d>.*?<\/h\d>/g)).toEqual(["<h1>A map</h1>", "<h2>A table</h2>", "<h2>A table</h2>"]);
  expect(html).toMatch(/<thead><tr><th>.*Evidence/);
  expect(htmlCells(html).slice(0, 3)).toEqual([
    ["Evidence", "Keep"],
    ["It is fair.", "for (+20%)"],
    ["Sum", "0.20"],
  ]);
  expect(html.match(/<p>A note\.<\/p>/g)).toHaveLength(2);
});

test("shows texts as they are, and replaces what XML cannot contain", async () => {
  const texts = ["<b>&amp;", "=1+1", "“入城费” é", "a\0b\ud800c"];
  const html = await readWord(await tablesToWord([tableOfTexts([texts])], "A map"));
  expect(htmlCells(html)[0]).toEqual(["<b>&amp;", "=1+1", "“入城费” é", "a\ufffdb\ufffdc"]);
});
