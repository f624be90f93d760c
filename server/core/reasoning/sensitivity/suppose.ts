/** Finds the smallest suppositions that change the standing of a node. */
import { type Framework, listOf, type NodeIndex } from "../framework.ts";
import { createWhatIf, type Standings, standingOf } from "../standing.ts";
import { groundsOf } from "./importance.ts";

/** One supposition of a set. */
export interface Supposition {
  readonly node: NodeIndex;
  readonly value: boolean;
}

/** The number of sets that are tried for one node, so that an answer comes while the user waits. */
const MAX_TRIALS = 2000;

/**
 * Returns the smallest sets of suppositions about other statements without reasons that would change the standing of a
 * node: single ones, or else pairs. Empty if there are none, or if none was found in 2,000 trials.
 */
export function smallestSuppositions(standings: Standings, node: NodeIndex): readonly (readonly Supposition[])[] {
  const candidates = [...groundsBelow(standings.framework, node)]
    .filter((ground) => ground !== node && !standings.suppositions.has(ground))
    .flatMap((ground) => oppositesOf(standings, ground));
  const whatIf = createWhatIf(standings);
  const hasEffect = (set: readonly Supposition[]): boolean => {
    whatIf.suppose(set.map(({ node: supposed, value }) => [supposed, value]));
    const standing = standingOf(whatIf.standings, node);
    whatIf.suppose(set.map(({ node: supposed }) => [supposed, undefined]));
    return standing !== standingOf(standings, node);
  };
  const singles = candidates.map((one) => [one]);
  const found = singles.slice(0, MAX_TRIALS).filter(hasEffect);
  return found.length > 0 ? found : pairsOf(candidates, MAX_TRIALS - singles.length).filter(hasEffect);
}

/** Returns the statements without reasons on which the condition of a node depends, directly or indirectly. */
export function groundsBelow(framework: Framework, node: NodeIndex): ReadonlySet<NodeIndex> {
  const reached = new Set([node]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const one of reached) {
    for (const list of [framework.reasons, framework.objections, framework.premises, framework.contradictions]) {
      for (const next of listOf(list, one)) reached.add(next);
    }
    for (const group of listOf(framework.groupsOf, one)) {
      for (const answer of framework.rivalGroups[group]?.answers ?? []) reached.add(answer);
    }
  }
  return new Set(groundsOf(framework).filter((ground) => reached.has(ground)));
}

function oppositesOf(standings: Standings, node: NodeIndex): readonly Supposition[] {
  const standing = standingOf(standings, node);
  const values = standing === "stands" ? [false] : standing === "falls" ? [true] : [true, false];
  return values.map((value) => ({ node, value }));
}

function pairsOf(candidates: readonly Supposition[], limit: number): readonly (readonly Supposition[])[] {
  const pairs: Supposition[][] = [];
  for (const [index, first] of candidates.entries()) {
    for (const second of candidates.slice(index + 1)) {
      if (pairs.length >= limit) return pairs;
      if (first.node !== second.node) pairs.push([first, second]);
    }
  }
  return pairs;
}
