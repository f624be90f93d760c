/** A way along which one entry rests on another, as it is told. */
import type { Entry } from "../../language/entry.ts";
import type { Related } from "../../language/problem.ts";
import { label, listed } from "./messages.ts";

/** A ring may go through thousands of entries; who reads of it wants to see how it begins and how long it is. */
const MOST_STEPS = 8;

/** “a rests on b, and b rests on c” for the entries of a way in order, and where each step leads; the first steps only. */
export function toldWay(way: readonly Entry[]): { readonly words: string; readonly related: readonly Related[] } {
  const shown = way.slice(0, MOST_STEPS + 1).map((entry) => ({ entry, called: label(entry) }));
  const ends = shown.slice(1);
  const steps = ends.map(({ called }, index) => `${shown[index]?.called} rests on ${called}`);
  const more = way.length - shown.length;
  if (more > 0) steps.push(more === 1 ? "one more step" : `${more} more steps`);
  return {
    words: listed(steps, "and"),
    related: ends.map(({ entry, called }) => ({ entry, message: `… which rests on ${called}` })),
  };
}
