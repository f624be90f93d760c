/**
 * Measures how long it takes to weigh a map of 10,000 entries in which every step has a strength and every third premise a
 * likelihood: after an edit of an attribute, after an edit of the structure, and over random worlds. The times are CPU times,
 * which do not depend on other processes, except that these slow down the caches; the last column compares with reading the
 * text, in the same run. No package in the npm registry has the published method of argdown-2, so it is not compared.
 *
 * `node test/bench/weighing.ts`
 */
import process from "node:process";
import { attributeOf } from "../../server/core/language/entry.ts";
import { MapFile } from "../../server/core/language/map.ts";
import { EntryRecords } from "../../server/core/reasoning/entryRecords.ts";
import { withJudgments } from "../../server/core/reasoning/judgments.ts";
import { computeLikelihoods } from "../../server/core/reasoning/likelihood/likelihood.ts";
import { readArgument } from "../../server/core/reasoning/readFramework.ts";
import { computeStandings } from "../../server/core/reasoning/standing.ts";
import { makeStructure } from "./generated/structure.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";
import { formatNumber, quantile } from "./statistics.ts";

const ENTRIES = 10_000;
const ROUNDS = 30;
const strengths = ["weak", "moderate", "strong"];

/** Adds strengths and likelihoods below the heads of a text. */
function withValues(text: string): string {
  let count = 0;
  return text
    .split("\n")
    .flatMap((line) => {
      const [, indent, keyword] = /^(\s*)(reason|objection|premise)\b.*: /.exec(line) ?? [];
      if (keyword === undefined) return [line];
      count++;
      if (keyword !== "premise") return [line, `${indent}  strength: ${strengths[count % 3]}`];
      return count % 3 === 0 ? [line, `${indent}  likelihood: ${40 + (count % 50)}%`] : [line];
    })
    .join("\n");
}

const text = withValues(writeArgmap(makeStructure(ENTRIES)));
const file = new MapFile("file:///map.argmap", text);
const argument = readArgument([file]);
const steps = [...argument.nodes.keys()].filter((entry) => attributeOf(entry, "strength") !== undefined);

/** Returns the median time of some work; `prepare` runs before each round, and is not measured. */
function medianOf(work: () => void, prepare?: () => void): number {
  return quantile(
    Array.from({ length: ROUNDS }, () => {
      prepare?.();
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
    0.5,
  );
}

const reading = medianOf(() => new MapFile("file:///map.argmap", text));
function printRow(name: string, time: number): void {
  console.log([name.padEnd(60), formatNumber(time).padStart(10), formatNumber(time / reading).padStart(10)].join(""));
}

console.log(
  [`${file.syntax.entries.size} entries`.padEnd(60), "median ms".padStart(10), "× reading".padStart(10)].join(""),
);
printRow("read the text", reading);
let next = 0;
printRow(
  "standings after an edit of an attribute",
  medianOf(() => {
    const changed = withJudgments(argument, steps.slice(next, ++next));
    if (changed !== undefined) computeStandings(changed.framework);
  }),
);
printRow(
  "standings of a map just opened",
  medianOf(() => computeStandings(readArgument([file]).framework)),
);
const records = new EntryRecords();
readArgument([file], records);
/** The head of a step in the middle, before which a line is added and removed. */
const step = steps[steps.length >> 1];
const line = step === undefined ? 0 : file.syntax.lines.numberOf(step.line);
let hasLine = false;
printRow(
  "standings after an edit of the structure",
  medianOf(
    () => computeStandings(readArgument([file], records).framework),
    () => {
      const start = { line, character: 0 };
      const range = { start, end: hasLine ? { line: line + 1, character: 0 } : start };
      const { change, names } = file.update([{ range, text: hasLine ? "" : `${step?.indent}reason: A new one.\n` }]);
      hasLine = !hasLine;
      records.forget(change, names, [file]);
    },
  ),
);
printRow(
  "likelihoods: 10,240 random worlds",
  medianOf(() => computeLikelihoods(argument.framework)),
);
