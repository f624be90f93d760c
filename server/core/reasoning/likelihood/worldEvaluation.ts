/**
 * The conditions of all nodes in many worlds at once: 32 worlds are the bits of an integer. The conditions are those of
 * `standing.ts`, except that all steps are equally strong.
 */
import { type Evaluator, resolve, solve } from "../fixedPoint.ts";
import { type Adjacency, at, type Framework, isListEmpty, listOf, type NodeIndex } from "../framework.ts";
import type { Suppositions } from "../standing.ts";

/** Worlds in which a node stands and falls, as bits. In all others it is undecided. */
export interface WorldBits {
  readonly stands: Int32Array;
  readonly falls: Int32Array;
}

/** The evaluation of one batch of worlds. */
export interface WorldEvaluation {
  readonly bits: WorldBits;
  /** Evaluates all nodes. */
  readonly run: () => void;
  /** Evaluates again what depends on some nodes. */
  readonly update: (changed: readonly NodeIndex[]) => void;
}

/**
 * Prepares the evaluation of worlds from their granted bits and the suppositions, which may change between runs.
 *
 * @param isGiven 1 for the nodes whose bits are not computed: the caller sets them
 */
export function createEvaluation(
  framework: Framework,
  suppositions: Suppositions,
  granted: WorldBits,
  words: number,
  isGiven?: Uint8Array,
): WorldEvaluation {
  const { size, dependencies, reasons, objections, premises, contradictions, groupsOf, rivalGroups, isStep } =
    framework;
  const hasGroups = rivalGroups.length > 0;
  const bits: WorldBits = { stands: new Int32Array(size * words), falls: new Int32Array(size * words) };
  /** Whether at least one reason for a node stands. Part of the value, as it protects from rivals. */
  const supported: WorldBits = { stands: new Int32Array(size * words), falls: new Int32Array(size * words) };
  const allStands = bits.stands;
  const allFalls = bits.falls;
  const stands = new Int32Array(words);
  const falls = new Int32Array(words);

  /** The node stands only where all nodes of a list stand. */
  const requireAll = ({ starts, items }: Adjacency, node: NodeIndex): void => {
    for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
      const other = at(items, edge) * words;
      for (let word = 0; word < words; word++) {
        stands[word] = wordAt(stands, word) & wordAt(allStands, other + word);
        falls[word] = wordAt(falls, word) | wordAt(allFalls, other + word);
      }
    }
  };

  /** The node stands only where all nodes of a list fall. */
  const requireNone = ({ starts, items }: Adjacency, node: NodeIndex): void => {
    for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
      const other = at(items, edge) * words;
      for (let word = 0; word < words; word++) {
        stands[word] = wordAt(stands, word) & wordAt(allFalls, other + word);
        falls[word] = wordAt(falls, word) | wordAt(allStands, other + word);
      }
    }
  };

  /** Sets `stands` and `falls` to whether at least one reason for a node stands. */
  const readReasons = (node: NodeIndex): void => {
    const { starts, items } = reasons;
    stands.fill(0);
    falls.fill(-1);
    for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
      const reason = at(items, edge) * words;
      for (let word = 0; word < words; word++) {
        stands[word] = wordAt(stands, word) | wordAt(allStands, reason + word);
        falls[word] = wordAt(falls, word) & wordAt(allFalls, reason + word);
      }
    }
  };

  /** An answer stands where all other answers fall, if one of them must be true. */
  const addElimination = (node: NodeIndex, index: number): void => {
    const group = rivalGroups[index];
    if (group === undefined || !group.isExhaustive || group.answers.length < 2) return;
    for (let word = 0; word < words; word++) {
      let allFall = -1;
      let oneStands = 0;
      for (const answer of group.answers) {
        if (answer === node) continue;
        allFall &= wordAt(allFalls, answer * words + word);
        oneStands |= wordAt(allStands, answer * words + word);
      }
      stands[word] = wordAt(stands, word) | allFall;
      falls[word] = wordAt(falls, word) & oneStands;
    }
  };

  const subtractRival = (node: NodeIndex, rival: NodeIndex): void => {
    if (rival === node) return;
    const canProtect = !isListEmpty(reasons, rival);
    for (let word = 0; word < words; word++) {
      const own = node * words + word;
      const other = rival * words + word;
      // Strengths are chances here, and not compared: a reason is stronger only if no reason for the rival stands.
      const isProtected = canProtect ? wordAt(supported.stands, own) & wordAt(supported.falls, other) : 0;
      const isExposed = canProtect ? wordAt(supported.falls, own) | wordAt(supported.stands, other) : -1;
      stands[word] = wordAt(stands, word) & (wordAt(allFalls, other) | isProtected);
      falls[word] = wordAt(falls, word) | (wordAt(allStands, other) & isExposed);
    }
  };

  /** Sets `stands` and `falls` to the condition of a node, except that `readReasons` has been called. */
  const readCondition = (node: NodeIndex, hasReasons: boolean): void => {
    const start = node * words;
    if (isStep[node] === 1 || !hasReasons) {
      for (let word = 0; word < words; word++) {
        // For a step with reasons, one of these must stand too.
        stands[word] = wordAt(granted.stands, start + word) & (hasReasons ? wordAt(stands, word) : -1);
        falls[word] = wordAt(granted.falls, start + word) | (hasReasons ? wordAt(falls, word) : 0);
      }
      requireAll(premises, node);
    } else if (hasGroups) {
      for (const group of listOf(groupsOf, node)) addElimination(node, group);
    }
    requireNone(objections, node);
    if (!isListEmpty(contradictions, node)) {
      for (const rival of listOf(contradictions, node)) subtractRival(node, rival);
    }
    if (!hasGroups) return;
    for (const group of listOf(groupsOf, node)) {
      for (const rival of rivalGroups[group]?.answers ?? []) subtractRival(node, rival);
    }
  };

  const evaluate = (node: NodeIndex): boolean => {
    if (isGiven?.[node] === 1) return false;
    const start = node * words;
    const hasReasons = !isListEmpty(reasons, node);
    if (hasReasons) readReasons(node);
    const hasSupportChanged = hasReasons && store(supported, start, stands, falls);
    const supposed = suppositions.get(node);
    if (supposed === undefined) readCondition(node, hasReasons);
    else {
      stands.fill(supposed ? -1 : 0);
      falls.fill(supposed ? 0 : -1);
    }
    return store(bits, start, stands, falls) || hasSupportChanged;
  };

  // Nodes without reasons never have the support of one.
  for (let node = 0; node < size; node++) {
    if (isListEmpty(reasons, node)) supported.falls.fill(-1, node * words, (node + 1) * words);
  }
  const reset = (node: NodeIndex): void => {
    const start = node * words;
    for (const values of [bits.stands, bits.falls, supported.stands]) values.fill(0, start, start + words);
    if (!isListEmpty(reasons, node)) supported.falls.fill(0, start, start + words);
  };
  const evaluator: Evaluator = { evaluate, reset };
  return {
    bits,
    run: () => {
      // Others are evaluated after all that they depend on, whatever their bits were before.
      for (let node = 0; node < size; node++) {
        if (dependencies.isCyclic[at(dependencies.componentOf, node)] === 1) reset(node);
      }
      solve(framework, evaluator);
    },
    update: (changed) => {
      resolve(framework, evaluator, changed);
    },
  };
}

/** Returns an integer of some bits. Apart from `at`, so that the engine compiles it for one type of array only. */
const wordAt = (array: Int32Array, index: number): number => array[index] ?? 0;

/** Stores the bits of a node. Returns whether they have changed. */
function store(target: WorldBits, start: number, stands: Int32Array, falls: Int32Array): boolean {
  let hasChanged = false;
  for (let word = 0; word < stands.length; word++) {
    hasChanged ||= target.stands[start + word] !== stands[word] || target.falls[start + word] !== falls[word];
    target.stands[start + word] = wordAt(stands, word);
    target.falls[start + word] = wordAt(falls, word);
  }
  return hasChanged;
}
