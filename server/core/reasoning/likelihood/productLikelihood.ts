/**
 * The product formula: where no uncertain node is used twice and nothing depends on itself, the parts of a condition are
 * independent, so that probabilities can be multiplied along the tree.
 */
import { at, type Framework, GRANTED, isListEmpty, listOf, type NodeIndex, REJECTED } from "../framework.ts";
import type { Suppositions } from "../standing.ts";

/** Exact probabilities, by node. */
export interface ProductLikelihoods {
  readonly stands: Float64Array;
  readonly falls: Float64Array;
  /** 1 for the nodes to which the formula applies. The values of all others are meaningless. */
  readonly isExact: Uint8Array;
}

/** Applies the product formula to all nodes below which nothing is shared. Takes linear time. */
export function productLikelihoods(framework: Framework, suppositions: Suppositions): ProductLikelihoods {
  const { size } = framework;
  const result = {
    stands: new Float64Array(size),
    falls: new Float64Array(size),
    isExact: new Uint8Array(size),
  };
  const { components, isCyclic } = framework.dependencies;
  for (let component = 0; component < components.starts.length - 1; component++) {
    const [node] = listOf(components, component);
    if (node === undefined || node >= size) continue;
    const supposed = suppositions.get(node);
    if (supposed !== undefined) {
      result.stands[node] = supposed ? 1 : 0;
      result.falls[node] = supposed ? 0 : 1;
      result.isExact[node] = 1;
    } else if (isCyclic[component] === 0) {
      applyFormula(framework, result, node);
    }
  }
  return result;
}

function applyFormula(framework: Framework, result: ProductLikelihoods, node: NodeIndex): void {
  const { stands, falls, isExact } = result;
  const reasons = listOf(framework.reasons, node);
  const objections = listOf(framework.objections, node);
  const premises = listOf(framework.premises, node);
  const children = [...reasons, ...objections, ...premises];
  // A rival depends on this node in turn, so a node with rivals is in a cycle.
  if (!children.every((child) => isExact[child] === 1 && isIndependent(framework, result, child))) return;
  let [standing, falling] = ownChances(framework, node);
  if (reasons.length > 0) {
    let noneStands = 1;
    let allFall = 1;
    for (const reason of reasons) {
      noneStands *= 1 - at(stands, reason);
      allFall *= at(falls, reason);
    }
    standing *= 1 - noneStands;
    falling = 1 - (1 - falling) * (1 - allFall);
  }
  for (const premise of premises) {
    standing *= at(stands, premise);
    falling = 1 - (1 - falling) * (1 - at(falls, premise));
  }
  for (const objection of objections) {
    standing *= at(falls, objection);
    falling = 1 - (1 - falling) * (1 - at(stands, objection));
  }
  stands[node] = standing;
  falls[node] = falling;
  isExact[node] = 1;
}

/** Whether a condition may treat a node as independent of the others that it mentions. */
function isIndependent(
  { dependencies }: Framework,
  { stands, falls }: Pick<ProductLikelihoods, "stands" | "falls">,
  node: NodeIndex,
): boolean {
  const { starts } = dependencies.dependents;
  if (at(starts, node + 1) - at(starts, node) === 1) return true;
  // Nodes with the same value in all worlds can be shared.
  return stands[node] === 1 || falls[node] === 1 || (stands[node] === 0 && falls[node] === 0);
}

/** Returns the chances that a node is granted, and that it is not, before anything else is considered. */
function ownChances(framework: Framework, node: NodeIndex): readonly [number, number] {
  const isStep = framework.isStep[node] === 1;
  if (!isStep && !isListEmpty(framework.reasons, node)) return [1, 0];
  const chance = at(framework.chance, node);
  if (!Number.isNaN(chance)) return [chance, 1 - chance];
  if (isStep) return [1, 0];
  const grant = framework.grant[node];
  return [grant === GRANTED ? 1 : 0, grant === REJECTED ? 1 : 0];
}
