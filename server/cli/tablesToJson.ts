/** Tables as JSON, for other programs. */
import { type Entry, lineNumberOf } from "../core/language/entry.ts";
import { type Cell, entriesIn, plainText, type Table } from "../core/tables/table.ts";

/** Returns tables as plain data: every cell with its text, its number, and the entries that it leads to. */
export const tablesToJson = (tables: readonly Table<Entry>[]) =>
  tables.map(({ kind, title, columns, rows, totals, notes }) => ({
    kind,
    title,
    columns: columns.map(({ heading, entry }) => ({ heading, ...(entry && { entry: toJson(entry) }) })),
    rows: rows.map((cells) => cells.map(cellToJson)),
    totals: totals.map((cells) => cells.map(cellToJson)),
    notes: notes.map(plainText),
  }));

const cellToJson = ({ text, value, tone }: Cell<Entry>) => ({
  text: plainText(text),
  ...(value !== undefined && { value: Number(value.toFixed(12)) }),
  ...(tone !== undefined && { tone }),
  entries: entriesIn(text).map(toJson),
});

const toJson = (entry: Entry) => ({
  name: entry.head.name?.text ?? null,
  line: lineNumberOf(entry),
  kind: entry.head.keyword,
});
