/** `argmap evaluate`: prints what stands in a map, how likely it is, and why. */
import { describeEvaluation } from "../../core/reasoning/describeEvaluation.ts";
import { evaluateFile } from "../../core/reasoning/evaluateMap.ts";
import { computeLikelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { printable, warnOfErrors } from "../command.ts";
import { openArgument } from "../evaluation.ts";

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
  const evaluated = evaluateFile(file, argument, standings, likelihoods);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ map, nodes: evaluated.map(({ node }) => node) }, undefined, 2)}\n`
      : printable(evaluated.map(describeEvaluation).join("") || "The map has no claims and steps to weigh.\n"),
  );
  return warnOfErrors(opened.errors, "the evaluation may be wrong");
}
