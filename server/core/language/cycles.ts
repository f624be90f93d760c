/**
 * Knots: entries that rest on, or attack, each other in a ring. Every circular argument, and every step that attacks what
 * it rests on, lies in one. Found by the strongly connected components of Tarjan, "Depth-first search and linear graph
 * algorithms", SIAM J. Comput. 1 (1972), in the form that keeps its stack in data, so that depth costs no stack.
 */
import type { Entry } from "./entry.ts";
import { hasPremises, inDocumentOrder, premisesOf, stepsBearingOn } from "./graph.ts";
import type { MapFile } from "./map.ts";
import { isStep } from "./vocabulary.ts";

/** What an entry directly rests on: a claim on the reasons for it, a step on its premises and on the reasons that back it. */
function dependenciesOf(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const reasons = stepsBearingOn(entry, files).flatMap(({ step }) => (step.head.keyword === "reason" ? [step] : []));
  if (!isStep(entry.head.keyword) || !hasPremises(entry)) return reasons;
  return [...reasons, ...premisesOf(entry).flatMap(({ claim }) => (claim === undefined ? [] : [claim]))];
}

/** What an entry directly rests on or is attacked by. */
function dependenciesAndAttackersOf(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const steps = stepsBearingOn(entry, files).map(({ step }) => step);
  if (!isStep(entry.head.keyword)) return steps;
  return [...steps, ...premisesOf(entry).flatMap(({ claim }) => (claim === undefined ? [] : [claim]))];
}

/** The knots that can be reached from some entries, each in the order in which it was gone through. */
export function findCyclicComponents(seeds: Iterable<Entry>, files: readonly MapFile[]): readonly (readonly Entry[])[] {
  return stronglyConnectedComponents(seeds, (entry) => dependenciesAndAttackersOf(entry, files));
}

/**
 * Within a knot, the rings of entries each of which rests on the next, and the last on the first. Each begins with the
 * entry that comes first in the text, so that one and the same ring is found however it came to be looked for.
 */
export function shortestCycles(
  cyclicComponent: readonly Entry[],
  files: readonly MapFile[],
): readonly (readonly Entry[])[] {
  const successorsOf = dependenciesWithin(new Set(cyclicComponent), files);
  return stronglyConnectedComponents(inDocumentOrder(cyclicComponent, files), successorsOf).map((component) =>
    shortestCycleThroughFirst(inDocumentOrder(component, files), successorsOf),
  );
}

/** What each entry of a knot rests on within it, in the order of the text; looked up once for each. */
export function dependenciesWithin(
  cyclicComponent: ReadonlySet<Entry>,
  files: readonly MapFile[],
): (entry: Entry) => readonly Entry[] {
  const cache = new Map<Entry, readonly Entry[]>();
  return (entry) => {
    const cached = cache.get(entry);
    if (cached !== undefined) return cached;
    const next = inDocumentOrder(
      new Set(dependenciesOf(entry, files).filter((one) => cyclicComponent.has(one))),
      files,
    );
    cache.set(entry, next);
    return next;
  };
}

/** The shortest way from an entry to another over what each rests on, both ends included; undefined where there is none. */
export function shortestPath(
  from: Entry,
  to: Entry,
  successorsOf: (entry: Entry) => readonly Entry[],
): readonly Entry[] | undefined {
  const cameFrom = new Map<Entry, Entry>();
  const queue = [from];
  for (const entry of queue) {
    for (const next of successorsOf(entry)) {
      if (next === to) {
        const path = [to];
        for (let at: Entry | undefined = entry; at !== undefined; at = cameFrom.get(at)) path.push(at);
        return path.reverse();
      }
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, entry);
      queue.push(next);
    }
  }
  return undefined;
}

/** The shortest ring through the first entry of a component. */
function shortestCycleThroughFirst(
  component: readonly Entry[],
  successorsOf: (entry: Entry) => readonly Entry[],
): readonly Entry[] {
  const first = component[0];
  const inside = new Set(component);
  // What leads out of the component does not come back.
  const successorsInside = (entry: Entry): readonly Entry[] => successorsOf(entry).filter((next) => inside.has(next));
  const cycle = first === undefined ? undefined : shortestPath(first, first, successorsInside);
  return cycle?.slice(0, -1) ?? component;
}

interface Visit {
  readonly entry: Entry;
  readonly successors: readonly Entry[];
  nextIndex: number;
  lowLink: number;
}

/** Strongly connected components of two entries or more, or of one that leads to itself. */
function stronglyConnectedComponents(
  seeds: Iterable<Entry>,
  successorsOf: (entry: Entry) => readonly Entry[],
): Entry[][] {
  const index = new Map<Entry, number>();
  const onStack = new Set<Entry>();
  const stack: Entry[] = [];
  const components: Entry[][] = [];
  for (const seed of seeds) {
    if (index.has(seed)) continue;
    const visits: Visit[] = [];
    const visitEntry = (entry: Entry): void => {
      visits.push({ entry, successors: successorsOf(entry), nextIndex: 0, lowLink: index.size });
      index.set(entry, index.size);
      stack.push(entry);
      onStack.add(entry);
    };
    visitEntry(seed);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.successors[visit.nextIndex++];
      if (next !== undefined) {
        const seen = index.get(next);
        if (seen === undefined) visitEntry(next);
        else if (onStack.has(next)) visit.lowLink = Math.min(visit.lowLink, seen);
        continue;
      }
      visits.pop();
      const parentVisit = visits.at(-1);
      if (parentVisit !== undefined) parentVisit.lowLink = Math.min(parentVisit.lowLink, visit.lowLink);
      if (visit.lowLink !== index.get(visit.entry)) continue;
      const component = stack.splice(stack.lastIndexOf(visit.entry));
      for (const entry of component) onStack.delete(entry);
      if (component.length > 1 || visit.successors.includes(visit.entry)) components.push(component);
    }
  }
  return components;
}
