/** The evaluation of a whole map as plain data, which `argmap evaluate --json` prints. */
import { type Entry, lineNumberOf } from "../language/entry.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import type { Keyword } from "../language/vocabulary.ts";
import type { Argument } from "./argument.ts";
import { explainEntry } from "./explanations/explainEntry.ts";
import { explainLikelihood } from "./explanations/explainLikelihood.ts";
import type { Sentence } from "./explanations/sentence.ts";
import { at, isListEmpty } from "./framework.ts";
import type { Likelihoods } from "./likelihood/likelihood.ts";
import type { Standing, Standings } from "./standing.ts";
import { words as english } from "./words/enWords.ts";

/** One statement or step of a map. */
export interface EvaluatedNode {
  readonly name: string | null;
  /** The line of the head, counted from 1. */
  readonly line: number;
  readonly kind: Keyword;
  readonly standing: Standing;
  /** From 0 to 1. */
  readonly likelihood: number;
  /** The share of worlds in which the node is undecided, from 0 to 1. */
  readonly open: number;
  /** The standard error of the likelihood; 0 if it is exact. */
  readonly error: number;
  /** The names of the entries that decide the standing. Entries without a name are left out. */
  readonly because: readonly string[];
}

/** An evaluated entry, and the sentences that explain it. */
export interface EvaluatedEntry {
  readonly entry: Entry;
  readonly node: EvaluatedNode;
  /** Why it stands or not. */
  readonly sentence: Sentence;
  /** Explains the likelihood; undefined if the likelihood says no more than the standing. */
  readonly likelihoodSentence: Sentence | undefined;
  /** Whether the map gives reasons, so that a likelihood which it states does not count. */
  readonly hasReasons: boolean;
}

/** Returns the evaluation of each statement and step of a file, in the order of the text, with sentences in English. */
export function evaluateFile(
  file: MapFile,
  argument: Argument,
  standings: Standings,
  likelihoods: Likelihoods,
): readonly EvaluatedEntry[] {
  const evaluated: EvaluatedEntry[] = [];
  for (const [entry, node] of argument.nodes) {
    if (fileOf(entry) !== file) continue;
    const explanation = explainEntry(argument, standings, entry, english);
    if (explanation === undefined) continue;
    evaluated.push({
      entry,
      sentence: explanation.sentence,
      likelihoodSentence: explainLikelihood(argument, likelihoods, entry, english),
      hasReasons: !isListEmpty(argument.framework.reasons, node),
      node: {
        name: entry.head.name?.text ?? null,
        line: lineNumberOf(entry),
        kind: entry.head.keyword,
        standing: explanation.standing,
        likelihood: rounded(at(likelihoods.likelihood, node)),
        open: rounded(at(likelihoods.open, node)),
        error: rounded(at(likelihoods.error, node)),
        because: explanation.because.flatMap(({ head }) => head.name?.text ?? []),
      },
    });
  }
  return evaluated.sort((a, b) => a.node.line - b.node.line);
}

/** Rounds to twelve decimals, without the noise of binary fractions. */
const rounded = (share: number): number => Number(share.toFixed(12));
