/**
 * Compares Argmap with Argdown on the same argument, in the same process: `npm run bench`.
 * The numbers of entries can be given: `npm run bench -- 1000`.
 */
import process from "node:process";
import { Bench } from "tinybench";
import type { BenchmarkProgram, OpenedText } from "./benchmarkProgram.ts";
import { type Counts, countStructure, makeStructure } from "./generated/structure.ts";
import { loadPrograms } from "./programs.ts";
import { formatNumber, quantile } from "./statistics.ts";
import { typingEdits } from "./typing.ts";

/** An operation to measure. */
interface Action {
  readonly name: string;
  /** Returns the function to run for each sample; undefined if the program does not support the action. */
  readonly prepare: (opened: OpenedText, program: BenchmarkProgram, text: string) => (() => unknown) | undefined;
  /** The minimum number of samples, and the number of warm-up runs. */
  readonly samples: (entries: number) => { readonly iterations: number; readonly warmupIterations: number };
}

const actions: readonly Action[] = [
  {
    name: "open, to problems",
    prepare: (_, program, text) => () => program.open(text),
    samples: () => ({ iterations: 20, warmupIterations: 5 }),
  },
  {
    name: "one-character edit, to problems",
    prepare: (opened, _, text) => {
      const edits = typingEdits(text);
      return () => opened.edit(edits.next().value);
    },
    samples: () => ({ iterations: 20, warmupIterations: 4 }),
  },
  {
    name: "map to SVG",
    prepare: (opened) => opened.draw,
    // Graphviz takes ten seconds for 10,000 boxes.
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
if (sizes.some((size) => !Number.isInteger(size) || size < 1))
  throw new Error("The sizes must be positive integers: the numbers of entries.");

const programs = await loadPrograms();
printCells("entries", "", "", "median ms", "p95 ms", "samples", "ratio");
for (const entries of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const structure = makeStructure(entries);
  const expected = countStructure(structure);
  const texts = new Map(programs.map((program) => [program, program.write(structure)]));
  for (const [program, text] of texts) {
    check(program, text, expected);
    printCells(`${entries}`, `source text: ${(text.length / 1e6).toFixed(2)} MB`, program.name);
  }
  for (const action of actions) {
    const rows: Row[] = [];
    for (const [program, text] of texts) rows.push(...(await measure(action, program, text, entries)));
    printRows(rows);
  }
}

/** Throws if a program does not find exactly the argument that was written. */
function check(program: BenchmarkProgram, text: string, expected: Counts): void {
  const found = program.open(text).counts();
  for (const countName of ["statements", "arguments", "relations"] as const) {
    if (found[countName] === expected[countName]) continue;
    throw new Error(`${program.name} finds ${found[countName]} ${countName} instead of ${expected[countName]}.`);
  }
  if (found.problems > 0) throw new Error(`${program.name} finds ${found.problems} problems in a valid map.`);
}

async function measure(
  action: Action,
  program: BenchmarkProgram,
  text: string,
  entries: number,
): Promise<readonly Row[]> {
  const runOnce = action.prepare(program.open(text), program, text);
  if (runOnce === undefined) return [];
  const bench = new Bench({ ...action.samples(entries), time: 500, warmupTime: 0, retainSamples: true, throws: true });
  bench.add(program.name, runOnce);
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== "completed") throw new Error(`${program.name}, ${action.name}: no result.`);
  const samples = result.latency.samples ?? [];
  const row = {
    entries,
    action: action.name,
    program: program.name,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    samples: samples.length,
  };
  return [row];
}

/** Prints one row per program, with the ratio of its median to that of the first program. */
function printRows(rows: readonly Row[]): void {
  const first = rows[0]?.median ?? Number.NaN;
  for (const { entries, action, program, median, p95, samples } of rows) {
    const ratio = rows.length > 1 ? `${formatNumber(median / first)} ×` : "";
    printCells(`${entries}`, action, program, formatNumber(median), formatNumber(p95), `${samples}`, ratio);
  }
}

function printCells(entries: string, action: string, program: string, ...figures: readonly string[]): void {
  const cells = [entries.padStart(7), action.padEnd(32), program.padEnd(8)];
  console.log([...cells, ...figures.map((figure) => figure.padStart(11))].join("  ").trimEnd());
}
