/**
 * How much a conclusion depends on each statement without reasons: Birnbaum's importance (“On the importance of different
 * components in a multicomponent system”, 1969), that is, P(conclusion | statement true) − P(conclusion | statement false).
 */
import { at, type Framework, isListEmpty, type NodeIndex } from "../framework.ts";
import { evaluateWorlds, type WorldBatch } from "../likelihood/worlds.ts";
import { NO_SUPPOSITIONS, type Suppositions } from "../standing.ts";

/** The number of random worlds. Both halves of a difference use the same ones, so that fewer are enough. */
const RANDOM_WORLDS = 2000;

/** The statements without reasons: those that a map takes for granted. */
export function groundsOf(framework: Framework): readonly NodeIndex[] {
  const grounds: NodeIndex[] = [];
  for (let node = 0; node < framework.size; node++) {
    if (framework.isStep[node] === 0 && isListEmpty(framework.reasons, node)) grounds.push(node);
  }
  return grounds;
}

/** Returns the importance, from −1 to 1, of each of the grounds (rows) for each of the conclusions (columns). */
export function computeImportance(
  framework: Framework,
  grounds: readonly NodeIndex[],
  conclusions: readonly NodeIndex[],
  suppositions: Suppositions = NO_SUPPOSITIONS,
): readonly Float64Array[] {
  const steps = importanceSteps(framework, grounds, conclusions, suppositions);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Does the same in slices of a few milliseconds: the caller may pause after each. */
export function* importanceSteps(
  framework: Framework,
  grounds: readonly NodeIndex[],
  conclusions: readonly NodeIndex[],
  suppositions: Suppositions = NO_SUPPOSITIONS,
): Generator<undefined, readonly Float64Array[], undefined> {
  const rows = grounds.map(() => new Float64Array(conclusions.length));
  for (const batch of evaluateWorlds(framework, suppositions, RANDOM_WORLDS)) {
    for (const [index, ground] of grounds.entries()) {
      const row = rows[index];
      if (row === undefined) continue;
      for (const value of [true, false]) {
        batch.suppose(ground, value);
        for (const [column, conclusion] of conclusions.entries()) {
          const share = standingShare(batch, conclusion);
          row[column] = at(row, column) + (value ? share : -share);
        }
      }
      batch.suppose(ground, suppositions.get(ground));
      yield;
    }
  }
  return rows;
}

/** Returns the probability of the worlds of a batch in which a node stands. */
export function standingShare({ bits, words, weights }: WorldBatch, node: NodeIndex): number {
  let share = 0;
  for (let word = 0; word < words; word++) {
    const set = at(bits.stands, node * words + word);
    if (set === 0) continue;
    for (let bit = 0; bit < 32; bit++) if ((set >>> bit) & 1) share += at(weights, word * 32 + bit);
  }
  return share;
}
