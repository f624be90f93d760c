/** The evaluation of an entry in words, with its line: for the command line, and for assistants. */
import { attributeOf, type Entry, titleOf } from "../language/entry.ts";
import { truncate } from "../strings/truncate.ts";
import type { EvaluatedEntry } from "./evaluateMap.ts";
import { sentenceText } from "./explanations/sentence.ts";
import { verdict } from "./explanations/verdict.ts";
import { words as english } from "./words/enWords.ts";

const MAX_LABEL_LENGTH = 60;

/**
 * Describes an entry: its standing with the likelihood, if that says more, and the sentences that explain them. A stated
 * likelihood of an entry with reasons does not count, so it is shown beside the computed one.
 */
export function describeEvaluation({ entry, node, sentence, likelihoodSentence, hasReasons }: EvaluatedEntry): string {
  const { line, kind } = node;
  const stated = hasReasons ? attributeOf(entry, "likelihood")?.value : undefined;
  const sentences = [
    sentenceText(sentence, entryLabel),
    ...(likelihoodSentence === undefined ? [] : [sentenceText(likelihoodSentence, entryLabel)]),
    ...(stated === undefined ? [] : [`The map states “${stated}”; the reasons decide.`]),
  ];
  return `${line}: ${kind} ${entryTitle(entry)}: ${verdict(node, english)}\n${sentences.map((one) => `    ${one}\n`).join("")}`;
}

/** Returns the name of an entry, or else the beginning of its text, in quotation marks. */
function entryLabel(entry: Entry): string {
  const label = entry.head.name?.text ?? truncate(titleOf(entry), MAX_LABEL_LENGTH);
  return label === "" ? `the unwritten ${entry.head.keyword}` : `“${label}”`;
}

/** Returns the name of an entry, if it has one, and the beginning of its text in quotation marks. */
function entryTitle(entry: Entry): string {
  const text = `“${truncate(titleOf(entry), MAX_LABEL_LENGTH)}”`;
  return entry.head.name === undefined ? text : `${entry.head.name.text} ${text}`;
}
