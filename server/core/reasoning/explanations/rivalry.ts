/** How the reasons for a statement compare with those for one that contradicts it. */
import { at, isListEmpty, listOf, type NodeIndex } from "../framework.ts";
import { type Standings, standingOf } from "../standing.ts";

/**
 * - `rivalStronger`: both have standing reasons, and `reason`, for the rival, is stronger than all reasons for the statement.
 * - `equal`: both have standing reasons, none of which is stronger than all reasons on the other side.
 * - `noReasons`: neither has any reasons.
 */
export type ReasonComparison =
  | { readonly kind: "rivalStronger"; readonly reason: NodeIndex }
  | { readonly kind: "equal" }
  | { readonly kind: "noReasons" };

/** Compares the reasons for a statement and its rival. Undefined if none of the cases applies. */
export function compareReasonsOf(
  standings: Standings,
  statement: NodeIndex,
  rival: NodeIndex,
): ReasonComparison | undefined {
  const { framework, strongestStanding, strongestPossible } = standings;
  if (isListEmpty(framework.reasons, statement) && isListEmpty(framework.reasons, rival)) return { kind: "noReasons" };
  const [own, other] = [at(strongestStanding, statement), at(strongestStanding, rival)];
  const [ownPossible, otherPossible] = [at(strongestPossible, statement), at(strongestPossible, rival)];
  if (own < 0 || other < 0) return undefined;
  if (own === other && own === ownPossible && other === otherPossible) return { kind: "equal" };
  if (other <= ownPossible) return undefined;
  const reason = strongestStandingReason(standings, rival);
  return reason === undefined ? undefined : { kind: "rivalStronger", reason };
}

/** Returns the first of the strongest reasons for a node that stand. */
export function strongestStandingReason(standings: Standings, node: NodeIndex): NodeIndex | undefined {
  const { framework, strongestStanding } = standings;
  const strongest = at(strongestStanding, node);
  return listOf(framework.reasons, node).find(
    (reason) => standingOf(standings, reason) === "stands" && at(framework.strength, reason) === strongest,
  );
}
