/** Makes the tables about a map. */
import type { Entry } from "../../language/entry.ts";
import type { Table, TableKind } from "../../tables/table.ts";
import { answersTables } from "./answersTable.ts";
import { assumptionsTable } from "./assumptionsTable.ts";
import { positionsTable } from "./positionsTable.ts";
import type { ReportedMap, WeighedMap } from "./reportedMap.ts";
import { sourcesTable } from "./sourcesTable.ts";

/** The tables that show likelihoods and importance, which take longer to compute. */
export type WeighedTableKind = "answers" | "assumptions";

/** Whether tables of a kind show likelihoods or importance. */
export const isWeighedKind = (kind: TableKind): kind is WeighedTableKind =>
  kind === "answers" || kind === "assumptions";

/** Returns the tables of one kind that have rows. */
export const tablesOf = (map: ReportedMap, kind: Exclude<TableKind, WeighedTableKind>): readonly Table<Entry>[] =>
  withRows([kind === "positions" ? positionsTable(map) : sourcesTable(map)]);

/** Does the same for the other kinds. Of competing answers there is a table for each question. */
export const weighedTablesOf = (map: WeighedMap, kind: WeighedTableKind): readonly Table<Entry>[] =>
  withRows(kind === "answers" ? answersTables(map) : [assumptionsTable(map)]);

const withRows = (tables: readonly Table<Entry>[]): readonly Table<Entry>[] =>
  tables.filter(({ rows }) => rows.length > 0);
