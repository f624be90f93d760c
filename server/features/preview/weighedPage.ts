/** What an exported page shows of what stands in a map. The page has no server that it could ask. */
import { type Suppositions, withSuppositions } from "../../core/reasoning/standing.ts";
import { loadWeighingWords } from "../../core/reasoning/words/loadWords.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type { WeighedPage, WeighPageParams } from "../../protocol/weighing.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { explainInFull, explainInWords } from "./explainStanding.ts";
import { nodeSuppositions, weightsIn } from "./weigh.ts";

/** In a larger map, it would take too long to find for each entry what would change the result. */
const MAX_FULLY_EXPLAINED = 300;

/** Returns what stands in a map, and why, by card. Undefined if the map is not loaded, or if it changed meanwhile. */
export async function weighPage(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  { suppositions, ...wanted }: Omit<WeighPageParams, "uri">,
): Promise<WeighedPage | undefined> {
  const evaluation = workspace.evaluations.of(uri);
  if (evaluation === undefined) return undefined;
  const nodes = nodeSuppositions(trees, uri, suppositions, evaluation.argument);
  const page = await weighPageUnder(workspace, uri, nodes, wanted);
  // In another argument, the suppositions would be about other nodes.
  return workspace.evaluations.of(uri) === evaluation ? page : undefined;
}

/** Does the same under suppositions about nodes. */
export async function weighPageUnder(
  workspace: Workspace,
  uri: string,
  suppositions: Suppositions,
  { language, ...wanted }: Omit<WeighPageParams, "uri" | "suppositions">,
): Promise<WeighedPage | undefined> {
  const words = await loadWeighingWords(language);
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  if (file === undefined || evaluation === undefined) return undefined;
  const weights = await weightsIn(workspace, { uri, file, evaluation, suppositions }, wanted, words);
  const likelihoods = wanted.withLikelihoods ? await workspace.evaluations.likelihoodsIn(uri, suppositions) : undefined;
  if (weights === undefined || (wanted.withLikelihoods && likelihoods === undefined)) return undefined;
  const { argument } = evaluation;
  const standings = withSuppositions(evaluation.standings, suppositions);
  const map = { file, argument, standings, likelihoods, words };
  const explanations: WeighedPage["explanations"] = [];
  for (const entry of argument.nodes.keys()) {
    const explanation =
      argument.nodes.size > MAX_FULLY_EXPLAINED
        ? explainInWords(map, entry)
        : await explainInFull(workspace, uri, map, entry);
    if (explanation === undefined) return undefined;
    explanations.push({ card: cardIdOf(entry, file), ...explanation });
  }
  return { weights, explanations };
}
