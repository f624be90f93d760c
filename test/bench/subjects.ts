import { loadArgdown } from "./argdown.ts";
import { argmap } from "./argmap.ts";
import type { Subject } from "./subject.ts";

/** What is measured. The first is what the ratios compare the others with. */
export async function loadSubjects(): Promise<readonly Subject[]> {
  return [argmap, await loadArgdown()];
}
