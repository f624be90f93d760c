/** Tables as comma-separated values: RFC 4180, safe to open in a spreadsheet program. */
import { plainText, type Row, type Table } from "../table.ts";

/** Excel reads a file as UTF-8 only if it begins with this. */
export const BYTE_ORDER_MARK = "\ufeff";

const LINE_END = "\r\n";

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
    .join(LINE_END);
}

const rowRecord = (row: Row<unknown>): string => csvRecord(row.map(({ text }) => plainText(text)));

/** Returns a record of CSV with its line end. */
export const csvRecord = (fields: readonly string[]): string =>
  `${fields.map((text) => quoted(withoutFormula(asciiNumber(text)))).join(",")}${LINE_END}`;

/** Spreadsheet programs know no typographic minus, nor a plus before a percentage. */
const asciiNumber = (text: string): string =>
  /^[+−]?\d+(?:\.\d+)?%?$/.test(text) ? text.replace("−", "-").replace("+", "") : text;

const NUMBER = /^-?\d+(?:\.\d+)?%?$/;
/** What begins a formula, also in its full-width form, and after white space, which some programs skip. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * Puts an apostrophe before a text that a spreadsheet program would run as a formula, as the Open Worldwide Application
 * Security Project advises. Numbers stay numbers.
 */
const withoutFormula = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
