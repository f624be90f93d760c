/** How an undecided node depends on itself. */
import { at, type Framework, listOf, type NodeIndex } from "../framework.ts";
import { type Standings, standingOf } from "../standing.ts";

/** The way from a node back to it, over the nodes that the condition of each mentions. */
export interface Circle {
  /** Whether a node on the way attacks the one before it. Otherwise each rests on the next. */
  readonly hasAttack: boolean;
  /** The nodes on the way, without the node itself. */
  readonly nodes: readonly NodeIndex[];
}

/** Returns the shortest circle of undecided nodes through a node. Contradictions are not followed. */
export function circleThrough(standings: Standings, node: NodeIndex): Circle | undefined {
  const { framework } = standings;
  const { componentOf, isCyclic } = framework.dependencies;
  const component = at(componentOf, node);
  if (isCyclic[component] !== 1 || standingOf(standings, node) !== "undecided") return undefined;
  const cameFrom = new Map<NodeIndex, Edge & { readonly from: NodeIndex }>();
  const queue = [node];
  // Iterating an array includes the elements that are added during the iteration.
  for (const from of queue) {
    for (const edge of edgesFrom(framework, from)) {
      const { to } = edge;
      if (at(componentOf, to) !== component || standingOf(standings, to) !== "undecided" || cameFrom.has(to)) continue;
      cameFrom.set(to, { ...edge, from });
      if (to === node) return circleFrom(cameFrom, node);
      queue.push(to);
    }
  }
  return undefined;
}

interface Edge {
  readonly to: NodeIndex;
  readonly isAttack: boolean;
}

function* edgesFrom({ reasons, objections, premises }: Framework, node: NodeIndex): Iterable<Edge> {
  for (const list of [reasons, premises]) for (const to of listOf(list, node)) yield { to, isAttack: false };
  for (const to of listOf(objections, node)) yield { to, isAttack: true };
}

function circleFrom(cameFrom: ReadonlyMap<NodeIndex, Edge & { readonly from: NodeIndex }>, node: NodeIndex): Circle {
  const nodes: NodeIndex[] = [];
  let hasAttack = false;
  let step = cameFrom.get(node);
  while (step !== undefined) {
    hasAttack ||= step.isAttack;
    if (step.from === node) break;
    nodes.unshift(step.from);
    step = cameFrom.get(step.from);
  }
  return { hasAttack, nodes };
}
