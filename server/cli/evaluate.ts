/** `argmap evaluate`: prints what stands in a map, how likely it is, and why. */
import { attributeOf } from "../core/language/entry.ts";
import { type EvaluatedEntry, evaluateFile } from "../core/reasoning/evaluateMap.ts";
import { sentenceText } from "../core/reasoning/explainEntry.ts";
import { computeLikelihoods } from "../core/reasoning/likelihood.ts";
import { isUncertain, likelihoodLabel } from "../core/reasoning/likelihoodTerm.ts";
import { type Command, parseArguments, printable, singleMap, warnOfErrors } from "./command.ts";
import { entryLabel, entryTitle, openArgument } from "./evaluation.ts";

/** The command `evaluate`. Exits with 1 if the map has errors. */
export const evaluate: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    json: { type: "boolean", default: false },
    suppose: { type: "string", multiple: true, default: [] },
  });
  const opened = await openArgument(singleMap(positionals), values.suppose);
  const { map, file, argument, standings } = opened;
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const evaluated = evaluateFile(file, argument, standings, likelihoods);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ map, nodes: evaluated.map(({ node }) => node) }, undefined, 2)}\n`
      : printable(evaluated.map(formatNode).join("")),
  );
  return warnOfErrors(opened.errors, "the evaluation may be wrong");
};

/**
 * Formats an entry: its standing with the likelihood, if that says more, and the sentence that explains the standing. A stated
 * likelihood of an entry with reasons does not count, so it is shown beside the computed one.
 */
function formatNode({ entry, node, sentence, hasReasons }: EvaluatedEntry): string {
  const { line, kind, standing, likelihood, open } = node;
  const computed = isUncertain(likelihood, open) ? `, ${likelihoodLabel(likelihood, open)}` : "";
  const stated = hasReasons ? attributeOf(entry, "likelihood")?.value : undefined;
  const remark = stated === undefined ? "" : ` The map states “${stated}”; the reasons decide.`;
  const heading = `${line}: ${kind} ${entryTitle(entry)}: ${standing}${computed}`;
  return `${heading}\n    ${sentenceText(sentence, entryLabel)}${remark}\n`;
}
