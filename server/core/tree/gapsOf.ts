/** Finds what an entry still lacks. */
import type { Entry } from "../language/entry.ts";
import { premisesOf, stepsTargeting } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { isUnquoted } from "../language/relations/quotable.ts";
import { type Gap, gaps } from "./gaps.ts";

/** Returns the gaps of an entry. `files` are those of its map. */
export function gapsOf(entry: Entry, files: readonly MapFile[]): readonly Gap[] {
  const isMissingQuote = isUnquoted(entry) && files.some((file) => file.entriesOf("source").size > 0);
  const isOpenObjection = entry.head.keyword === "objection" && !isAnswered(entry, files);
  if (!isMissingQuote && !isOpenObjection) return NO_GAPS;
  return gaps.filter((gap) => (gap === "unquoted" ? isMissingQuote : isOpenObjection));
}

const NO_GAPS: readonly Gap[] = [];

/** Whether anything objects to a step, to its inference or to one of its premises. */
function isAnswered(step: Entry, files: readonly MapFile[]): boolean {
  const isAttacked = (entry: Entry | undefined): boolean =>
    entry !== undefined && stepsTargeting(entry, files).some((one) => one.step.head.keyword === "objection");
  return isAttacked(step) || premisesOf(step).some(({ claim }) => isAttacked(claim));
}
