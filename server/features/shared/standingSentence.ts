/** Says in a sentence whether an entry stands, and why. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { explainEntry } from "../../core/reasoning/explanations/explainEntry.ts";
import { sentenceText } from "../../core/reasoning/explanations/sentence.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";

const MAX_LABEL_LENGTH = 60;

/** Names an entry in a sentence: its title or text in quotation marks, shortened. */
export const sentenceLabel = (entry: Entry): string => `“${truncate(titleOf(entry), MAX_LABEL_LENGTH)}”`;

/** Returns the sentence about a statement or step in a map; undefined for other entries. */
export function standingSentence({ evaluations }: Workspace, uri: string, entry: Entry): string | undefined {
  const evaluation = evaluations.of(uri);
  const explanation = evaluation && explainEntry(evaluation.argument, evaluation.standings, entry);
  return explanation && `Weighed: ${lowerFirst(sentenceText(explanation.sentence, sentenceLabel))}`;
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
