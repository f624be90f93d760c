/** The messages between server and client about tables. */
import * as v from "valibot";
import { cellTones, type Table, tableKinds } from "../core/tables/table.ts";
import type { CardId } from "../core/tree/tree.ts";
import { cardId } from "./schemas.ts";
import { weighParams } from "./weighing.ts";

/**
 * A table whose cells lead to cards. A speaker or source, which has no card, has an id of the same form, which `LOCATE`
 * knows.
 */
export type CardTable = Table<CardId>;

const linkedText = v.array(v.union([v.string(), v.object({ label: v.string(), entry: cardId })]));
const row = v.array(
  v.object({ text: linkedText, value: v.optional(v.number()), tone: v.optional(v.picklist(cellTones)) }),
);
const table: v.GenericSchema<unknown, CardTable> = v.object({
  kind: v.picklist(tableKinds),
  title: v.string(),
  columns: v.array(v.object({ heading: v.string(), entry: v.optional(cardId), isNumeric: v.boolean() })),
  rows: v.array(row),
  totals: v.array(row),
  notes: v.array(linkedText),
});
export const cardTables = v.array(table);

/** Requests the tables of one kind about the map with this URI. Answered by `tablesResult`; null if the map is not loaded. */
export const TABLES = "argmap/tables";
export const tablesParams = v.object({
  uri: v.string(),
  kind: v.picklist(tableKinds),
  suppositions: weighParams.entries.suppositions,
  language: weighParams.entries.language,
});
export type TablesParams = v.InferOutput<typeof tablesParams>;

export const tablesResult = v.object({ tables: cardTables });
export type TablesResult = v.InferOutput<typeof tablesResult>;
