/** Explains what makes an entry as likely as it is. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { isStep } from "../../language/vocabulary.ts";
import type { Argument } from "../argument.ts";
import { type Adjacency, at, isListEmpty, listOf, type NodeIndex } from "../framework.ts";
import { statedLikelihoodOf } from "../judgments.ts";
import type { Likelihoods } from "../likelihood/likelihood.ts";
import { fillPhrase, fillText, formFor, joinList } from "../words/phrases.ts";
import type { CountedPhrase, WeighingWords } from "../words/weighingWords.ts";
import { isUncertain, likelihoodOpening, percentage, valueWithPercentage } from "./likelihoodTerm.ts";
import type { Sentence } from "./sentence.ts";

/** More entries than these are counted, not named. */
const MAX_NAMED = 3;

/** What a sentence is made from. */
interface Context {
  readonly argument: Argument;
  readonly likelihoods: Likelihoods;
  readonly words: WeighingWords;
}

/**
 * Returns sentences such as `It is likely (60%): it rests on “lorries” (75%) and its strength is “strong” (80%). Against it:
 * the objection “noise” (10%).` Undefined if the likelihood is the one that the map states, or says no more than the standing.
 */
export function explainLikelihood(
  argument: Argument,
  likelihoods: Likelihoods,
  entry: Entry,
  words: WeighingWords,
): Sentence | undefined {
  const node = argument.nodes.get(entry);
  if (node === undefined) return undefined;
  const [stands, open] = [at(likelihoods.likelihood, node), at(likelihoods.open, node)];
  if (!isUncertain(stands, open)) return undefined;
  const context = { argument, likelihoods, words };
  const attacks = attackers(context, node, argument.textNodes.get(entry));
  const stated = statedLikelihoodOf(argument, entry);
  const isGround = !isStep(entry.head.keyword) && isListEmpty(argument.framework.reasons, node);
  if (isGround && stated !== undefined && attacks.length === 0) return undefined;
  const factors: readonly Sentence[] = isStep(entry.head.keyword)
    ? stepFactors(context, entry, node)
    : isGround && stated !== undefined
      ? [[fillText(words.factors.states, { value: statedChance(context, stated, node) })]]
      : [];
  const reasons = isListEmpty(argument.framework.reasons, node) ? [] : reasonNames(context, node);
  const { neverStands, factors: withFactors, forIt, againstIt } = words.likelihoodSentence;
  let sentence: Sentence = [
    stands > 0 ? likelihoodOpening(stands, open, words) : fillText(neverStands, { open: percentage(open, words) }),
  ];
  const { clauses } = words.lists;
  if (factors.length > 0) sentence = fillPhrase(withFactors, { sentence, factors: joinList(clauses, factors) });
  if (reasons.length > 0) sentence = fillPhrase(forIt, { sentence, entries: reasons });
  if (attacks.length > 0) sentence = fillPhrase(againstIt, { sentence, entries: joinList(clauses, attacks) });
  return fillPhrase(words.sentence, { text: sentence });
}

const statedChance = ({ argument, words }: Context, value: string, node: NodeIndex): string =>
  valueWithPercentage(value, at(argument.framework.chance, node), words);

function stepFactors(context: Context, entry: Entry, node: NodeIndex): readonly Sentence[] {
  const { argument, words } = context;
  const strength = attributeOf(entry, "strength")?.value;
  const chance = at(argument.framework.chance, node);
  const textNode = argument.textNodes.get(entry);
  const premises = uncertain(context, argument.framework.premises, node).filter((premise) => premise !== textNode);
  return [
    ...(premises.length === 0
      ? []
      : [fillPhrase(words.factors.restsOn, { entries: namedList(context, premises, "leastFirst") })]),
    ...(strength === undefined || Number.isNaN(chance) || chance === 1
      ? []
      : [[fillText(words.factors.strength, { value: statedChance(context, strength, node) })]]),
  ];
}

/** Names the uncertain reasons, unless one is certain, so that the others do not matter. */
function reasonNames(context: Context, node: NodeIndex): Sentence {
  const { argument, likelihoods, words } = context;
  const all = [...new Set(listOf(argument.framework.reasons, node))];
  if (all.some((reason) => at(likelihoods.likelihood, reason) >= 1)) return [];
  return named(
    context,
    words.weighedEntries.reasons,
    all.filter((one) => isUncertainNode(likelihoods, one)),
  );
}

/** Names what may bring a node down. */
function attackers(context: Context, node: NodeIndex, textNode: NodeIndex | undefined): readonly Sentence[] {
  const { framework } = context.argument;
  const { weighedEntries } = context.words;
  const attacked = textNode === undefined ? [node] : [node, textNode];
  const objections = attacked.flatMap((one) => uncertain(context, framework.objections, one));
  const rivals = uncertain(context, framework.contradictions, node);
  const answers = [...listOf(framework.groupsOf, node)]
    .flatMap((group) => framework.rivalGroups[group]?.answers ?? [])
    .filter((answer) => answer !== node && !rivals.includes(answer) && isUncertainNode(context.likelihoods, answer));
  return [
    named(context, weighedEntries.objections, objections),
    named(context, weighedEntries.rivals, rivals),
    named(context, weighedEntries.answers, [...new Set(answers)]),
  ].filter(({ length }) => length > 0);
}

const isUncertainNode = ({ likelihood, open }: Likelihoods, node: NodeIndex): boolean =>
  isUncertain(at(likelihood, node), at(open, node));

const uncertain = ({ likelihoods }: Context, list: Adjacency, node: NodeIndex): readonly NodeIndex[] =>
  [...new Set(listOf(list, node))].filter((one) => isUncertainNode(likelihoods, one));

/** Names some nodes; empty if there are none. */
const named = (context: Context, phrase: CountedPhrase, nodes: readonly NodeIndex[]): Sentence =>
  nodes.length === 0
    ? []
    : fillPhrase(formFor(phrase, nodes.length), { entries: namedList(context, nodes, "mostFirst") });

/** Lists some nodes with their percentages, those that matter most first. */
function namedList(
  { argument, likelihoods: { likelihood, open }, words }: Context,
  nodes: readonly NodeIndex[],
  order: "mostFirst" | "leastFirst",
): Sentence {
  const { share: withShare, openShare, others } = words.weighedEntries;
  const sign = order === "mostFirst" ? -1 : 1;
  const ordered = [...nodes].sort((a, b) => sign * (at(likelihood, a) - at(likelihood, b)));
  const shown = ordered.length > MAX_NAMED + 1 ? ordered.slice(0, MAX_NAMED) : ordered;
  const items = shown.flatMap((node): Sentence[] => {
    const entry = argument.entries[node];
    if (entry === undefined) return [];
    const stands = at(likelihood, node);
    return [
      stands > 0
        ? fillPhrase(withShare, { entry: [entry], share: percentage(stands, words) })
        : fillPhrase(openShare, { entry: [entry], share: percentage(at(open, node), words) }),
    ];
  });
  const rest = ordered.length - shown.length;
  const counted: Sentence = [fillText(formFor(others, rest), { count: `${rest}` })];
  return joinList(words.lists.entries, rest === 0 ? items : [...items, counted]);
}
