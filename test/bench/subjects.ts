import { loadArgdown } from "./argdown.ts";
import { argmap } from "./argmap.ts";
import type { BenchmarkProgram } from "./subject.ts";

/** What is measured. The first is what the ratios compare the others with. */
export async function loadPrograms(): Promise<readonly BenchmarkProgram[]> {
  return [argmap, await loadArgdown()];
}
