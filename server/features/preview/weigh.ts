/** Evaluates a map for previews: the standing of each card. */
import type { Entry } from "../../core/language/entry.ts";
import type { Argument } from "../../core/reasoning/argument.ts";
import { explainEntry } from "../../core/reasoning/explanations/explainEntry.ts";
import { explainLikelihood } from "../../core/reasoning/explanations/explainLikelihood.ts";
import { likelihoodLabel, percentage } from "../../core/reasoning/explanations/likelihoodTerm.ts";
import type { Sentence } from "../../core/reasoning/explanations/sentence.ts";
import { at, listOf, type NodeIndex } from "../../core/reasoning/framework.ts";
import { supposeEntries } from "../../core/reasoning/readFramework.ts";
import { smallestSuppositions } from "../../core/reasoning/sensitivity/suppose.ts";
import {
  likelihoodsWithout,
  standingsWithout,
  suppositionsWithout,
} from "../../core/reasoning/sensitivity/withoutEntry.ts";
import {
  NO_SUPPOSITIONS,
  objectionSuccess,
  type Standings,
  type Suppositions,
  standingOf,
  withSuppositions,
} from "../../core/reasoning/standing.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type {
  CardSuppositions,
  CardWeight,
  ExplainStandingParams,
  StandingExplanation,
  WeighParams,
  WeighResult,
} from "../../protocol/weighing.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { sentenceLabel } from "../shared/standingSentence.ts";

/** More ways to change a standing than a reader looks at. */
const MAX_CHANGES = 5;

/** Returns what stands in a map. Undefined if it is not loaded, or if it changed while likelihoods were computed. */
export async function weigh(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  { suppositions: cards, withLikelihoods, withLineWeights, knownRevision }: Omit<WeighParams, "uri">,
): Promise<WeighResult | undefined> {
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  if (file === undefined || evaluation === undefined) return undefined;
  const { argument, standings, revision } = evaluation;
  if (revision === knownRevision) return { revision, weights: null };
  const suppositions = nodeSuppositions(trees, uri, cards, argument);
  const supposed = withSuppositions(standings, suppositions);
  const likelihoodOf = withLikelihoods ? await likelihoodsOf(workspace, uri, suppositions) : () => undefined;
  if (likelihoodOf === undefined) return undefined;
  const lineWeights =
    withLineWeights === true ? await workspace.evaluations.lineWeightsIn(uri, suppositions) : undefined;
  if (withLineWeights === true && lineWeights === undefined) return undefined;
  const effects = objectionEffects(supposed);
  const weights = Array.from(argument.nodes, ([entry, node]): CardWeight => {
    const standing = standingOf(supposed, node);
    const before = standingOf(standings, node);
    const effect = effects.get(node);
    const likelihood = likelihoodOf(node);
    return {
      card: cardIdOf(entry, file),
      standing,
      ...(before === standing ? {} : { standingBefore: before }),
      ...(effect && { effect }),
      ...(likelihood && { likelihood }),
      ...(lineWeights && { lineWeight: at(lineWeights, node) }),
    };
  });
  return { revision, weights };
}

/** Returns the function from nodes to likelihoods. Undefined if the map changed while they were computed. */
async function likelihoodsOf(
  { evaluations }: Workspace,
  uri: string,
  suppositions: Suppositions,
): Promise<((node: NodeIndex) => CardWeight["likelihood"]) | undefined> {
  const supposed = await evaluations.likelihoodsIn(uri, suppositions);
  const unsupposed = suppositions.size === 0 ? supposed : await evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  if (supposed === undefined || unsupposed === undefined) return undefined;
  return (node) => {
    const [stands, open] = [at(supposed.likelihood, node), at(supposed.open, node)];
    const percentageBefore = percentage(at(unsupposed.likelihood, node));
    return {
      stands,
      open,
      error: at(supposed.error, node),
      label: likelihoodLabel(stands, open),
      ...(percentageBefore === percentage(stands) ? {} : { percentageBefore }),
    };
  };
}

/** Returns what each standing objection does. One that succeeds against any of its targets counts as succeeding. */
function objectionEffects(standings: Standings): ReadonlyMap<NodeIndex, CardWeight["effect"]> {
  const effects = new Map<NodeIndex, CardWeight["effect"]>();
  for (let target = 0; target < standings.framework.size; target++) {
    for (const objection of listOf(standings.framework.objections, target)) {
      if (standingOf(standings, objection) !== "stands" || effects.get(objection) === "succeeds") continue;
      const success = objectionSuccess(standings, objection, target);
      if (success !== "undecided") effects.set(objection, success === "stands" ? "succeeds" : "outweighed");
    }
  }
  return effects;
}

/** Explains the standing of a card; undefined if its entry has none, or if the map changed meanwhile. */
export async function explainCard(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  { card, suppositions: cards, withLikelihoods }: Omit<ExplainStandingParams, "uri">,
): Promise<StandingExplanation | undefined> {
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  const entry = trees.cardContext(uri, card)?.cardEntry.entry;
  if (file === undefined || evaluation === undefined || entry === undefined) return undefined;
  const { argument } = evaluation;
  const suppositions = nodeSuppositions(trees, uri, cards, argument);
  const standings = withSuppositions(evaluation.standings, suppositions);
  const explanation = explainEntry(argument, standings, entry);
  const node = argument.nodes.get(entry);
  if (explanation === undefined || node === undefined) return undefined;
  const link = (linked: Entry) => ({ card: cardIdOf(linked, file), label: sentenceLabel(linked) });
  const linkedSentence = (sentence: Sentence) => sentence.map((part) => (typeof part === "string" ? part : link(part)));
  const likelihoodsUnder = (supposed: Suppositions) => workspace.evaluations.likelihoodsIn(uri, supposed);
  const likelihoods = withLikelihoods === true ? await likelihoodsUnder(suppositions) : undefined;
  const without = likelihoods && (await likelihoodsUnder(suppositionsWithout(argument, suppositions, entry)));
  if (withLikelihoods === true && without === undefined) return undefined;
  const likelihoodSentence = likelihoods && explainLikelihood(argument, likelihoods, entry);
  const withoutIt =
    likelihoods && without
      ? likelihoodsWithout(argument, likelihoods, without, entry)
      : standingsWithout(argument, standings, entry);
  return {
    standing: explanation.standing,
    sentence: linkedSentence(explanation.sentence),
    ...(likelihoodSentence && { likelihoodSentence: linkedSentence(likelihoodSentence) }),
    withoutIt: withoutIt.map(linkedSentence),
    changes: smallestSuppositions(standings, node)
      .slice(0, MAX_CHANGES)
      .map((set) =>
        set.flatMap(({ node: changed, value }) => {
          const linked = argument.entries[changed];
          return linked === undefined ? [] : [{ ...link(linked), isTrue: value }];
        }),
      ),
  };
}

/** Returns suppositions about cards as suppositions about nodes. */
export function nodeSuppositions(trees: Trees, uri: string, cards: CardSuppositions, argument: Argument): Suppositions {
  const entries = new Map<Entry, boolean>();
  for (const { card, isTrue } of cards) {
    const entry = trees.cardContext(uri, card)?.cardEntry.entry;
    if (entry !== undefined) entries.set(entry, isTrue);
  }
  return supposeEntries(argument, entries);
}
