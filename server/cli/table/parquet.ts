/** Parquet files. Its libraries are loaded with the first table in this format. */
import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import { fileWriter, parquetWriteRows } from "hyparquet-writer";
import { type AnyRow, type ColumnType, type CorpusTable, tableColumns } from "./columns.ts";

/** An element of a schema, as the writer declares it: it may come with another version of the reader. */
type SchemaElement = NonNullable<Parameters<typeof parquetWriteRows>[0]["schema"]>[number];

/** The number of rows in memory at a time. */
const ROWS_IN_GROUP = 20_000;

const scalarTypes = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Readonly<Record<Exclude<ColumnType, "list">, Partial<SchemaElement>>>;

/** Returns the schema of a table, with lists in the form that all readers know. */
function schemaOf(columns: Readonly<Record<string, ColumnType>>): SchemaElement[] {
  const fields = Object.entries(columns).flatMap(([name, type]): SchemaElement[] =>
    type === "list"
      ? [
          { name, repetition_type: "REQUIRED", converted_type: "LIST", num_children: 1 },
          { name: "list", repetition_type: "REPEATED", num_children: 1 },
          { name: "element", repetition_type: "REQUIRED", ...scalarTypes.text },
        ]
      : [{ name, repetition_type: "OPTIONAL", ...scalarTypes[type] }],
  );
  return [{ name: "schema", num_children: Object.keys(columns).length }, ...fields];
}

/** Writes rows to a new file, group by group. */
export async function writeParquet(
  path: string,
  table: CorpusTable,
  rows: Iterable<AnyRow> | AsyncIterable<AnyRow>,
): Promise<void> {
  const columns = tableColumns[table];
  await parquetWriteRows({
    writer: fileWriter(path),
    rows,
    columns: Object.keys(columns).map((name) => ({ name })),
    schema: schemaOf(columns),
    rowGroupSize: ROWS_IN_GROUP,
  });
}

/** Reads all rows of a file that {@link writeParquet} has written. */
export async function readParquet(path: string): Promise<readonly AnyRow[]> {
  const bytes = new Uint8Array(readFileSync(path));
  // The columns are those of the schema above.
  return (await parquetReadObjects({ file: bytes.buffer })) as AnyRow[];
}
