/** What stands in a map, by card, for previews. */
import type { Entry } from "../../core/language/entry.ts";
import { explainEntry } from "../../core/reasoning/explainEntry.ts";
import { at, listOf, type NodeIndex } from "../../core/reasoning/framework.ts";
import { likelihoodLabel, percentage } from "../../core/reasoning/likelihoodTerm.ts";
import { type Argument, supposeEntries } from "../../core/reasoning/readFramework.ts";
import {
  NO_SUPPOSITIONS,
  objectionSuccess,
  type Standings,
  type Suppositions,
  standingOf,
  withSuppositions,
} from "../../core/reasoning/standing.ts";
import { smallestSuppositions } from "../../core/reasoning/suppose.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type {
  CardSuppositions,
  CardWeight,
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
  { suppositions: cards, withLikelihoods, knownRevision }: Omit<WeighParams, "uri">,
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

/** Explains the standing of a card; undefined if its entry has none. */
export function explainCard(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  card: CardSuppositions[number]["card"],
  cards: CardSuppositions,
): StandingExplanation | undefined {
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  const entry = trees.cardContext(uri, card)?.cardEntry.entry;
  if (file === undefined || evaluation === undefined || entry === undefined) return undefined;
  const { argument } = evaluation;
  const standings = withSuppositions(evaluation.standings, nodeSuppositions(trees, uri, cards, argument));
  const explanation = explainEntry(argument, standings, entry);
  const node = argument.nodes.get(entry);
  if (explanation === undefined || node === undefined) return undefined;
  const link = (linked: Entry) => ({ card: cardIdOf(linked, file), label: sentenceLabel(linked) });
  const nodeLink = (linked: NodeIndex) => {
    const linkedEntry = argument.entries[linked];
    return linkedEntry === undefined ? [] : [link(linkedEntry)];
  };
  return {
    standing: explanation.standing,
    sentence: explanation.sentence.map((part) => (typeof part === "string" ? part : link(part))),
    changes: smallestSuppositions(standings, node)
      .slice(0, MAX_CHANGES)
      .map((set) =>
        set.flatMap(({ node: changed, value }) => nodeLink(changed).map((one) => ({ ...one, isTrue: value }))),
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
