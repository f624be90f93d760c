import { loadArgdown } from "./argdown.ts";
import { argmap } from "./argmap.ts";
import type { BenchmarkProgram } from "./benchmarkProgram.ts";

/** The programs to measure. The ratios in the output are relative to the first. */
export async function loadPrograms(): Promise<readonly BenchmarkProgram[]> {
  return [argmap, await loadArgdown()];
}
