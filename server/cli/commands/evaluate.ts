/** `argmap evaluate`: prints what stands in a map, how likely it is, and why. */
import { attributeOf } from "../../core/language/entry.ts";
import { type EvaluatedEntry, evaluateFile } from "../../core/reasoning/evaluateMap.ts";
import { sentenceText } from "../../core/reasoning/explanations/sentence.ts";
import { verdict } from "../../core/reasoning/explanations/verdict.ts";
import { computeLikelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { words as english } from "../../core/reasoning/words/enWords.ts";
import { printable, warnOfErrors } from "../command.ts";
import { entryLabel, entryTitle, openArgument } from "../evaluation.ts";

export interface EvaluateOptions {
  /** Suppositions as the user writes them: `NAME=true` or `NAME=false`. */
  readonly suppose: readonly string[];
  readonly json?: boolean;
}

/** Prints the evaluation of a map. Returns 1 if the map has errors. */
export async function evaluate(target: string, options: EvaluateOptions): Promise<number> {
  const opened = await openArgument(target, options.suppose);
  const { map, file, argument, standings } = opened;
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const evaluated = evaluateFile(file, argument, standings, likelihoods, english);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ map, nodes: evaluated.map(({ node }) => node) }, undefined, 2)}\n`
      : printable(evaluated.map(formatNode).join("")),
  );
  return warnOfErrors(opened.errors, "the evaluation may be wrong");
}

/**
 * Formats an entry: its standing with the likelihood, if that says more, and the sentences that explain them. A stated
 * likelihood of an entry with reasons does not count, so it is shown beside the computed one.
 */
function formatNode({ entry, node, sentence, likelihoodSentence, hasReasons }: EvaluatedEntry): string {
  const { line, kind } = node;
  const stated = hasReasons ? attributeOf(entry, "likelihood")?.value : undefined;
  const sentences = [
    sentenceText(sentence, entryLabel),
    ...(likelihoodSentence === undefined ? [] : [sentenceText(likelihoodSentence, entryLabel)]),
    ...(stated === undefined ? [] : [`The map states “${stated}”; the reasons decide.`]),
  ];
  return `${line}: ${kind} ${entryTitle(entry)}: ${verdict(node, english)}\n${sentences.map((one) => `    ${one}\n`).join("")}`;
}
