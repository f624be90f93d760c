/** Evaluates a map for previews: the standing of each card. */
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Argument } from "../../core/reasoning/argument.ts";
import { likelihoodBadge, likelihoodLabel, percentage } from "../../core/reasoning/explanations/likelihoodTerm.ts";
import { at, listOf, type NodeIndex } from "../../core/reasoning/framework.ts";
import { supposeEntries } from "../../core/reasoning/readFramework.ts";
import {
  NO_SUPPOSITIONS,
  objectionSuccess,
  type Standings,
  type Suppositions,
  standingOf,
  withSuppositions,
} from "../../core/reasoning/standing.ts";
import { loadWeighingWords } from "../../core/reasoning/words/loadWords.ts";
import type { WeighingWords } from "../../core/reasoning/words/weighingWords.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type { CardSuppositions, CardWeight, WeighParams, WeighResult } from "../../protocol/weighing.ts";
import type { Evaluation } from "../../workspace/evaluations.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** Returns what stands in a map. Undefined if it is not loaded, or if it changed while likelihoods were computed. */
export async function weigh(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  { suppositions: cards, knownRevision, ...wanted }: Omit<WeighParams, "uri">,
): Promise<WeighResult | undefined> {
  const words = await loadWeighingWords(wanted.language);
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  if (file === undefined || evaluation === undefined) return undefined;
  const { argument, revision } = evaluation;
  if (revision === knownRevision) return { revision, weights: null };
  const suppositions = nodeSuppositions(trees, uri, cards, argument);
  const weights = await weightsIn(workspace, { uri, file, evaluation, suppositions }, wanted, words);
  return weights && { revision, weights };
}

/** A map, its evaluation without suppositions, and suppositions about it. */
export interface SupposedMap {
  readonly uri: string;
  readonly file: MapFile;
  readonly evaluation: Evaluation;
  readonly suppositions: Suppositions;
}

/** Returns what stands in a map, by card. Undefined if the map changed meanwhile. */
export async function weightsIn(
  workspace: Workspace,
  { uri, file, evaluation, suppositions }: SupposedMap,
  { withLikelihoods, withLineWeights }: Pick<WeighParams, "withLikelihoods" | "withLineWeights">,
  words: WeighingWords,
): Promise<CardWeight[] | undefined> {
  const { argument, standings } = evaluation;
  const supposed = withSuppositions(standings, suppositions);
  const likelihoodOf = withLikelihoods ? await likelihoodsOf(workspace, uri, suppositions, words) : () => undefined;
  if (likelihoodOf === undefined) return undefined;
  const lineWeights =
    withLineWeights === true ? await workspace.evaluations.lineWeightsIn(uri, suppositions) : undefined;
  if (withLineWeights === true && lineWeights === undefined) return undefined;
  const effects = objectionEffects(supposed);
  return Array.from(argument.nodes, ([entry, node]): CardWeight => {
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
}

/** Returns the function from nodes to likelihoods. Undefined if the map changed while they were computed. */
async function likelihoodsOf(
  { evaluations }: Workspace,
  uri: string,
  suppositions: Suppositions,
  words: WeighingWords,
): Promise<((node: NodeIndex) => CardWeight["likelihood"]) | undefined> {
  const supposed = await evaluations.likelihoodsIn(uri, suppositions);
  const unsupposed = suppositions.size === 0 ? supposed : await evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  if (supposed === undefined || unsupposed === undefined) return undefined;
  return (node) => {
    const [stands, open] = [at(supposed.likelihood, node), at(supposed.open, node)];
    const percentageBefore = percentage(at(unsupposed.likelihood, node), words);
    return {
      stands,
      open,
      error: at(supposed.error, node),
      label: likelihoodLabel(stands, open, words),
      badge: likelihoodBadge(stands, open, words),
      ...(percentageBefore === percentage(stands, words) ? {} : { percentageBefore }),
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

/** Returns suppositions about cards as suppositions about nodes. */
export function nodeSuppositions(trees: Trees, uri: string, cards: CardSuppositions, argument: Argument): Suppositions {
  const entries = new Map<Entry, boolean>();
  for (const { card, isTrue } of cards) {
    const entry = trees.cardContext(uri, card)?.cardEntry.entry;
    if (entry !== undefined) entries.set(entry, isTrue);
  }
  return supposeEntries(argument, entries);
}
