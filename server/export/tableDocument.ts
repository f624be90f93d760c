/** Tables as a Word document. Large and rarely needed, so a bundle of its own. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from "docx";
import { withoutInvalidCharacters } from "../core/strings/escapeXml.ts";
import { type Cell, type CellTone, plainText, type Row, type Table } from "../core/tables/table.ts";

/** Fills that black text is readable on, also in print. */
const fills: Readonly<Record<CellTone, string>> = {
  "strongly-for": "B5E2D8",
  for: "E0F3EE",
  against: "FDEBDD",
  "strongly-against": "F9D0AE",
  conflict: "F9D0AE",
};
const HEADING_FILL = "EEF1F4";

/** Tables with more columns than this are on pages in landscape. */
const MAX_PORTRAIT_COLUMNS = 5;

/** Returns the content of a Word document with the tables, each with its title and notes. */
export async function tablesToWord(tables: readonly Table<unknown>[], title: string): Promise<Uint8Array> {
  const isWide = tables.some(({ columns }) => columns.length > MAX_PORTRAIT_COLUMNS);
  const document = new Document({
    title,
    creator: "Argmap",
    sections: [
      {
        properties: {
          page: { size: { orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } },
        },
        children: [heading(title, HeadingLevel.HEADING_1), ...tables.flatMap(tableElements)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text: withoutInvalidCharacters(text), heading: level, keepNext: true });

function tableElements(table: Table<unknown>): readonly (Paragraph | WordTable)[] {
  const { title, columns, rows, totals, notes } = table;
  const rowOf = (row: Row<unknown>, isBold: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      children: row.map((cell, column) => cellOf(cell, columns[column]?.isNumeric ?? false, isBold)),
    });
  const headings = columns.map(({ heading: text, isNumeric }) =>
    cellOf({ text: [text] }, isNumeric, true, HEADING_FILL),
  );
  return [
    heading(title, HeadingLevel.HEADING_2),
    new WordTable({
      width: { size: 100, type: WidthType.PERCENTAGE },
      // Word repeats the header on each page.
      rows: [
        new TableRow({ tableHeader: true, children: headings }),
        ...rows.map((row) => rowOf(row, false)),
        ...totals.map((row) => rowOf(row, true)),
      ],
    }),
    ...notes.map(
      (note) => new Paragraph({ text: withoutInvalidCharacters(plainText(note)), spacing: { before: 120 } }),
    ),
  ];
}

function cellOf({ text, tone }: Cell<unknown>, isNumeric: boolean, isBold: boolean, fill?: string): TableCell {
  const color = fill ?? (tone && fills[tone]);
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(color && { shading: { type: ShadingType.CLEAR, color: "auto", fill: color } }),
    children: [
      new Paragraph({
        alignment: isNumeric ? AlignmentType.END : AlignmentType.START,
        children: [new TextRun({ text: withoutInvalidCharacters(plainText(text)), bold: isBold })],
      }),
    ],
  });
}
