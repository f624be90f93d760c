/** Tables as plain text for a terminal: one paragraph for each row, so that no text has to be cut to a width. */
import { type EntryLink, plainText, type Row, type Table } from "../table.ts";

/**
 * Returns tables as text.
 *
 * @param describe returns what goes before the heading of a row: the place and the name of its entry
 */
export const tablesToText = <Entry>(tables: readonly Table<Entry>[], describe: (entry: Entry) => string): string =>
  tables.map((table) => tableToText(table, describe)).join("\n");

function tableToText<Entry>({ title, columns, rows, totals, notes }: Table<Entry>, describe: (entry: Entry) => string) {
  const paragraph = (row: Row<Entry>): string => {
    const [heading, ...cells] = row;
    const link = heading?.text.find((part): part is EntryLink<Entry> => typeof part !== "string");
    const lines = cells.flatMap((cell, index) => {
      const text = plainText(cell.text);
      return text === "" ? [] : [`    ${columns[index + 1]?.heading}: ${text}\n`];
    });
    return `${link === undefined ? "" : describe(link.entry)}${plainText(heading?.text ?? [])}\n${lines.join("")}`;
  };
  const parts = [...rows, ...totals].map(paragraph);
  return `${title}\n\n${parts.join("")}${notes.map((note) => `\n${plainText(note)}\n`).join("")}`;
}
