/** What stands in a map, by card, for previews. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { explainEntry } from "../../core/reasoning/explainEntry.ts";
import { at, type NodeIndex } from "../../core/reasoning/framework.ts";
import { likelihoodLabel } from "../../core/reasoning/likelihoodTerm.ts";
import { type Argument, supposeEntries } from "../../core/reasoning/readFramework.ts";
import { type Suppositions, standingOf, withSuppositions } from "../../core/reasoning/standing.ts";
import { smallestSuppositions } from "../../core/reasoning/suppose.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import type { CardSuppositions, CardWeight, StandingExplanation, WeighResult } from "../../protocol/weighing.ts";
import type { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const MAX_LABEL_LENGTH = 60;
/** More ways to change a standing than a reader looks at. */
const MAX_CHANGES = 5;

/** Returns what stands in a map. Undefined if it is not loaded, or if it changed while likelihoods were computed. */
export async function weigh(
  workspace: Workspace,
  trees: Trees,
  uri: string,
  cards: CardSuppositions,
  withLikelihoods: boolean,
): Promise<WeighResult | undefined> {
  const file = workspace.get(uri)?.file;
  const evaluation = workspace.evaluations.of(uri);
  if (file === undefined || evaluation === undefined) return undefined;
  const { argument, standings } = evaluation;
  const suppositions = nodeSuppositions(trees, uri, cards, argument);
  const supposed = withSuppositions(standings, suppositions);
  const likelihoods = withLikelihoods ? await workspace.evaluations.likelihoodsIn(uri, suppositions) : undefined;
  if (withLikelihoods && likelihoods === undefined) return undefined;
  const weights = Array.from(argument.nodes, ([entry, node]): CardWeight => {
    const standing = standingOf(supposed, node);
    const before = standingOf(standings, node);
    const weight = {
      card: cardIdOf(entry, file),
      standing,
      ...(before === standing ? {} : { standingBefore: before }),
    };
    if (likelihoods === undefined) return weight;
    const stands = at(likelihoods.likelihood, node);
    const open = at(likelihoods.open, node);
    return {
      ...weight,
      likelihood: { stands, open, error: at(likelihoods.error, node), label: likelihoodLabel(stands, open) },
    };
  });
  return { weights };
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
  const link = (linked: Entry) => ({ card: cardIdOf(linked, file), label: labelOf(linked) });
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

function nodeSuppositions(trees: Trees, uri: string, cards: CardSuppositions, argument: Argument): Suppositions {
  const entries = new Map<Entry, boolean>();
  for (const { card, isTrue } of cards) {
    const entry = trees.cardContext(uri, card)?.cardEntry.entry;
    if (entry !== undefined) entries.set(entry, isTrue);
  }
  return supposeEntries(argument, entries);
}

/** Returns the title of an entry, shortened, or its name in quotation marks. */
const labelOf = (entry: Entry): string => `“${truncate(titleOf(entry), MAX_LABEL_LENGTH)}”`;
