/** The columns of the three tables that `argmap table` writes: entries, relations and quotes. */

/** A value of a cell. A list is a list in Parquet and NDJSON, and joined in CSV. */
export type CellValue = string | number | boolean | null | readonly string[];

/** `list`: a list of texts. `integer`: a whole number. */
export type ColumnType = "text" | "list" | "integer" | "number" | "boolean";

type Columns = Readonly<Record<string, ColumnType>>;

export const tableColumns = {
  /** One row for each question, claim, premise, assumption, reason, objection, source and speaker. */
  entries: {
    map: "text",
    map_title: "text",
    id: "text",
    name: "text",
    kind: "text",
    title: "text",
    text: "text",
    section: "text",
    speakers: "list",
    accepted_by: "list",
    rejected_by: "list",
    tags: "list",
    status: "text",
    likelihood_low: "number",
    likelihood_high: "number",
    strength: "number",
    schemes: "list",
    date: "text",
    line: "integer",
  },
  /** One row for each arrow of the argument, from an entry to the one that it is for, against, about or the same as. */
  relations: { map: "text", from_id: "text", to_id: "text", kind: "text", side: "text", line: "integer" },
  /** One row for each quote. */
  quotes: {
    map: "text",
    entry_id: "text",
    source_id: "text",
    source_title: "text",
    source_url: "text",
    words: "text",
    found: "boolean",
    position: "integer",
    page: "text",
    line: "integer",
  },
} as const satisfies Readonly<Record<string, Columns>>;

export type CorpusTable = keyof typeof tableColumns;
// `Object.keys` loses the type of the keys.
export const corpusTables = Object.keys(tableColumns) as readonly CorpusTable[];

type ValueOf<Type extends ColumnType> = Type extends "list"
  ? readonly string[]
  : Type extends "text"
    ? string | null
    : Type extends "boolean"
      ? boolean | null
      : number | null;

/** A row of a table, with a value for each column. */
export type CorpusRow<Table extends CorpusTable> = {
  readonly [Column in keyof (typeof tableColumns)[Table]]: (typeof tableColumns)[Table][Column] extends ColumnType
    ? ValueOf<(typeof tableColumns)[Table][Column]>
    : never;
};

/** A row of any table. */
export type AnyRow = Readonly<Record<string, CellValue>>;

/** The rows of some maps. */
export type CorpusRows = { readonly [Table in CorpusTable]: readonly CorpusRow<Table>[] };

/** The formats of the files. */
export const corpusFormats = ["parquet", "ndjson", "csv"] as const;
export type CorpusFormat = (typeof corpusFormats)[number];
