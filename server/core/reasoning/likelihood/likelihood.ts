/** How likely each node is to stand: exact where that is possible, else estimated from random worlds. */
import { at, type Framework } from "../framework.ts";
import { NO_SUPPOSITIONS, type Suppositions } from "../standing.ts";
import { type ProductLikelihoods, productLikelihoods } from "./productLikelihood.ts";
import { evaluateWorlds, type WorldBatch } from "./worlds.ts";

/** Probabilities from 0 to 1, by node. */
export interface Likelihoods {
  /** The share of worlds in which the node stands. */
  readonly likelihood: Float64Array;
  /** The share of worlds in which the node is undecided. */
  readonly open: Float64Array;
  /** The standard error of `likelihood`; 0 where it is exact. */
  readonly error: Float64Array;
}

/** The number of random worlds, which gives a standard error of at most half a percentage point. */
const RANDOM_WORLDS = 10_000;

/** Computes the likelihoods of all nodes. */
export function computeLikelihoods(framework: Framework, suppositions: Suppositions = NO_SUPPOSITIONS): Likelihoods {
  const steps = likelihoodSteps(framework, suppositions);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Does the same in slices of a few milliseconds: the caller may pause after each. */
export function* likelihoodSteps(
  framework: Framework,
  suppositions: Suppositions = NO_SUPPOSITIONS,
): Generator<undefined, Likelihoods, undefined> {
  const likelihood = new Float64Array(framework.size);
  const falling = new Float64Array(framework.size);
  let isDrawn = false;
  let worlds = 0;
  let exact: ProductLikelihoods | undefined;
  const computeExact = (): ProductLikelihoods => {
    exact = productLikelihoods(framework, suppositions);
    return exact;
  };
  for (const batch of evaluateWorlds(framework, suppositions, RANDOM_WORLDS, computeExact)) {
    addShares(batch, batch.bits.stands, likelihood, exact);
    addShares(batch, batch.bits.falls, falling, exact);
    isDrawn = batch.isDrawn;
    worlds += batch.words * 32;
    yield;
  }
  const open = new Float64Array(framework.size);
  const error = new Float64Array(framework.size);
  for (let node = 0; node < framework.size; node++) {
    if (exact?.isExact[node] === 1) {
      likelihood[node] = at(exact.stands, node);
      falling[node] = at(exact.falls, node);
    } else if (isDrawn) {
      error[node] = Math.sqrt((at(likelihood, node) * (1 - at(likelihood, node))) / worlds);
    }
    open[node] = Math.max(0, 1 - at(likelihood, node) - at(falling, node));
    open[node] = withoutRoundingError(at(open, node));
    likelihood[node] = withoutRoundingError(at(likelihood, node));
  }
  return { likelihood, open, error };
}

/** Adds the probability of the worlds of a batch in which a bit is set, by node, except for nodes whose likelihood is known. */
function addShares(
  { words, weights, isDrawn }: WorldBatch,
  bits: Int32Array,
  shares: Float64Array,
  exact: ProductLikelihoods | undefined,
): void {
  const weight = at(weights, 0);
  for (let node = 0; node < shares.length; node++) {
    if (exact?.isExact[node] === 1) continue;
    let share = 0;
    for (let word = 0; word < words; word++) {
      const set = bits[node * words + word] ?? 0;
      if (isDrawn) share += countBits(set) * weight;
      else if (set !== 0) {
        for (let bit = 0; bit < 32; bit++) if ((set >>> bit) & 1) share += at(weights, word * 32 + bit);
      }
    }
    shares[node] = at(shares, node) + share;
  }
}

/** Returns the number of bits that are set in a 32-bit integer (the parallel count of “Hacker’s Delight”, 5-1). */
function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Rounds a share to ten decimals: sums of shares are off by rounding errors, so that 67.5% would be shown as 67%. */
const withoutRoundingError = (share: number): number => Math.round(Math.min(1, share) * 1e10) / 1e10;
