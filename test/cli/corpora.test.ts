/** The questions of docs/corpora.md, answered by DuckDB. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { corpus } from "../support/programs/corpus.ts";
import { root } from "../support/root.ts";

const guide = readFileSync(join(root, "docs/corpora.md"), "utf8");
const [views = "", ...questions] = Array.from(guide.matchAll(/```sql\n(.*?)```/gs), ([, sql = ""]) => sql);

/** Opens the tables of a folder, as the guide does. */
async function openTables(folder: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(views.replaceAll("'tables/", `'${folder}/tables/`));
  return connection;
}

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson();

test("answers each question of the guide", async () => {
  const connection = await openTables(corpus());
  const answers = await Promise.all(questions.map((sql) => rowsOf(connection, sql)));
  expect(answers).toHaveLength(5);
  const [accepted, alone, unanswered, spread, schemes] = answers;
  expect(accepted?.slice(0, 2)).toEqual([
    { text: "The charge should stay", speaker_count: "3" },
    { text: "The charge should stay.", speaker_count: "1" },
  ]);
  expect(alone).toEqual([{ source_title: "A report", conclusions: "1" }]);
  const map = "corpus/2023/old.argmap";
  expect(unanswered).toEqual([
    { map, line: 6, text: "Not in May." },
    { map, line: 9, text: "It is unfair." },
    { map, line: 10, text: "It costs less." },
  ]);
  expect(spread).toEqual([
    { wording: "the charge should stay", maps: "2", first_date: "2023-05", first_speaker: "Lin Mei" },
  ]);
  expect(schemes).toEqual([
    { speaker: "Wu Lan", scheme: "expert-opinion", uses: "1" },
    { speaker: "Wu Lan", scheme: "sign", uses: "1" },
  ]);
});

test("gives the top folders as a column, and types that databases compute with", async () => {
  const connection = await openTables(corpus());
  const sql = `SELECT folder, name, likelihood_low, tags, line FROM entries WHERE name = 'keep' ORDER BY folder`;
  expect(await rowsOf(connection, sql)).toEqual([
    { folder: "2023", name: "keep", likelihood_low: null, tags: [], line: 3 },
    { folder: "2024", name: "keep", likelihood_low: 0.55, tags: ["policy", "city"], line: 5 },
  ]);
  expect(await rowsOf(connection, "SELECT found, position, page FROM quotes ORDER BY line")).toEqual([
    { found: true, position: 5, page: "2" },
    { found: false, position: null, page: null },
  ]);
});
