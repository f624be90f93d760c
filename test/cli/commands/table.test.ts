import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseCsv } from "../../../server/cli/table/parseCsv.ts";
import { argmapIn } from "../../support/programs/argmapCli.ts";
import { makeTables, writeCorpus } from "../../support/programs/corpus.ts";

const part = (folder: string, name: string): string => join(folder, "tables", name);
const rowsIn = (path: string): readonly Record<string, unknown>[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

test("writes a row for each entry, relation and quote", () => {
  const folder = writeCorpus();
  expect(makeTables(folder, "--format", "ndjson")).toMatchObject({
    status: 0,
    out: "2 maps, 2 of them read: tables\n",
  });
  const entries = rowsIn(part(folder, "entries/folder=2023/part-00000.ndjson"));
  expect(entries.map(({ id, kind }) => [id, kind])).toEqual([
    ["corpus/2023/old.argmap#lin", "speaker"],
    ["corpus/2023/old.argmap#keep", "claim"],
    ["corpus/2023/old.argmap:5", "objection"],
    ["corpus/2023/old.argmap:6", "objection"],
    ["corpus/2023/old.argmap:7", "objection"],
    ["corpus/2023/old.argmap#costs", "premise"],
    ["corpus/2023/old.argmap:9", "objection"],
    ["corpus/2023/old.argmap:10", "objection"],
  ]);
  const relations = rowsIn(part(folder, "relations/folder=2023/part-00000.ndjson"));
  const map = "corpus/2023/old.argmap";
  expect(relations).toContainEqual({
    map,
    from_id: `${map}#costs`,
    to_id: `${map}:7`,
    kind: "premise",
    side: null,
    line: 8,
  });
  expect(relations).toContainEqual({
    map,
    from_id: `${map}:10`,
    to_id: `${map}#costs`,
    kind: "attack",
    side: "against",
    line: 10,
  });
});

test("gives a relation the line of its own map that states it", () => {
  const folder = writeCorpus();
  writeFileSync(join(folder, "corpus/air.argmap"), "claim cleaner: The air got cleaner.\n");
  writeFileSync(
    join(folder, "corpus/toll.argmap"),
    "import: air.argmap\n\nclaim: Keep it.\n  reason: It worked.\n    premise cleaner\n",
  );
  argmapIn(folder, ["table", "corpus", "-o", "relations.ndjson", "--rows", "relations"]);
  expect(rowsIn(join(folder, "relations.ndjson"))).toContainEqual({
    map: "corpus/toll.argmap",
    from_id: "corpus/air.argmap#cleaner",
    to_id: "corpus/toll.argmap:4",
    kind: "premise",
    side: null,
    line: 5,
  });
});

test.each(["parquet", "ndjson", "csv"])("reads only what has changed since the last run: %s", (format) => {
  const folder = writeCorpus();
  makeTables(folder, "--format", format);
  const old = part(folder, `entries/folder=2023/part-00000.${format}`);
  const recent = part(folder, `entries/folder=2024/part-00000.${format}`);
  const before = [old, recent].map((path) => ({ path, content: readFileSync(path), inode: statSync(path).ino }));
  expect(makeTables(folder, "--format", format).out).toBe("2 maps, 0 of them read: tables\n");
  expect(before.map(({ path }) => statSync(path).ino)).toEqual(before.map(({ inode }) => inode));

  writeFileSync(join(folder, "corpus/2023/more.argmap"), "claim more: More.\n");
  expect(makeTables(folder, "--format", format).out).toBe("3 maps, 1 of them read: tables\n");
  rmSync(join(folder, "corpus/2023/more.argmap"));
  expect(makeTables(folder, "--format", format).out).toBe("2 maps, 0 of them read: tables\n");
  // Rows that were read back and written again are the same.
  expect(readFileSync(old).equals(before[0]?.content ?? Buffer.of())).toBe(true);
  expect(statSync(recent).ino).toBe(before[1]?.inode);
});

test("reads back texts with the line separator of Unicode", () => {
  const folder = writeCorpus({ "corpus/a.argmap": "claim a: One\u2028two.\n" });
  makeTables(folder, "--format", "ndjson");
  writeFileSync(join(folder, "corpus/b.argmap"), "claim b: More.\n");
  expect(makeTables(folder, "--format", "ndjson")).toMatchObject({
    status: 0,
    out: "2 maps, 1 of them read: tables\n",
  });
  const [entry] = rowsIn(part(folder, "entries/folder=corpus/part-00000.ndjson"));
  expect(entry).toMatchObject({ text: "One\u2028two." });
});

test("reads a map again when an article that it cites changes", () => {
  const folder = writeCorpus();
  makeTables(folder, "--format", "ndjson");
  writeFileSync(join(folder, "corpus/2024/report.txt"), "Nothing.\n");
  utimesSync(join(folder, "corpus/2024/report.txt"), 1, 1);
  expect(makeTables(folder, "--format", "ndjson").out).toBe("2 maps, 1 of them read: tables\n");
  const quotes = rowsIn(part(folder, "quotes/folder=2024/part-00000.ndjson"));
  expect(quotes.map(({ found }) => found)).toEqual([false, false]);
});

test("an entry without a name has another id than any entry with one", () => {
  const folder = writeCorpus({ "corpus/a.argmap": "claim L2: One.\nclaim: Two.\n" });
  argmapIn(folder, ["table", "corpus", "-o", "entries.ndjson"]);
  expect(rowsIn(join(folder, "entries.ndjson")).map(({ id }) => id)).toEqual([
    "corpus/a.argmap#L2",
    "corpus/a.argmap:2",
  ]);
});

test("refuses a format that contradicts the file name extension", () => {
  const folder = writeCorpus();
  const { status, err } = argmapIn(folder, ["table", "corpus", "-o", "entries.parquet", "--format", "csv"]);
  expect(status).toBe(2);
  expect(err).toContain("entries.parquet ends in .parquet, but --format is csv. Leave out --format.\n");
  expect(existsSync(join(folder, "entries.parquet"))).toBe(false);
});

test("removes the files of maps that are gone, and no others", () => {
  const folder = writeCorpus();
  makeTables(folder, "--format", "ndjson");
  writeFileSync(part(folder, "entries/notes.txt"), "mine");
  rmSync(join(folder, "corpus/2023"), { recursive: true });
  makeTables(folder, "--format", "ndjson");
  expect(existsSync(part(folder, "entries/folder=2023/part-00000.ndjson"))).toBe(false);
  expect(readdirSync(part(folder, "entries"))).toContain("notes.txt");
});

test("writes one table to a file, as CSV that Excel reads", () => {
  const folder = writeCorpus({ "corpus/a.argmap": 'claim a: =1+1, "so".\n  tags: x, y\n' });
  expect(argmapIn(folder, ["table", "corpus", "-o", "entries.csv"])).toMatchObject({ status: 0 });
  const csv = readFileSync(join(folder, "entries.csv"), "utf8");
  expect(csv.startsWith("\ufeff")).toBe(true);
  const [header = [], row = []] = parseCsv(csv.slice(1));
  const values = Object.fromEntries(header.map((name, index) => [name, row[index]]));
  expect(values).toMatchObject({ text: `'=1+1, "so".`, tags: "x; y", line: "1" });
});

test("says what is wrong, and writes nothing", () => {
  const folder = writeCorpus({ "corpus/a.argmap": "claim a: A.\n", "corpus/b.argmap": "claim b: B.\n" });
  expect(argmapIn(folder, ["table", "corpus"]).err).toContain("Name a folder or file for the tables with -o.");
  expect(argmapIn(folder, ["table", "corpus", "-o", "a.xlsx"])).toMatchObject({
    status: 2,
    err: expect.stringContaining("a file that ends in .parquet, .ndjson or .csv"),
  });
  makeTables(folder);
  expect(makeTables(folder, "--format", "csv")).toMatchObject({
    status: 2,
    err: expect.stringContaining("as parquet"),
  });
});
