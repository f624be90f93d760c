/** Comma-separated values: RFC 4180, safe to open in a spreadsheet program. */

/** Excel reads a file as UTF-8 only if it begins with this. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Ends each record. */
export const CSV_LINE_END = "\r\n";

/** Returns a record of CSV with its line end. */
export const csvRecord = (fields: readonly string[]): string =>
  `${fields.map((text) => quoted(withoutFormula(asciiNumber(text)))).join(",")}${CSV_LINE_END}`;

/** Spreadsheet programs know no typographic minus, nor a plus before a percentage. */
const asciiNumber = (text: string): string =>
  /^[+−]?\d+(?:\.\d+)?%?$/.test(text) ? text.replace("−", "-").replace("+", "") : text;

const NUMBER = /^-?\d+(?:\.\d+)?%?$/;
/** Matches the start of a formula, also in its full-width form, and after white space, which some programs skip. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * Puts an apostrophe before a text that a spreadsheet program would run as a formula, as the Open Worldwide Application
 * Security Project advises. Numbers stay numbers.
 */
const withoutFormula = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
