/** Why a node stands, falls or is undecided: the nodes that decide it, and how. */

import { at, GRANTED, isListEmpty, listOf, type NodeIndex, REJECTED } from "../framework.ts";
import {
  eliminationSuccess,
  objectionSuccess,
  rivalSuccess,
  type Standing,
  type Standings,
  standingOf,
} from "../standing.ts";
import { circleThrough } from "./circle.ts";
import { compareReasonsOf, type ReasonComparison, strongestStandingReason } from "./rivalry.ts";

/** One part of an explanation. Lists of nodes are in the order of the text, and are not empty unless stated otherwise. */
export type Cause =
  | { readonly kind: "supposed" }
  /** Nobody gives a reason for the statement; the map takes it for granted, leaves it open or rejects it. */
  | { readonly kind: "granted" | "open" | "rejected" }
  /** At least one of these reasons stands: these do. */
  | { readonly kind: "reasonsStand"; readonly nodes: readonly NodeIndex[] }
  /** None of the reasons stands. */
  | { readonly kind: "reasonsFall"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "reasonsUndecided"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "premisesStand"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "premisesFall"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "premisesUndecided"; readonly nodes: readonly NodeIndex[] }
  /** `over` is the strongest of the standing reasons for the node, none of which is stronger than the objections. */
  | { readonly kind: "objectionsSucceed"; readonly nodes: readonly NodeIndex[]; readonly over: NodeIndex | undefined }
  | { readonly kind: "objectionsUndecided"; readonly nodes: readonly NodeIndex[] }
  /** The objections do not stand themselves. */
  | { readonly kind: "objectionsFall"; readonly nodes: readonly NodeIndex[] }
  /** The objections stand, but `by`, a standing reason for the node, is stronger. */
  | { readonly kind: "objectionsOutweighed"; readonly nodes: readonly NodeIndex[]; readonly by: NodeIndex | undefined }
  | RivalCause<"rivalsStand" | "rivalsUndecided">
  /** Of the answers to the question, only one can be true, and these stand or are undecided. */
  | RivalCause<"otherAnswersStand" | "otherAnswersUndecided">
  /** All other answers of a question that has exactly one answer fall. */
  | { readonly kind: "otherAnswersFall"; readonly nodes: readonly NodeIndex[] }
  /** The node rests on itself, or the attacks on it lead back to it. The nodes are those in between, possibly none. */
  | { readonly kind: "restsOnItself" | "isAttackedInCircle"; readonly nodes: readonly NodeIndex[] };

type RivalKind = "rivalsStand" | "rivalsUndecided" | "otherAnswersStand" | "otherAnswersUndecided";

interface RivalCause<Kind extends RivalKind> {
  readonly kind: Kind;
  readonly nodes: readonly NodeIndex[];
  /** How the reasons for the only one of `nodes` compare with those for the node; undefined if there are several. */
  readonly comparison: ReasonComparison | undefined;
}

export interface NodeExplanation {
  readonly standing: Standing;
  readonly causes: readonly Cause[];
}

/** The causes that have nothing but a list of nodes. */
type ListCause = Exclude<
  Extract<Cause, { readonly nodes: readonly NodeIndex[] }>,
  { readonly by: unknown } | { readonly over: unknown } | { readonly comparison: unknown }
>;

/** Explains the standing of a node by the nodes that its condition mentions. */
export function explainStanding(standings: Standings, node: NodeIndex): NodeExplanation {
  const standing = standingOf(standings, node);
  if (standings.suppositions.has(node)) return { standing, causes: [{ kind: "supposed" }] };
  const causes = [...supportCauses(standings, node, standing), ...attackCauses(standings, node, standing)];
  return { standing, causes: standing === "undecided" ? withCircle(standings, node, causes) : causes };
}

/** Names the circle that a node is part of, instead of the undecided nodes on it, which would only point at each other. */
function withCircle(standings: Standings, node: NodeIndex, causes: readonly Cause[]): readonly Cause[] {
  const circle = circleThrough(standings, node);
  if (circle === undefined) return causes;
  const { hasAttack, nodes } = circle;
  const onCircle = new Set([node, ...nodes]);
  const others = causes.flatMap((cause): readonly Cause[] => {
    if (!("nodes" in cause) || "comparison" in cause) return [cause];
    const rest = cause.nodes.filter((one) => !onCircle.has(one));
    return rest.length === 0 ? [] : [{ ...cause, nodes: rest }];
  });
  return [{ kind: hasAttack ? "isAttackedInCircle" : "restsOnItself", nodes }, ...others];
}

/** Returns the nodes that an explanation names, each once. */
export function decidingNodes({ causes }: NodeExplanation): readonly NodeIndex[] {
  return [...new Set(causes.flatMap((cause) => ("nodes" in cause ? cause.nodes : [])))];
}

function supportCauses(standings: Standings, node: NodeIndex, standing: Standing): readonly Cause[] {
  const { framework } = standings;
  const reasons = byStanding(standings, listOf(framework.reasons, node));
  const premises = byStanding(standings, listOf(framework.premises, node));
  const hasReasons = !isListEmpty(framework.reasons, node);
  const isStep = framework.isStep[node] === 1;
  if (!isStep && !hasReasons) return grantCauses(at(framework.grant, node), standing);
  const isEliminated = !isStep && eliminationSuccess(standings, node) === "stands";
  if (standing === "stands") {
    return [
      ...list("premisesStand", premises.stands),
      ...list("reasonsStand", reasons.stands),
      ...(isEliminated && reasons.stands.length === 0 ? list("otherAnswersFall", otherAnswers(standings, node)) : []),
    ];
  }
  if (standing === "falls") {
    return [
      ...list("premisesFall", premises.falls),
      ...(hasReasons && reasons.stands.length + reasons.undecided.length === 0 && !isEliminated
        ? list("reasonsFall", reasons.falls)
        : []),
    ];
  }
  return [
    ...list("premisesUndecided", premises.undecided),
    ...(reasons.stands.length === 0 ? list("reasonsUndecided", reasons.undecided) : []),
  ];
}

function grantCauses(grant: number, standing: Standing): readonly Cause[] {
  if (grant === REJECTED) return [{ kind: "rejected" }];
  if (grant === GRANTED) return standing === "stands" ? [{ kind: "granted" }] : [];
  return standing === "undecided" ? [{ kind: "open" }] : [];
}

function attackCauses(standings: Standings, node: NodeIndex, standing: Standing): readonly Cause[] {
  const { framework } = standings;
  const contradictions = new Set(listOf(framework.contradictions, node));
  const objections = bySuccess(listOf(framework.objections, node), (one) => objectionSuccess(standings, one, node));
  const rivals = bySuccess(contradictions, (rival) => rivalSuccess(standings, node, rival));
  const answers = bySuccess(
    rivalAnswersOf(standings, node).filter((answer) => !contradictions.has(answer)),
    (rival) => rivalSuccess(standings, node, rival),
  );
  const strongest = strongestStandingReason(standings, node);
  if (standing === "falls") {
    const { stands: nodes } = objections;
    return [
      ...(nodes.length === 0 ? [] : [{ kind: "objectionsSucceed", nodes, over: strongest } as const]),
      ...rivalCause(standings, node, "rivalsStand", rivals.stands),
      ...rivalCause(standings, node, "otherAnswersStand", answers.stands),
    ];
  }
  if (standing === "undecided") {
    return [
      ...list("objectionsUndecided", objections.undecided),
      ...rivalCause(standings, node, "rivalsUndecided", rivals.undecided),
      ...rivalCause(standings, node, "otherAnswersUndecided", answers.undecided),
    ];
  }
  const outweighed = objections.falls.filter((one) => standingOf(standings, one) !== "falls");
  return [
    ...(outweighed.length === 0 ? [] : [{ kind: "objectionsOutweighed", nodes: outweighed, by: strongest } as const]),
    ...list(
      "objectionsFall",
      objections.falls.filter((one) => !outweighed.includes(one)),
    ),
  ];
}

function rivalCause(
  standings: Standings,
  node: NodeIndex,
  kind: RivalKind,
  nodes: readonly NodeIndex[],
): readonly Cause[] {
  const [rival, ...others] = nodes;
  if (rival === undefined) return [];
  const comparison = others.length > 0 ? undefined : compareReasonsOf(standings, node, rival);
  // A standing attacker with reasons of equal strength brings the node down, too.
  const isDecisive =
    comparison?.kind === "rivalStronger" || kind === "rivalsUndecided" || kind === "otherAnswersUndecided";
  return [{ kind, nodes, comparison: isDecisive ? comparison : undefined }];
}

/** Returns the other answers to questions of which only one answer can be true. */
function rivalAnswersOf({ framework }: Standings, node: NodeIndex): readonly NodeIndex[] {
  const answers = new Set<NodeIndex>();
  for (const group of listOf(framework.groupsOf, node)) {
    for (const answer of framework.rivalGroups[group]?.answers ?? []) answers.add(answer);
  }
  answers.delete(node);
  return [...answers];
}

function otherAnswers({ framework }: Standings, node: NodeIndex): readonly NodeIndex[] {
  return [...listOf(framework.groupsOf, node)].flatMap((group) => {
    const rivals = framework.rivalGroups[group];
    return rivals?.isExhaustive === true ? rivals.answers.filter((answer) => answer !== node) : [];
  });
}

const byStanding = (standings: Standings, nodes: Iterable<NodeIndex>): NodesByStanding =>
  bySuccess(nodes, (node) => standingOf(standings, node));

type NodesByStanding = Readonly<Record<Standing, readonly NodeIndex[]>>;

/** Groups nodes, each once, by a standing. */
function bySuccess(nodes: Iterable<NodeIndex>, standingFor: (node: NodeIndex) => Standing): NodesByStanding {
  const groups: Record<Standing, NodeIndex[]> = { stands: [], falls: [], undecided: [] };
  for (const node of new Set(nodes)) groups[standingFor(node)].push(node);
  return groups;
}

const list = (kind: ListCause["kind"], nodes: readonly NodeIndex[]): readonly Cause[] =>
  nodes.length === 0 ? [] : [{ kind, nodes }];
