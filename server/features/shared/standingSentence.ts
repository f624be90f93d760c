/** Says in a sentence whether an entry stands, and why. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { explainEntry } from "../../core/reasoning/explanations/explainEntry.ts";
import { explainLikelihood } from "../../core/reasoning/explanations/explainLikelihood.ts";
import { sentenceText } from "../../core/reasoning/explanations/sentence.ts";
import type { Likelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { unwrittenLabel } from "../../core/reasoning/words/kindNames.ts";
import { fillText } from "../../core/reasoning/words/phrases.ts";
import type { WeighingWords } from "../../core/reasoning/words/weighingWords.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const MAX_LABEL_LENGTH = 60;

/** Names an entry in a sentence: its title or text in quotation marks, shortened; or its kind, if it has none. */
export function sentenceLabel(entry: Entry, words: WeighingWords): string {
  const text = truncate(titleOf(entry), MAX_LABEL_LENGTH);
  return text === "" ? unwrittenLabel(entry, words) : fillText(words.quotation, { text });
}

/**
 * Returns what is to be said about a statement or step in a map; undefined for other entries.
 *
 * @param likelihoods adds a sentence about the likelihood, unless it says no more than the standing
 */
export function standingSentence(
  { evaluations }: Workspace,
  uri: string,
  entry: Entry,
  words: WeighingWords,
  likelihoods?: Likelihoods,
): string | undefined {
  const evaluation = evaluations.of(uri);
  if (evaluation === undefined) return undefined;
  const explanation = explainEntry(evaluation.argument, evaluation.standings, entry, words);
  if (explanation === undefined) return undefined;
  const likelihood = likelihoods && explainLikelihood(evaluation.argument, likelihoods, entry, words);
  const sentences = [explanation.sentence, ...(likelihood === undefined ? [] : [likelihood])];
  return `Weighed: ${lowerFirst(sentences.map((one) => sentenceText(one, (named) => sentenceLabel(named, words))).join(" "))}`;
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
