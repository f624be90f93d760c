/**
 * Cyclic components: sets of entries that rest on or attack each other in a cycle. Every circular argument, and every
 * step that attacks what it rests on, is part of one. They are the strongly connected components of Tarjan, "Depth-first
 * search and linear graph algorithms", SIAM J. Comput. 1 (1972), implemented with an explicit stack so that deep maps do
 * not overflow the call stack.
 */
import type { Entry } from "../entry.ts";
import { hasPremises, inDocumentOrder, premisesOf, stepsTargeting } from "../graph.ts";
import type { MapFile } from "../map.ts";
import { isStep } from "../vocabulary.ts";
import { mainWordingOf, stepsOnSide, wordingsOf } from "./wordings.ts";

/** Returns what an entry directly rests on: for a claim, its reasons; for a step, its premises and the reasons for it. */
function dependenciesOf(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const reasons = stepsOnSide(entry, "for", files);
  return isStep(entry.head.keyword) && hasPremises(entry) ? [...reasons, ...premisesWithin(entry, files)] : reasons;
}

/** Returns what an entry directly rests on or is attacked by. */
function dependenciesAndAttackersOf(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const steps = wordingsOf(entry, files).flatMap((wording) => stepsTargeting(wording, files).map(({ step }) => step));
  return isStep(entry.head.keyword) ? [...steps, ...premisesWithin(entry, files)] : steps;
}

/** Returns the premises of a step, each in the main wording of its statement. */
const premisesWithin = (step: Entry, files: readonly MapFile[]): readonly Entry[] =>
  premisesOf(step).flatMap(({ claim }) => (claim === undefined ? [] : [mainWordingOf(claim, files)]));

/**
 * Returns the cyclic components that are reachable from the seeds, their entries in the order of the traversal.
 * Of a statement with several wordings, they contain the main one.
 */
export function findCyclicComponents(seeds: Iterable<Entry>, files: readonly MapFile[]): readonly (readonly Entry[])[] {
  const nodes = Array.from(seeds, (entry) => mainWordingOf(entry, files));
  return stronglyConnectedComponents(nodes, (entry) => dependenciesAndAttackersOf(entry, files));
}

/**
 * Returns the shortest cycles within a cyclic component in which each entry rests on the next, and the last on the first.
 * Each starts with the entry that comes first in the text, so that the result does not depend on the seeds.
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

/** Returns a cached function from an entry to the entries of the component that it rests on, in the order of the text. */
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

/** Returns the shortest path between two entries, including both; undefined if there is none. */
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

/** Returns the shortest cycle through the first entry of a component. */
function shortestCycleThroughFirst(
  component: readonly Entry[],
  successorsOf: (entry: Entry) => readonly Entry[],
): readonly Entry[] {
  const first = component[0];
  const inside = new Set(component);
  // A path that leaves the component cannot return to it.
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

/** Returns the strongly connected components with at least two entries, or with one entry that leads to itself. */
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
