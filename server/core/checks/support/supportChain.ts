/** A way along which one entry rests on another, as it is told. */
import type { Entry } from "../../language/entry.ts";
import type { RelatedEntry } from "../../language/problem.ts";
import { entryLabel, joinList } from "./messages.ts";

/** A ring may go through thousands of entries; who reads of it wants to see how it begins and how long it is. */
const MAX_STEPS = 8;

/** “a rests on b, and b rests on c” for the entries of a way in order, and where each step leads; the first steps only. */
export function describeChain(chain: readonly Entry[]): {
  readonly words: string;
  readonly related: readonly RelatedEntry[];
} {
  const shown = chain.slice(0, MAX_STEPS + 1).map((entry) => ({ entry, called: entryLabel(entry) }));
  const targets = shown.slice(1);
  const steps = targets.map(({ called }, index) => `${shown[index]?.called} rests on ${called}`);
  const remaining = chain.length - shown.length;
  if (remaining > 0) steps.push(remaining === 1 ? "one more step" : `${remaining} more steps`);
  return {
    words: joinList(steps, "and"),
    related: targets.map(({ entry, called }) => ({ entry, message: `… which rests on ${called}` })),
  };
}
