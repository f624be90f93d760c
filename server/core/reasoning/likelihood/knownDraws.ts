/** Random worlds for nodes whose likelihood is known, so that what they rest on need not be drawn and evaluated. */
import { type Adjacency, at, type Framework, listOf, type NodeIndex } from "../framework.ts";
import type { ProductLikelihoods } from "./productLikelihood.ts";
import { fillRandomBits } from "./randomBits.ts";
import type { WorldBits } from "./worldEvaluation.ts";

/**
 * Returns a function that draws in which worlds of a batch the known nodes stand and fall: those that the condition of a node
 * with an unknown likelihood mentions. The draws are independent of each other, because the product formula applies only to
 * nodes that share nothing uncertain.
 */
export function createKnownDraws(
  framework: Framework,
  known: ProductLikelihoods,
  { stands, falls }: WorldBits,
  words: number,
): () => void {
  const seeds = subtreeSeeds(framework, known);
  const draws: (() => void)[] = [];
  for (const node of mentionedNodes(framework, known)) {
    const [standing, falling] = [at(known.stands, node), at(known.falls, node)];
    const [start, end] = [node * words, (node + 1) * words];
    if (standing === 1 || falling === 1 || standing + falling === 0) {
      stands.fill(standing === 1 ? -1 : 0, start, end);
      falls.fill(falling === 1 ? -1 : 0, start, end);
      continue;
    }
    const fallingOtherwise = Math.min(1, falling / (1 - standing));
    // Most nodes are never undecided.
    const isTwoValued = fallingOtherwise > 1 - 1e-12;
    let state = at(seeds, node);
    draws.push(() => {
      state = fillRandomBits(stands, start, end, standing, state);
      if (!isTwoValued) state = fillRandomBits(falls, start, end, fallingOtherwise, state);
      for (let word = start; word < end; word++) {
        const others = ~at(stands, word);
        falls[word] = isTwoValued ? others : others & at(falls, word);
      }
    });
  }
  return () => {
    for (const draw of draws) draw();
  };
}

/** Returns the known nodes that the conditions of other nodes mention, each once. */
function mentionedNodes(framework: Framework, { isExact }: ProductLikelihoods): ReadonlySet<NodeIndex> {
  const mentioned = new Set<NodeIndex>();
  for (let node = 0; node < framework.size; node++) {
    if (isExact[node] === 1) continue;
    for (const list of conditionLists(framework)) {
      for (const other of listOf(list, node)) if (isExact[other] === 1) mentioned.add(other);
    }
  }
  for (const { answers } of framework.rivalGroups) {
    for (const answer of answers) if (isExact[answer] === 1) mentioned.add(answer);
  }
  return mentioned;
}

const conditionLists = ({ reasons, objections, premises, contradictions }: Framework): readonly Adjacency[] => [
  reasons,
  objections,
  premises,
  contradictions,
];

/** Returns for each known node a seed that depends only on what the node rests on. */
function subtreeSeeds(framework: Framework, { isExact }: ProductLikelihoods): Uint32Array {
  const seeds = new Uint32Array(framework.size);
  const { components } = framework.dependencies;
  // Dependencies come first.
  for (const node of components.items) {
    if (node >= framework.size || isExact[node] !== 1) continue;
    let seed = at(framework.seed, node);
    for (const list of conditionLists(framework)) {
      for (const child of listOf(list, node)) seed = Math.imul(seed ^ at(seeds, child), 0x01000193) + 1;
    }
    seeds[node] = seed >>> 0;
  }
  return seeds;
}
