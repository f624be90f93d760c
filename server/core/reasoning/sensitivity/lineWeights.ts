/** How much the conclusions of a map depend on each of its statements and steps. */

import type { Argument } from "../argument.ts";
import { at, type Framework, listOf, type NodeIndex } from "../framework.ts";
import { evaluateWorlds } from "../likelihood/worlds.ts";
import type { Suppositions } from "../standing.ts";
import { standingShare } from "./importance.ts";
import { conclusionsOf } from "./importanceMatrix.ts";

/** One batch of random worlds: lines have few widths, so that a standard error of a few points is not seen. */
const RANDOM_WORLDS = 1000;

/** Nodes that are evaluated before the next pause. */
const NODES_PER_SLICE = 20;

/**
 * Computes for each node the largest importance, from 0 to 1, for any conclusion: how much likelier or less likely the
 * conclusion is if the node stands than if it falls. Works in slices: the caller may pause after each.
 */
export function* lineWeightSteps(
  argument: Argument,
  suppositions: Suppositions,
): Generator<undefined, Float64Array, undefined> {
  const { framework } = argument;
  const conclusions = new Set(conclusionsOf(argument));
  const nodes = new Set(argument.nodes.values());
  const importance = new Map<NodeIndex, Map<NodeIndex, number>>();
  for (const batch of evaluateWorlds(framework, suppositions, RANDOM_WORLDS)) {
    let evaluated = 0;
    for (const node of nodes) {
      const targets =
        importance.get(node) ?? new Map(conclusionsAbove(framework, node, conclusions).map((one) => [one, 0]));
      importance.set(node, targets);
      if (targets.size === 0) continue;
      for (const value of [true, false]) {
        batch.suppose(node, value);
        for (const [conclusion, sum] of targets) {
          const share = standingShare(batch, conclusion);
          targets.set(conclusion, sum + (value ? share : -share));
        }
      }
      batch.suppose(node, suppositions.get(node));
      if (++evaluated % NODES_PER_SLICE === 0) yield;
    }
    yield;
  }
  const weights = new Float64Array(framework.size);
  for (const [node, targets] of importance) {
    for (const value of targets.values()) weights[node] = Math.max(at(weights, node), Math.min(1, Math.abs(value)));
  }
  return weights;
}

/** Returns the conclusions whose condition depends on a node, directly or indirectly. */
function conclusionsAbove(
  { size, dependencies }: Framework,
  node: NodeIndex,
  conclusions: ReadonlySet<NodeIndex>,
): readonly NodeIndex[] {
  const reached = new Set([node]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const vertex of reached) for (const dependent of listOf(dependencies.dependents, vertex)) reached.add(dependent);
  reached.delete(node);
  return [...reached].filter((vertex) => vertex < size && conclusions.has(vertex));
}
