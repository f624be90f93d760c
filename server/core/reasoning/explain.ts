/** Why a node stands, falls or is undecided: the nodes that decide it, and how. */
import { at, GRANTED, isListEmpty, listOf, type NodeIndex, REJECTED } from "./framework.ts";
import {
  eliminationSuccess,
  objectionSuccess,
  rivalSuccess,
  type Standing,
  type Standings,
  standingOf,
} from "./standing.ts";

/** One part of an explanation. Lists of nodes are in the order of the text, and never empty. */
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
  | { readonly kind: "objectionsSucceed"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "objectionsUndecided"; readonly nodes: readonly NodeIndex[] }
  /** The objections do not stand themselves. */
  | { readonly kind: "objectionsFall"; readonly nodes: readonly NodeIndex[] }
  /** The objections stand, but a standing reason for the node is stronger. */
  | { readonly kind: "objectionsOutweighed"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "rivalsStand"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "rivalsUndecided"; readonly nodes: readonly NodeIndex[] }
  /** Of the answers to the question, only one can be true, and these stand. */
  | { readonly kind: "otherAnswersStand"; readonly nodes: readonly NodeIndex[] }
  | { readonly kind: "otherAnswersUndecided"; readonly nodes: readonly NodeIndex[] }
  /** All other answers of a question that has exactly one answer fall. */
  | { readonly kind: "otherAnswersFall"; readonly nodes: readonly NodeIndex[] };

export interface NodeExplanation {
  readonly standing: Standing;
  readonly causes: readonly Cause[];
}

type ListCause = Extract<Cause, { readonly nodes: readonly NodeIndex[] }>;

/** Explains the standing of a node by the nodes that its condition mentions. */
export function explainStanding(standings: Standings, node: NodeIndex): NodeExplanation {
  const standing = standingOf(standings, node);
  if (standings.suppositions.has(node)) return { standing, causes: [{ kind: "supposed" }] };
  const causes = [...supportCauses(standings, node, standing), ...attackCauses(standings, node, standing)];
  return { standing, causes };
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
  if (standing === "falls") {
    return [
      ...list("objectionsSucceed", objections.stands),
      ...list("rivalsStand", rivals.stands),
      ...list("otherAnswersStand", answers.stands),
    ];
  }
  const outweighed = objections.falls.filter((one) => standingOf(standings, one) !== "falls");
  return [
    ...list("objectionsUndecided", objections.undecided),
    ...list("rivalsUndecided", rivals.undecided),
    ...list("otherAnswersUndecided", answers.undecided),
    ...list(
      "objectionsFall",
      objections.falls.filter((one) => !outweighed.includes(one)),
    ),
    ...list("objectionsOutweighed", outweighed),
  ];
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
