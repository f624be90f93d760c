/** The result of an evaluation in words. */
import type { EvaluatedNode } from "../evaluateMap.ts";
import type { WeighingWords } from "../words/weighingWords.ts";
import { isUncertain, likelihoodLabel } from "./likelihoodTerm.ts";

/** Returns the standing, with the likelihood if that says more. One that is not “even” and points the other way follows a “but”. */
export function verdict(
  { standing, likelihood, open }: Pick<EvaluatedNode, "standing" | "likelihood" | "open">,
  words: WeighingWords,
): string {
  if (!isUncertain(likelihood, open)) return standing;
  const isContrary =
    (standing === "stands" && likelihood > 0 && likelihood < 0.45) || (standing === "falls" && likelihood > 0.55);
  return `${standing}, ${isContrary ? "but " : ""}${likelihoodLabel(likelihood, open, words)}`;
}
