/** Describes a path on which each entry rests on the next. */
import type { Entry } from "../../language/entry.ts";
import type { RelatedEntry } from "../../language/problem.ts";
import { counted, joinList } from "../../strings/english.ts";
import { entryLabel } from "./messages.ts";

/** A cycle can contain thousands of entries; its start and its length are enough to understand the message. */
const MAX_STEPS = 8;

/** A path in words, such as “a rests on b, and b rests on c”, and its entries. */
export interface ChainDescription {
  readonly words: string;
  readonly related: readonly RelatedEntry[];
}

/** Describes the first steps of a path, and how many follow. */
export function describeChain(chain: readonly Entry[]): ChainDescription {
  const shown = chain.slice(0, MAX_STEPS + 1).map((entry) => ({ entry, label: entryLabel(entry) }));
  const targets = shown.slice(1);
  const steps = targets.map(({ label }, index) => `${shown[index]?.label} rests on ${label}`);
  const remaining = chain.length - shown.length;
  if (remaining > 0) steps.push(counted(remaining, "more step"));
  return {
    words: joinList(steps),
    related: targets.map(({ entry, label }) => ({ entry, message: `… which rests on ${label}` })),
  };
}
