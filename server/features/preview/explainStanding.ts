/** Explains to previews why a card stands or not. */
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Argument } from "../../core/reasoning/argument.ts";
import { explainEntry } from "../../core/reasoning/explanations/explainEntry.ts";
import { explainLikelihood } from "../../core/reasoning/explanations/explainLikelihood.ts";
import type { Sentence } from "../../core/reasoning/explanations/sentence.ts";
import type { NodeIndex } from "../../core/reasoning/framework.ts";
import type { Likelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { smallestSuppositions } from "../../core/reasoning/sensitivity/suppose.ts";
import {
  likelihoodsWithout,
  standingsWithout,
  suppositionsWithout,
} from "../../core/reasoning/sensitivity/withoutEntry.ts";
import { type Standings, withSuppositions } from "../../core/reasoning/standing.ts";
import { loadWeighingWords } from "../../core/reasoning/words/loadWords.ts";
import type { WeighingWords } from "../../core/reasoning/words/weighingWords.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type { ExplainStandingParams, StandingExplanation } from "../../protocol/weighing.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { sentenceLabel } from "../shared/standingSentence.ts";
import { nodeSuppositions } from "./weigh.ts";

/** More ways to change a standing than a reader looks at. */
const MAX_CHANGES = 5;

/** An evaluated map, and the words to explain it in. */
export interface ExplainedMap {
  readonly file: MapFile;
  readonly argument: Argument;
  readonly standings: Standings;
  /** Undefined if likelihoods are not to be explained. */
  readonly likelihoods: Likelihoods | undefined;
  readonly words: WeighingWords;
}

/** Explains the standing of a card; undefined if its entry has none, or if the map changed meanwhile. */
export async function explainCard(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  { card, suppositions: cards, withLikelihoods, language }: Omit<ExplainStandingParams, "uri">,
): Promise<StandingExplanation | undefined> {
  const words = await loadWeighingWords(language);
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  const entry = trees.cardContext(uri, card)?.cardEntry.entry;
  if (file === undefined || evaluation === undefined || entry === undefined) return undefined;
  const { argument } = evaluation;
  const suppositions = nodeSuppositions(trees, uri, cards, argument);
  const likelihoods =
    withLikelihoods === true ? await workspace.evaluations.likelihoodsIn(uri, suppositions) : undefined;
  if (withLikelihoods === true && likelihoods === undefined) return undefined;
  const standings = withSuppositions(evaluation.standings, suppositions);
  return explainInFull(workspace, uri, { file, argument, standings, likelihoods, words }, entry);
}

/** Returns all that is to be said about an entry; undefined if it has no standing, or if the map changed meanwhile. */
export async function explainInFull(
  { evaluations }: Workspace,
  uri: string,
  map: ExplainedMap,
  entry: Entry,
): Promise<StandingExplanation | undefined> {
  const { argument, standings, likelihoods, words } = map;
  const explanation = explainInWords(map, entry);
  const node = argument.nodes.get(entry);
  if (explanation === undefined || node === undefined) return undefined;
  const supposedFalse = suppositionsWithout(argument, standings.suppositions, entry);
  const without = likelihoods && (await evaluations.likelihoodsIn(uri, supposedFalse));
  if (likelihoods !== undefined && without === undefined) return undefined;
  const withoutIt =
    likelihoods && without
      ? likelihoodsWithout(argument, likelihoods, without, entry, words)
      : standingsWithout(argument, standings, entry, words);
  return {
    ...explanation,
    withoutIt: withoutIt.map((sentence) => linkedSentence(map, sentence)),
    changes: changesOf(map, node),
  };
}

/** Returns the sentences about an entry; undefined if it has no standing. What would change it is left out. */
export function explainInWords(map: ExplainedMap, entry: Entry): StandingExplanation | undefined {
  const { argument, standings, likelihoods, words } = map;
  const explanation = explainEntry(argument, standings, entry, words);
  if (explanation === undefined) return undefined;
  const likelihoodSentence = likelihoods && explainLikelihood(argument, likelihoods, entry, words);
  return {
    standing: explanation.standing,
    sentence: linkedSentence(map, explanation.sentence),
    ...(likelihoodSentence && { likelihoodSentence: linkedSentence(map, likelihoodSentence) }),
    changes: [],
  };
}

/** Returns the smallest sets of suppositions that would change the standing of a node. */
const changesOf = (map: ExplainedMap, node: NodeIndex): StandingExplanation["changes"] =>
  smallestSuppositions(map.standings, node)
    .slice(0, MAX_CHANGES)
    .map((set) =>
      set.flatMap(({ node: changed, value }) => {
        const entry = map.argument.entries[changed];
        return entry === undefined ? [] : [{ ...linkTo(map, entry), isTrue: value }];
      }),
    );

const linkTo = ({ file, words }: ExplainedMap, entry: Entry) => ({
  card: cardIdOf(entry, file),
  label: sentenceLabel(entry, words),
});

const linkedSentence = (map: ExplainedMap, sentence: Sentence): StandingExplanation["sentence"] =>
  sentence.map((part) => (typeof part === "string" ? part : linkTo(map, part)));
