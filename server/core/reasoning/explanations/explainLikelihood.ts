/** Explains in English what makes an entry as likely as it is. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { isStep } from "../../language/vocabulary.ts";
import { plural } from "../../strings/english.ts";
import type { Argument } from "../argument.ts";
import { type Adjacency, at, isListEmpty, listOf, type NodeIndex } from "../framework.ts";
import { statedLikelihoodOf } from "../judgments.ts";
import type { Likelihoods } from "../likelihood/likelihood.ts";
import { isUncertain, likelihoodPredicate, percentage, valueWithPercentage } from "./likelihoodTerm.ts";
import { joinParts, type Sentence } from "./sentence.ts";

/** More entries than these are counted, not named. */
const MAX_NAMED = 3;

/**
 * Returns sentences such as `It is likely (60%): it rests on “lorries” (75%), and its strength is “strong” (80%). Against it:
 * the objection “noise” (10%).` Undefined if the likelihood is the one that the map states, or says no more than the standing.
 */
export function explainLikelihood(argument: Argument, likelihoods: Likelihoods, entry: Entry): Sentence | undefined {
  const node = argument.nodes.get(entry);
  if (node === undefined) return undefined;
  const [stands, open] = [at(likelihoods.likelihood, node), at(likelihoods.open, node)];
  if (!isUncertain(stands, open)) return undefined;
  const attacks = attackers(argument, likelihoods, node, argument.textNodes.get(entry));
  const stated = statedLikelihoodOf(argument, entry);
  const isGround = !isStep(entry.head.keyword) && isListEmpty(argument.framework.reasons, node);
  if (isGround && stated !== undefined && attacks.length === 0) return undefined;
  const factors: readonly Sentence[] = isStep(entry.head.keyword)
    ? stepFactors(argument, likelihoods, entry, node)
    : isGround && stated !== undefined
      ? [[`the map states ${valueWithPercentage(stated, at(argument.framework.chance, node))}`]]
      : [];
  const reasons = isListEmpty(argument.framework.reasons, node) ? [] : reasonNames(argument, likelihoods, node);
  return [
    stands > 0
      ? `It ${likelihoodPredicate(stands, open)}`
      : `It never stands, but is undecided in ${percentage(open)} of the cases`,
    ...(factors.length === 0 ? [] : [": ", ...joinParts(factors)]),
    ...(reasons.length === 0 ? [] : [". For it: ", ...reasons]),
    ...(attacks.length === 0 ? [] : [". Against it: ", ...joinParts(attacks)]),
    ".",
  ];
}

function stepFactors(argument: Argument, likelihoods: Likelihoods, entry: Entry, node: NodeIndex): readonly Sentence[] {
  const strength = attributeOf(entry, "strength")?.value;
  const chance = at(argument.framework.chance, node);
  const textNode = argument.textNodes.get(entry);
  const premises = uncertain(argument.framework.premises, likelihoods, node).filter((premise) => premise !== textNode);
  return [
    ...(premises.length === 0 ? [] : [["it rests on ", ...namedList(argument, likelihoods, premises, "leastFirst")]]),
    ...(strength === undefined || Number.isNaN(chance) || chance === 1
      ? []
      : [[`its strength is ${valueWithPercentage(strength, chance)}`]]),
  ];
}

/** Names the uncertain reasons, unless one is certain, so that the others do not matter. */
function reasonNames(argument: Argument, likelihoods: Likelihoods, node: NodeIndex): Sentence {
  const all = [...new Set(listOf(argument.framework.reasons, node))];
  if (all.some((reason) => at(likelihoods.likelihood, reason) >= 1)) return [];
  return named(
    argument,
    likelihoods,
    "the reason",
    all.filter((one) => isUncertainNode(likelihoods, one)),
  );
}

/** Names what may bring a node down. */
function attackers(
  argument: Argument,
  likelihoods: Likelihoods,
  node: NodeIndex,
  textNode: NodeIndex | undefined,
): readonly Sentence[] {
  const { framework } = argument;
  const attacked = textNode === undefined ? [node] : [node, textNode];
  const objections = attacked.flatMap((one) => uncertain(framework.objections, likelihoods, one));
  const rivals = uncertain(framework.contradictions, likelihoods, node);
  const answers = [...listOf(framework.groupsOf, node)]
    .flatMap((group) => framework.rivalGroups[group]?.answers ?? [])
    .filter((answer) => answer !== node && !rivals.includes(answer) && isUncertainNode(likelihoods, answer));
  return [
    named(argument, likelihoods, "the objection", objections),
    named(argument, likelihoods, "the contradicting claim", rivals),
    named(argument, likelihoods, "the other answer", [...new Set(answers)]),
  ].filter(({ length }) => length > 0);
}

const isUncertainNode = ({ likelihood, open }: Likelihoods, node: NodeIndex): boolean =>
  isUncertain(at(likelihood, node), at(open, node));

const uncertain = (list: Adjacency, likelihoods: Likelihoods, node: NodeIndex): readonly NodeIndex[] =>
  [...new Set(listOf(list, node))].filter((one) => isUncertainNode(likelihoods, one));

/** Names some nodes after a noun in the singular or plural; empty if there are none. */
const named = (argument: Argument, likelihoods: Likelihoods, noun: string, nodes: readonly NodeIndex[]): Sentence =>
  nodes.length === 0 ? [] : [`${plural(nodes.length, noun)} `, ...namedList(argument, likelihoods, nodes, "mostFirst")];

/** Lists some nodes with their percentages, those that matter most first. */
function namedList(
  { entries }: Argument,
  { likelihood, open }: Likelihoods,
  nodes: readonly NodeIndex[],
  order: "mostFirst" | "leastFirst",
): Sentence {
  const sign = order === "mostFirst" ? -1 : 1;
  const ordered = [...nodes].sort((a, b) => sign * (at(likelihood, a) - at(likelihood, b)));
  const shown = ordered.length > MAX_NAMED + 1 ? ordered.slice(0, MAX_NAMED) : ordered;
  const items = shown.flatMap((node): Sentence[] => {
    const entry = entries[node];
    const share = at(likelihood, node);
    const value = share > 0 ? percentage(share) : `undecided ${percentage(at(open, node))}`;
    return entry === undefined ? [] : [[entry, ` (${value})`]];
  });
  const rest = ordered.length - shown.length;
  return joinParts(rest === 0 ? items : [...items, [`${rest} others`]]);
}
