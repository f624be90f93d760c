/** A small corpus of maps on disk, and the command that makes its tables. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { argmapIn, type CliResult } from "./argmapCli.ts";

const maps = {
  "corpus/2023/old.argmap": `map: Old
speaker lin: Lin Mei
claim keep by lin: The charge should stay.
  date: 2023-05
  objection: It rained.
    objection by lin: Not in May.
  objection: It costs much.
    premise costs: It costs a million.
  objection: It is unfair.
objection against costs: It costs less.
`,
  "corpus/2024/new.argmap": `map: New
speaker wu: Wu Lan
source report: A report
  file: report.txt
claim keep by wu accepted-by lin, roy: The charge should stay
  date: 2024
  tags: policy, city
  likelihood: likely
  reason air: The air got cleaner.
    scheme: sign, expert-opinion
    quote report: the air got cleaner
      page: 2
    quote report: The buses run.
speaker lin: Lin Mei
speaker roy: Roy
`,
  "corpus/2024/report.txt": "Then the air got cleaner.\n",
};

/** Writes the corpus to a folder, which is removed after the test. */
export function writeCorpus(files: Readonly<Record<string, string>> = maps): string {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Makes the tables of the corpus of a folder. */
export const makeTables = (folder: string, ...args: readonly string[]): CliResult =>
  argmapIn(folder, ["table", "corpus", "-o", "tables", ...args]);

/** Writes the corpus and its tables as Parquet. Returns the folder of both. */
export function corpus(): string {
  const folder = writeCorpus();
  expect(makeTables(folder)).toMatchObject({ status: 0, err: "" });
  return folder;
}
