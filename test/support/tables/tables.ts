/** Tables for tests, and what they show. */
import fc from "fast-check";
import type { Entry } from "../../../server/core/language/entry.ts";
import { computeLikelihoods } from "../../../server/core/reasoning/likelihood/likelihood.ts";
import { computeImportanceMatrix } from "../../../server/core/reasoning/sensitivity/importanceMatrix.ts";
import { isWeighedKind, tablesOf, weighedTablesOf } from "../../../server/core/reasoning/tables/tablesOf.ts";
import { words } from "../../../server/core/reasoning/words/enWords.ts";
import { plainText, type Row, type Table, type TableKind } from "../../../server/core/tables/table.ts";
import { argumentOf } from "../reasoning/argumentFixture.ts";

/** Returns the tables of a kind about a map. */
export function tablesAbout(
  text: string,
  kind: TableKind,
  supposed: Readonly<Record<string, boolean>> = {},
): readonly Table<Entry>[] {
  const { files, argument, standings } = argumentOf(text, supposed);
  if (!isWeighedKind(kind)) return tablesOf({ files, argument, standings, words }, kind);
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const importance = computeImportanceMatrix(argument, files, standings.suppositions);
  return weighedTablesOf({ files, argument, standings, likelihoods, importance, words }, kind);
}

/** Returns the only table of a kind about a map. */
export function tableAbout(...args: Parameters<typeof tablesAbout>): Table<Entry> {
  const [table, ...others] = tablesAbout(...args);
  if (table === undefined || others.length > 0) throw new Error("There is not exactly one table.");
  return table;
}

/** Returns the texts of the cells. */
export const textsOf = (rows: readonly Row<unknown>[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map(({ text }) => plainText(text)));

/** Returns the texts of the cells of a table, with the row of headings. */
export const shownTable = ({ columns, rows }: Table<unknown>): readonly (readonly string[])[] => [
  columns.map(({ heading }) => heading),
  ...textsOf(rows),
];

/** Returns a table with the given texts; the first row has the headings. */
export function tableOfTexts<Linked = string>([headings = [], ...rows]: readonly (readonly string[])[]): Table<Linked> {
  return {
    kind: "assumptions",
    title: "A table",
    columns: headings.map((heading) => ({ heading, isNumeric: false })),
    rows: rows.map((row) => row.map((text) => ({ text: [text] }))),
    totals: [],
    notes: [],
  };
}

/** Texts of cells, with everything that a format could take for markup. */
const cellTexts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."=+-@'\"|\\,;*_`<>&[]#~$1.%− \t\r\nａ＝é中"), maxLength: 8 }),
);

/** The texts of a table with at least one column. */
export const textTables = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cellTexts, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );
