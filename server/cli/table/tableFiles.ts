/** Reads and writes the files of the tables, in each format. */
import { createWriteStream } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BYTE_ORDER_MARK, csvRecord } from "../../core/strings/csv.ts";
import { type AnyRow, type CellValue, type CorpusFormat, type CorpusTable, tableColumns } from "./columns.ts";
import { parseCsv } from "./parseCsv.ts";

/** Writes rows to a file, whole or not at all. No more than a group of rows is in memory. */
export async function writeRows(
  path: string,
  table: CorpusTable,
  rows: Iterable<AnyRow> | AsyncIterable<AnyRow>,
  format: CorpusFormat,
): Promise<void> {
  const unfinished = `${path}.tmp-${process.pid}`;
  try {
    if (format === "parquet") {
      const { writeParquet } = await import("./parquet.ts");
      await writeParquet(unfinished, table, rows);
    } else {
      const lines = format === "csv" ? csvLines(table, rows) : jsonLines(table, rows);
      await pipeline(Readable.from(lines), createWriteStream(unfinished));
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Reads the rows of a file that {@link writeRows} has written. From CSV, all values are texts. */
export async function readRows(path: string, format: CorpusFormat): Promise<readonly AnyRow[]> {
  switch (format) {
    case "parquet": {
      const { readParquet } = await import("./parquet.ts");
      return readParquet(path);
    }
    case "ndjson": {
      // Not `readline`, which also ends lines at U+2028: texts may contain it.
      const lines = (await readFile(path, "utf8")).split("\n").slice(0, -1);
      return lines.map((line): AnyRow => JSON.parse(line));
    }
    case "csv": {
      const [header = [], ...records] = parseCsv((await readFile(path, "utf8")).replace(BYTE_ORDER_MARK, ""));
      return records.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""])));
    }
    default:
      return format satisfies never;
  }
}

async function* jsonLines(table: CorpusTable, rows: Iterable<AnyRow> | AsyncIterable<AnyRow>): AsyncIterable<string> {
  const names = Object.keys(tableColumns[table]);
  // The columns are always in the same order.
  for await (const row of rows) yield `${JSON.stringify(row, names)}\n`;
}

async function* csvLines(table: CorpusTable, rows: Iterable<AnyRow> | AsyncIterable<AnyRow>): AsyncIterable<string> {
  const names = Object.keys(tableColumns[table]);
  yield `${BYTE_ORDER_MARK}${csvRecord(names)}`;
  for await (const row of rows) yield csvRecord(names.map((name) => cellText(row[name] ?? null)));
}

const cellText = (value: CellValue): string => (typeof value === "object" ? (value ?? []).join("; ") : String(value));
