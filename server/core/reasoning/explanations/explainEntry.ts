/** Explains why an entry stands, falls or is undecided. */
import type { Entry } from "../../language/entry.ts";
import { isStep } from "../../language/vocabulary.ts";
import type { Argument } from "../argument.ts";
import { at, listOf, type NodeIndex } from "../framework.ts";
import { statedLikelihoodOf } from "../judgments.ts";
import { objectionSuccess, type Standing, type Standings, standingOf } from "../standing.ts";
import { fillPhrase, fillText, joinList } from "../words/phrases.ts";
import type { WeighingWords } from "../words/weighingWords.ts";
import { causeClause } from "./causeClause.ts";
import { type Cause, decidingNodes, explainStanding, type NodeExplanation } from "./explain.ts";
import { valueWithPercentage } from "./likelihoodTerm.ts";
import { strongestStandingReason } from "./rivalry.ts";
import type { Sentence } from "./sentence.ts";

/** The standing of an entry, with its reasons. */
export interface EntryExplanation {
  readonly standing: Standing;
  /** One sentence, such as `It falls because the objection “trade” succeeds.`, with the entries that it names. */
  readonly sentence: Sentence;
  /** The entries that decide the standing, in the order of the sentence. */
  readonly because: readonly Entry[];
}

/** Explains the standing of a statement or step; undefined for other entries. */
export function explainEntry(
  argument: Argument,
  standings: Standings,
  entry: Entry,
  words: WeighingWords,
): EntryExplanation | undefined {
  const node = argument.nodes.get(entry);
  if (node === undefined) return undefined;
  const explanation = explainNode(argument, standings, entry, node);
  const because = decidingNodes(explanation).flatMap((one) => argument.entries[one] ?? []);
  const opening = openingOf(argument, entry, node, explanation.standing, words);
  const withCauses = addCauses(argument, entry, explanation.causes, opening, words);
  const text = isStep(entry.head.keyword) ? addEffects(argument, standings, node, withCauses, words) : withCauses;
  return {
    standing: explanation.standing,
    sentence: fillPhrase(words.sentence, { text }),
    because: [...new Set(because)].filter((one) => one !== entry),
  };
}

/** Says that the entry stands or not. Another wording than the main one stands or falls with it. */
function openingOf(
  argument: Argument,
  entry: Entry,
  node: NodeIndex,
  standing: Standing,
  words: WeighingWords,
): Sentence {
  const main = argument.entries[node];
  return main === undefined || main === entry
    ? [words.standing[standing]]
    : fillPhrase(words.restated[standing], { main: [main] });
}

/** A step without premises stands and falls with its text, so the text is explained. */
function explainNode(argument: Argument, standings: Standings, entry: Entry, node: NodeIndex): NodeExplanation {
  const textNode = argument.textNodes.get(entry);
  if (textNode === undefined || standingOf(standings, textNode) !== standingOf(standings, node))
    return explainStanding(standings, node);
  return explainStanding(standings, textNode);
}

function addCauses(
  argument: Argument,
  entry: Entry,
  causes: readonly Cause[],
  sentence: Sentence,
  words: WeighingWords,
): Sentence {
  const clauses = causes.flatMap((cause, index) => {
    if (cause.kind !== "granted") return [causeClause(argument, entry, cause, causes[index - 1], words)];
    if (!isStep(entry.head.keyword)) return [[grantedClause(argument, entry, words)]];
    // Of a step, it goes without saying that nothing is said against it if an objection to it is named.
    return causes.length > 1 ? [] : [[words.causes.notAttacked]];
  });
  return clauses.length === 0
    ? sentence
    : fillPhrase(words.because, { sentence, causes: joinList(words.lists.clauses, clauses) });
}

/** Below this likelihood, a sentence says that the map grants something that it calls unlikely. */
const EVEN = 0.5;

function grantedClause(argument: Argument, entry: Entry, words: WeighingWords): string {
  const { granted, grantedAs, grantedUnlikely } = words.causes;
  const node = argument.nodes.get(entry);
  const likelihood = statedLikelihoodOf(argument, entry);
  const chance = node === undefined ? Number.NaN : at(argument.framework.chance, node);
  if (likelihood === undefined || Number.isNaN(chance)) return granted;
  const value = valueWithPercentage(likelihood, chance, words);
  return fillText(chance < EVEN ? grantedUnlikely : grantedAs, { value });
}

/** Adds what an objection that stands does to its targets. */
function addEffects(
  { framework, entries }: Argument,
  standings: Standings,
  objection: NodeIndex,
  sentence: Sentence,
  words: WeighingWords,
): Sentence {
  if (standingOf(standings, objection) !== "stands" || standings.suppositions.has(objection)) return sentence;
  const targets = listOf(framework.dependencies.dependents, objection).filter(
    (node) => listOf(framework.objections, node).includes(objection) && !standings.suppositions.has(node),
  );
  const { bringsDown, undecided, reasonIsStronger, succeeds, fails } = words.effects;
  const outcomes = [...targets].flatMap((target): Sentence[] => {
    const entry = entries[target];
    if (entry === undefined) return [];
    const success = objectionSuccess(standings, objection, target);
    if (success !== "falls") return [fillPhrase(success === "stands" ? bringsDown : undecided, { target: [entry] })];
    const reason = entries[strongestStandingReason(standings, target) ?? -1];
    return reason === undefined ? [] : [fillPhrase(reasonIsStronger, { reason: [reason], target: [entry] })];
  });
  if (outcomes.length === 0) return sentence;
  const isSuccessful = [...targets].some((target) => objectionSuccess(standings, objection, target) === "stands");
  const effects = joinList(words.lists.clauses, outcomes);
  return fillPhrase(isSuccessful ? succeeds : fails, { sentence, effects });
}
