/** The order in which conditions are evaluated until nothing changes: a work list over strongly connected components. */
import { at, type Framework, listOf, type NodeIndex } from "./framework.ts";

/** Evaluates the condition of one node at a time, and keeps the values. */
export interface Evaluator {
  /** Sets a node to “undecided”. */
  readonly reset: (node: NodeIndex) => void;
  /** Evaluates the condition of a node. Returns whether its value has changed. */
  readonly evaluate: (node: NodeIndex) => boolean;
}

/** Computes the least fixed point of all conditions. All nodes must be undecided. Takes linear time without cycles. */
export function solve(framework: Framework, evaluator: Evaluator): void {
  const { components } = framework.dependencies;
  const worklist = createWorklist(framework, evaluator);
  for (let component = 0; component < components.starts.length - 1; component++) worklist.settle(component);
}

/**
 * Updates a fixed point after the conditions of some nodes changed. Only what depends on them is evaluated again.
 * Returns the nodes that were evaluated.
 */
export function resolve(
  framework: Framework,
  evaluator: Evaluator,
  changed: Iterable<NodeIndex>,
): readonly NodeIndex[] {
  const { components, componentOf } = framework.dependencies;
  const worklist = createWorklist(framework, evaluator);
  const isDirty = new Uint8Array(components.starts.length - 1);
  let first = isDirty.length;
  const mark = (vertex: number): void => {
    const component = at(componentOf, vertex);
    isDirty[component] = 1;
    first = Math.min(first, component);
  };
  for (const node of changed) mark(node);
  const evaluated: NodeIndex[] = [];
  // Dependents are in later components, so that one pass in order is enough.
  for (let component = first; component < isDirty.length; component++) {
    if (isDirty[component] === 0) continue;
    for (const vertex of listOf(components, component)) {
      if (vertex < framework.size) evaluated.push(vertex);
    }
    worklist.restart(component);
    if (!worklist.settle(component)) continue;
    for (const vertex of listOf(components, component)) {
      for (const dependent of listOf(framework.dependencies.dependents, vertex)) {
        if (at(componentOf, dependent) !== component) mark(dependent);
      }
    }
  }
  return evaluated;
}

interface Worklist {
  readonly restart: (component: number) => void;
  /** Brings a component to its fixed point. Returns whether its values may have changed. */
  readonly settle: (component: number) => boolean;
}

function createWorklist(framework: Framework, { reset, evaluate }: Evaluator): Worklist {
  const { components, componentOf, isCyclic, dependents } = framework.dependencies;
  const isQueued = new Uint8Array(componentOf.length);
  /** The vertex of a rival group has no value: it passes every change on. */
  const evaluateVertex = (vertex: number): boolean => vertex >= framework.size || evaluate(vertex);
  return {
    restart: (component) => {
      if (isCyclic[component] === 0) return;
      for (const vertex of listOf(components, component)) if (vertex < framework.size) reset(vertex);
    },
    settle: (component) => {
      if (isCyclic[component] === 0) return evaluateVertex(at(components.items, at(components.starts, component)));
      const queue = [...listOf(components, component)];
      for (const vertex of queue) isQueued[vertex] = 1;
      // Iterating an array includes the elements that are added during the iteration.
      for (const vertex of queue) {
        isQueued[vertex] = 0;
        if (!evaluateVertex(vertex)) continue;
        for (const dependent of listOf(dependents, vertex)) {
          if (at(componentOf, dependent) !== component || isQueued[dependent] === 1) continue;
          isQueued[dependent] = 1;
          queue.push(dependent);
        }
      }
      return true;
    },
  };
}
