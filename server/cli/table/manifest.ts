/** The record of what a folder of tables was made from, by which a later run knows what has changed. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { corpusFormats } from "./columns.ts";

/** Spark and DuckDB pass over files whose names begin with an underscore. */
const FILE_NAME = "_argmap.json";

/** Changes whenever rows get other columns or other values. */
const VERSION = 2;

/** The size and time of a file; null for one that does not exist. */
const stamp = v.nullable(v.string());
export type FileStamp = v.InferOutput<typeof stamp>;

const recordedMap = v.object({
  stamp,
  /** The stamps of the maps that it imports and the articles that it cites, by their paths. */
  dependencies: v.record(v.string(), stamp),
});
export type RecordedMap = v.InferOutput<typeof recordedMap>;

const recordedPart = v.object({
  /** The top folder of its maps. */
  folder: v.string(),
  /** The name of its files, without ending. */
  name: v.string(),
  maps: v.record(v.string(), recordedMap),
});
export type RecordedPart = v.InferOutput<typeof recordedPart>;

const manifestSchema = v.object({
  version: v.literal(VERSION),
  format: v.picklist(corpusFormats),
  parts: v.array(recordedPart),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Returns the path of the record in a folder of tables. */
export const manifestPath = (folder: string): string => path.join(folder, FILE_NAME);

/** Reads the record of a folder; undefined if there is none, or one of another version. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(readFileSync(manifestPath(folder), "utf8")));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the text of a record. */
export const manifestText = (manifest: Omit<Manifest, "version">): string =>
  `${JSON.stringify({ version: VERSION, ...manifest })}\n`;

/** Returns the stamp of a file. */
export function stampOf(file: string): FileStamp {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.size} ${stats.mtimeMs}`;
}

/** Whether a map and all that its rows depend on are as they were. */
export const isUnchanged = (map: string, { stamp: before, dependencies }: RecordedMap): boolean =>
  before === stampOf(map) && Object.entries(dependencies).every(([file, known]) => known === stampOf(file));
