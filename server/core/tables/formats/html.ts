/** Tables as HTML: a fragment to be pasted, or a page without scripts. */
import { escapeXml } from "../../strings/escapeXml.ts";
import { type Cell, plainText, type Row, type Table } from "../table.ts";

/** The page needs no network, and follows the color scheme of the reader's system. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.scrolls { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: 600; font-size: 1.2em; text-align: start; padding: 1rem 0 .5rem; }
th, td { border: 1px solid light-dark(#b8bfc6, #555); padding: .35rem .6rem; text-align: start; vertical-align: top; }
thead th { background: light-dark(#eef1f4, #2b2f33); }
tbody th { font-weight: 400; min-width: 14rem; }
tfoot th, tfoot td { border-top-width: 2px; font-weight: 600; }
.number { text-align: end; white-space: nowrap; }
.strongly-for { background: light-dark(#b5e2d8, #0b5a4d); }
.for { background: light-dark(#e0f3ee, #153a34); }
.against { background: light-dark(#fdebdd, #47301d); }
.strongly-against, .conflict { background: light-dark(#f9d0ae, #6e3d12); }
`;

/** Returns tables as a whole HTML document. */
export function tablesToHtml(tables: readonly Table<unknown>[], title: string, language = "en"): string {
  const body = tables.map((table) => `<div class="scrolls">\n${tableToHtml(table)}</div>\n${notesToHtml(table)}`);
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${body.join("\n")}</body>
</html>
`;
}

/** Returns a table as an element. Without a style sheet, it is what word processors and spreadsheet programs paste. */
export function tableToHtml({ title, columns, rows, totals }: Table<unknown>): string {
  const classOf = (column: number, { tone }: Partial<Cell<unknown>> = {}): string => {
    const names = [columns[column]?.isNumeric ? "number" : undefined, tone].filter((name) => name !== undefined);
    return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
  };
  const headings = columns.map(({ heading }, column) => `<th scope="col"${classOf(column)}>${escapeXml(heading)}</th>`);
  const rowToHtml = (row: Row<unknown>): string => {
    const cells = row.map((cell, column) => {
      const text = escapeXml(plainText(cell.text));
      return column === 0 ? `<th scope="row">${text}</th>` : `<td${classOf(column, cell)}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>\n`;
  };
  const foot = totals.length === 0 ? "" : `<tfoot>\n${totals.map(rowToHtml).join("")}</tfoot>\n`;
  return `<table>
<caption>${escapeXml(title)}</caption>
<thead>
<tr>${headings.join("")}</tr>
</thead>
<tbody>
${rows.map(rowToHtml).join("")}</tbody>
${foot}</table>
`;
}

const notesToHtml = ({ notes }: Table<unknown>): string =>
  notes.map((note) => `<p>${escapeXml(plainText(note))}</p>\n`).join("");
