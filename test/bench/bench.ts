/**
 * Argmap beside Argdown, on the same argument in the same process: `npm run bench`.
 * Sizes other than the usual ones can be given: `npm run bench -- 1000`.
 */
import process from "node:process";
import { Bench } from "tinybench";
import { formatNumber, quantile } from "./statistics.ts";
import { type Counts, countStructure, makeStructure } from "./structure.ts";
import type { BenchmarkProgram, OpenedText } from "./subject.ts";
import { loadPrograms } from "./subjects.ts";
import { typingEdits } from "./typing.ts";

interface Action {
  readonly name: string;
  /** Gives what is measured, done once for each sample; undefined where the program cannot do it. */
  readonly prepare: (opened: OpenedText, subject: BenchmarkProgram, text: string) => (() => unknown) | undefined;
  /** Samples at the least, and runs before them that are not counted. */
  readonly samples: (entries: number) => { readonly iterations: number; readonly warmupIterations: number };
}

const actions: readonly Action[] = [
  {
    name: "open to problems",
    prepare: (_, subject, text) => () => subject.open(text),
    samples: () => ({ iterations: 20, warmupIterations: 5 }),
  },
  {
    name: "one-character edit to problems",
    prepare: (opened, _, text) => {
      const edits = typingEdits(text);
      return () => opened.edit(edits.next().value);
    },
    samples: () => ({ iterations: 20, warmupIterations: 4 }),
  },
  {
    name: "map to SVG",
    prepare: (opened) => opened.draw,
    // Graphviz takes ten seconds for ten thousand boxes.
    samples: (entries) => ({ iterations: entries > 2000 ? 3 : 10, warmupIterations: 1 }),
  },
];

interface Row {
  readonly entries: number;
  readonly action: string;
  readonly program: string;
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error("Sizes are whole numbers of entries.");

const programs = await loadPrograms();
printCells("entries", "", "", "median ms", "p95 ms", "samples", "ratio");
for (const entries of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const structure = makeStructure(entries);
  const expected = countStructure(structure);
  const texts = new Map(programs.map((subject) => [subject, subject.write(structure)]));
  for (const [subject, text] of texts) {
    check(subject, text, expected);
    printCells(`${entries}`, `written in ${(text.length / 1e6).toFixed(2)} MB`, subject.name);
  }
  for (const action of actions) {
    const rows: Row[] = [];
    for (const [subject, text] of texts) rows.push(...(await measure(action, subject, text, entries)));
    print(rows);
  }
}

/** A program that finds another argument than the one written must not be compared. */
function check(subject: BenchmarkProgram, text: string, expected: Counts): void {
  const found = subject.open(text).counts();
  for (const countName of ["statements", "arguments", "relations"] as const) {
    if (found[countName] === expected[countName]) continue;
    throw new Error(
      `${subject.name} finds ${found[countName]} ${countName} where ${expected[countName]} were written.`,
    );
  }
  if (found.problems > 0) throw new Error(`${subject.name} finds ${found.problems} problems in a sound map.`);
}

async function measure(
  action: Action,
  subject: BenchmarkProgram,
  text: string,
  entries: number,
): Promise<readonly Row[]> {
  const runOnce = action.prepare(subject.open(text), subject, text);
  if (runOnce === undefined) return [];
  const bench = new Bench({ ...action.samples(entries), time: 500, warmupTime: 0, retainSamples: true, throws: true });
  bench.add(subject.name, runOnce);
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== "completed") throw new Error(`${subject.name}, ${action.name}: no result.`);
  const samples = result.latency.samples ?? [];
  const row = {
    entries,
    action: action.name,
    program: subject.name,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    samples: samples.length,
  };
  return [row];
}

/** One row for each program; the ratio says how many times as long as the first one it takes, in this run. */
function print(rows: readonly Row[]): void {
  const first = rows[0]?.median ?? Number.NaN;
  for (const { entries, action, program, median, p95, samples } of rows) {
    const ratio = rows.length > 1 ? `${formatNumber(median / first)} ×` : "";
    printCells(`${entries}`, action, program, formatNumber(median), formatNumber(p95), `${samples}`, ratio);
  }
}

function printCells(entries: string, action: string, program: string, ...figures: readonly string[]): void {
  const words = [entries.padStart(7), action.padEnd(30), program.padEnd(8)];
  console.log([...words, ...figures.map((figure) => figure.padStart(11))].join("  ").trimEnd());
}
