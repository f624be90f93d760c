/**
 * Random worlds: the constellation approach to probabilistic argumentation (Li, Oren, Norman, “Probabilistic
 * Argumentation Frameworks”, TAFA 2011; Hunter, “A probabilistic approach to modeling uncertain logical arguments”, IJAR
 * 2013). In each world, each statement without reasons is granted or not, and each step carries or not; the model of
 * `standing.ts` decides the rest. 32 worlds are evaluated at a time, as the bits of an integer.
 */
import { at, type Framework, GRANTED, isListEmpty, type NodeIndex, REJECTED } from "../framework.ts";
import type { Suppositions } from "../standing.ts";
import { createKnownDraws } from "./knownDraws.ts";
import type { ProductLikelihoods } from "./productLikelihood.ts";
import { fillRandomBits } from "./randomBits.ts";
import { createEvaluation, type WorldBits } from "./worldEvaluation.ts";

/** Integers per node that are evaluated together. Enough to make loops fast, and few enough to stay in the cache. */
const BATCH_WORDS = 32;
const WORLDS_PER_BATCH = BATCH_WORDS * 32;

/** Up to this number of uncertain nodes, all worlds are enumerated. */
const ENUMERATION_LIMIT = 12;

/** One batch of evaluated worlds. The bits of node `n` are the integers from `n * words`. */
export interface WorldBatch {
  readonly bits: WorldBits;
  readonly words: number;
  /** The probability of each world of the batch. */
  readonly weights: Float64Array;
  /** Whether these are drawn at random; otherwise, all possible worlds are evaluated. */
  readonly isDrawn: boolean;
  /** Supposes a node true or false in these worlds, or takes the supposition back (undefined). Updates `bits`. */
  readonly suppose: (node: NodeIndex, value: boolean | undefined) => void;
}

/** The nodes whose chance is neither 0 nor 1 nor supposed. */
function uncertainNodes(framework: Framework, suppositions: Suppositions): readonly NodeIndex[] {
  const nodes: NodeIndex[] = [];
  for (let node = 0; node < framework.size; node++) {
    const chance = at(framework.chance, node);
    if (chance > 0 && chance < 1 && isDrawnNode(framework, node) && !suppositions.has(node)) nodes.push(node);
  }
  return nodes;
}

/** Whether the chance of a node matters: that of a statement with reasons is computed from them. */
const isDrawnNode = (framework: Framework, node: NodeIndex): boolean =>
  framework.isStep[node] === 1 || isListEmpty(framework.reasons, node);

/**
 * Evaluates the possible worlds, batch by batch: all of them if at most twelve nodes are uncertain, else `count` random
 * ones, rounded up to whole batches. The same framework always gets the same worlds. A batch is valid until the next.
 *
 * @param exact if random worlds are needed: likelihoods that are known. Nodes with such a likelihood are then not evaluated,
 * but drawn where others depend on them, and their bits mean nothing elsewhere
 */
export function* evaluateWorlds(
  framework: Framework,
  suppositions: Suppositions,
  count: number,
  exact?: () => ProductLikelihoods,
): Generator<WorldBatch, void, undefined> {
  const allUncertain = uncertainNodes(framework, suppositions);
  const isDrawn = allUncertain.length > ENUMERATION_LIMIT;
  const known = isDrawn ? exact?.() : undefined;
  const uncertain = known === undefined ? allUncertain : allUncertain.filter((node) => known.isExact[node] !== 1);
  const worlds = isDrawn ? count : 2 ** uncertain.length;
  const batches = Math.ceil(worlds / WORLDS_PER_BATCH);
  const words = isDrawn ? BATCH_WORDS : Math.min(BATCH_WORDS, Math.ceil(worlds / 32));
  const granted = constantBits(framework, words);
  const supposed = new Map(suppositions);
  const evaluation = createEvaluation(framework, supposed, granted, words, known?.isExact);
  const drawKnown = known === undefined ? undefined : createKnownDraws(framework, known, evaluation.bits, words);
  const suppose = (node: NodeIndex, value: boolean | undefined): void => {
    if (value === undefined) supposed.delete(node);
    else supposed.set(node, value);
    evaluation.update([node]);
  };
  const states = Int32Array.from(uncertain, (node) => at(framework.seed, node));
  for (let batch = 0; batch < batches; batch++) {
    for (const [index, node] of uncertain.entries()) {
      const [start, end] = [node * words, (node + 1) * words];
      if (isDrawn) {
        states[index] = fillRandomBits(granted.stands, start, end, at(framework.chance, node), at(states, index));
      } else {
        for (let word = 0; word < words; word++)
          granted.stands[start + word] = patternBits(index, batch * words + word);
      }
      for (let word = start; word < end; word++) granted.falls[word] = ~at(granted.stands, word);
    }
    drawKnown?.();
    evaluation.run();
    const weights = isDrawn
      ? new Float64Array(words * 32).fill(1 / (batches * words * 32))
      : worldWeights(framework, uncertain, worlds, batch * words * 32, words * 32);
    yield { bits: evaluation.bits, words, weights, isDrawn, suppose };
  }
}

/** Returns the bits of one uncertain node in 32 worlds of an enumeration: bit `index` of the number of each world. */
function patternBits(index: number, word: number): number {
  const patterns = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];
  return patterns[index] ?? (((word >> (index - 5)) & 1) === 1 ? -1 : 0);
}

/** Returns the probabilities of some worlds of an enumeration; 0 past the last world. */
function worldWeights(
  framework: Framework,
  uncertain: readonly NodeIndex[],
  worlds: number,
  first: number,
  count: number,
): Float64Array {
  return Float64Array.from({ length: count }, (_, offset) => {
    const world = first + offset;
    if (world >= worlds) return 0;
    let weight = 1;
    for (const [index, node] of uncertain.entries()) {
      const chance = at(framework.chance, node);
      weight *= ((world >> index) & 1) === 1 ? chance : 1 - chance;
    }
    return weight;
  });
}

/** Returns what is the same in all worlds: whether statements are granted, and steps carry. */
function constantBits(framework: Framework, words: number): WorldBits {
  const stands = new Int32Array(framework.size * words);
  const falls = new Int32Array(framework.size * words);
  for (let node = 0; node < framework.size; node++) {
    const [isGranted, isRejected] = certainGrant(framework, node);
    if (isGranted) stands.fill(-1, node * words, (node + 1) * words);
    if (isRejected) falls.fill(-1, node * words, (node + 1) * words);
  }
  return { stands, falls };
}

/** Returns whether a node is granted, and whether it is rejected. A stated chance goes before the status. */
function certainGrant(framework: Framework, node: NodeIndex): readonly [boolean, boolean] {
  const chance = at(framework.chance, node);
  if (!Number.isNaN(chance)) return [chance === 1, chance === 0];
  if (framework.isStep[node] === 1) return [true, false];
  const grant = framework.grant[node];
  return [grant === GRANTED, grant === REJECTED];
}
