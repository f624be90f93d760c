/**
 * Knots: entries that rest on, or attack, each other in a ring. Every circular argument, and every step that attacks what
 * it rests on, lies in one. Found by the strongly connected components of Tarjan, "Depth-first search and linear graph
 * algorithms", SIAM J. Comput. 1 (1972), in the form that keeps its stack in data, so that depth costs no stack.
 */
import type { Entry } from "./entry.ts";
import { bearingsOn, hasPremises, inOrder, premisesOf } from "./graph.ts";
import type { MapFile } from "./map.ts";
import { isStep } from "./vocabulary.ts";

/** What an entry directly rests on: a claim on the reasons for it, a step on its premises and on the reasons that back it. */
function restsOn(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const reasons = bearingsOn(entry, files).flatMap(({ step }) => (step.head.keyword === "reason" ? [step] : []));
  if (!isStep(entry.head.keyword) || !hasPremises(entry)) return reasons;
  return [...reasons, ...premisesOf(entry).flatMap(({ claim }) => (claim === undefined ? [] : [claim]))];
}

/** What an entry directly rests on or is attacked by. */
function restsOnOrMeets(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const steps = bearingsOn(entry, files).map(({ step }) => step);
  if (!isStep(entry.head.keyword)) return steps;
  return [...steps, ...premisesOf(entry).flatMap(({ claim }) => (claim === undefined ? [] : [claim]))];
}

/** The knots that can be reached from some entries, each in the order in which it was gone through. */
export function knotsFrom(seeds: Iterable<Entry>, files: readonly MapFile[]): readonly (readonly Entry[])[] {
  return componentsFrom(seeds, (entry) => restsOnOrMeets(entry, files));
}

/**
 * Within a knot, the rings of entries each of which rests on the next, and the last on the first. Each begins with the
 * entry that comes first in the text, so that one and the same ring is found however it came to be looked for.
 */
export function circlesIn(knot: readonly Entry[], files: readonly MapFile[]): readonly (readonly Entry[])[] {
  const onwards = restsOnWithin(new Set(knot), files);
  return componentsFrom(inOrder(knot, files), onwards).map((component) => ringOf(inOrder(component, files), onwards));
}

/** What each entry of a knot rests on within it, in the order of the text; looked up once for each. */
export function restsOnWithin(knot: ReadonlySet<Entry>, files: readonly MapFile[]): (entry: Entry) => readonly Entry[] {
  const known = new Map<Entry, readonly Entry[]>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const next = inOrder(new Set(restsOn(entry, files).filter((one) => knot.has(one))), files);
    known.set(entry, next);
    return next;
  };
}

/** The shortest way from an entry to another over what each rests on, both ends included; undefined where there is none. */
export function wayTo(
  from: Entry,
  to: Entry,
  onwards: (entry: Entry) => readonly Entry[],
): readonly Entry[] | undefined {
  const cameFrom = new Map<Entry, Entry>();
  const queue = [from];
  for (const entry of queue) {
    for (const next of onwards(entry)) {
      if (next === to) {
        const back = [to];
        for (let at: Entry | undefined = entry; at !== undefined; at = cameFrom.get(at)) back.push(at);
        return back.reverse();
      }
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, entry);
      queue.push(next);
    }
  }
  return undefined;
}

/** The shortest ring through the first entry of a component. */
function ringOf(component: readonly Entry[], onwards: (entry: Entry) => readonly Entry[]): readonly Entry[] {
  const first = component[0];
  const inside = new Set(component);
  // What leads out of the component does not come back.
  const within = (entry: Entry): readonly Entry[] => onwards(entry).filter((next) => inside.has(next));
  const way = first === undefined ? undefined : wayTo(first, first, within);
  return way?.slice(0, -1) ?? component;
}

interface Visit {
  readonly entry: Entry;
  readonly next: readonly Entry[];
  at: number;
  low: number;
}

/** Strongly connected components of two entries or more, or of one that leads to itself. */
function componentsFrom(seeds: Iterable<Entry>, onwards: (entry: Entry) => readonly Entry[]): Entry[][] {
  const index = new Map<Entry, number>();
  const open = new Set<Entry>();
  const stack: Entry[] = [];
  const found: Entry[][] = [];
  for (const seed of seeds) {
    if (index.has(seed)) continue;
    const visits: Visit[] = [];
    const enter = (entry: Entry): void => {
      visits.push({ entry, next: onwards(entry), at: 0, low: index.size });
      index.set(entry, index.size);
      stack.push(entry);
      open.add(entry);
    };
    enter(seed);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.next[visit.at++];
      if (next !== undefined) {
        const seen = index.get(next);
        if (seen === undefined) enter(next);
        else if (open.has(next)) visit.low = Math.min(visit.low, seen);
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) above.low = Math.min(above.low, visit.low);
      if (visit.low !== index.get(visit.entry)) continue;
      const component = stack.splice(stack.lastIndexOf(visit.entry));
      for (const entry of component) open.delete(entry);
      if (component.length > 1 || visit.next.includes(visit.entry)) found.push(component);
    }
  }
  return found;
}
