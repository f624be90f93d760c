/** Tables as comma-separated values: RFC 4180, safe to open in a spreadsheet program. */
import { CSV_LINE_END, csvRecord } from "../../strings/csv.ts";
import { plainText, type Row, type Table } from "../table.ts";

/** Returns tables as CSV. A single table has no title; of several, each begins with its title and ends with an empty line. */
export function tablesToCsv(tables: readonly Table<unknown>[]): string {
  return tables
    .map((table) => {
      const title = tables.length === 1 ? "" : csvRecord([table.title]);
      return (
        title +
        csvRecord(table.columns.map(({ heading }) => heading)) +
        [...table.rows, ...table.totals].map(rowRecord).join("")
      );
    })
    .join(CSV_LINE_END);
}

const rowRecord = (row: Row<unknown>): string => csvRecord(row.map(({ text }) => plainText(text)));
