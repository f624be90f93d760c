/** Finds the effect on the conclusions of a map if one entry fell. */
import type { Entry } from "../../language/entry.ts";
import type { Argument } from "../argument.ts";
import { likelihoodLabel, percentage } from "../explanations/likelihoodTerm.ts";
import type { Sentence } from "../explanations/sentence.ts";
import { at, type NodeIndex } from "../framework.ts";
import type { Likelihoods } from "../likelihood/likelihood.ts";
import { supposeEntries } from "../readFramework.ts";
import { type Standings, type Suppositions, standingOf, withSuppositions } from "../standing.ts";
import { fillPhrase, type PhraseValues } from "../words/phrases.ts";
import type { WeighingWords } from "../words/weighingWords.ts";
import { conclusionsOf } from "./importanceMatrix.ts";

/** More conclusions than a reader looks at. */
const MAX_CONCLUSIONS = 3;

/** Returns the given suppositions, and that an entry is false. */
export const suppositionsWithout = (argument: Argument, suppositions: Suppositions, entry: Entry): Suppositions =>
  new Map([...suppositions, ...supposeEntries(argument, new Map([[entry, false]]))]);

/** Returns a sentence for each conclusion whose standing would change, as in `Without it, “keep” would fall.` */
export function standingsWithout(
  argument: Argument,
  standings: Standings,
  entry: Entry,
  words: WeighingWords,
): readonly Sentence[] {
  const without = withSuppositions(standings, suppositionsWithout(argument, standings.suppositions, entry));
  return otherConclusions(argument, entry)
    .filter(({ node }) => without.values[node] !== standings.values[node])
    .slice(0, MAX_CONCLUSIONS)
    .map(({ conclusion, node }) =>
      sentenceWith(words, words.withoutIt[standingOf(without, node)], { conclusion: [conclusion] }),
    );
}

/**
 * Returns a sentence for each conclusion that would become more or less likely, as in `Without it, “keep” would be unlikely
 * (30%) instead of likely (72%).` Those that change most come first.
 */
export function likelihoodsWithout(
  argument: Argument,
  before: Likelihoods,
  without: Likelihoods,
  entry: Entry,
  words: WeighingWords,
): readonly Sentence[] {
  const label = ({ likelihood, open }: Likelihoods, node: NodeIndex): string =>
    likelihoodLabel(at(likelihood, node), at(open, node), words);
  const change = (node: NodeIndex): number => Math.abs(at(before.likelihood, node) - at(without.likelihood, node));
  return otherConclusions(argument, entry)
    .filter(({ node }) => percentage(at(before.likelihood, node)) !== percentage(at(without.likelihood, node)))
    .sort((a, b) => change(b.node) - change(a.node))
    .slice(0, MAX_CONCLUSIONS)
    .map(({ conclusion, node }) =>
      sentenceWith(words, words.withoutIt.likelihood, {
        conclusion: [conclusion],
        after: label(without, node),
        before: label(before, node),
      }),
    );
}

const sentenceWith = (words: WeighingWords, phrase: string, values: PhraseValues): Sentence =>
  fillPhrase(words.sentence, { text: fillPhrase(phrase, values) });

function otherConclusions(
  argument: Argument,
  entry: Entry,
): readonly { readonly conclusion: Entry; readonly node: NodeIndex }[] {
  const own = argument.nodes.get(entry);
  return conclusionsOf(argument).flatMap((node) => {
    const conclusion = argument.entries[node];
    return conclusion === undefined || node === own ? [] : [{ conclusion, node }];
  });
}
