/** Words for likelihoods. */
import { likelihoods } from "../../language/attributes/values.ts";

/** The upper ends of the ranges of the seven terms in ICD 203. */
const upperEnds = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1];

/** Returns the ICD 203 term for a likelihood from 0 to 1, as in “very likely”. The standard has no terms for 0 and 1. */
export function likelihoodTerm(likelihood: number): string {
  if (likelihood >= 1) return "certain";
  if (likelihood <= 0) return "impossible";
  const index = upperEnds.findIndex((end) => likelihood <= end);
  return (likelihoods[index] ?? "almost-certain").replaceAll("-", " ");
}

/**
 * Returns a likelihood as a percentage without decimals. Only 0 and 1 are shown as 0 % and 100 %, so that nothing uncertain
 * looks certain.
 */
export function percentage(likelihood: number): string {
  if (likelihood > 0 && likelihood < 0.01) return "<1%";
  if (likelihood > 0.99 && likelihood < 1) return ">99%";
  return `${Math.round(likelihood * 100)}%`;
}

/** Whether a likelihood says more than the standing: some of the worlds differ from the others. */
export const isUncertain = (stands: number, open: number): boolean =>
  (stands > 0 && stands < 1) || (open > 0 && open < 1);

/** Returns a likelihood in words, as in “likely (72%)”, “likely (72%, undecided 10%)” or “0%, undecided 62%”. */
export function likelihoodLabel(stands: number, open: number): string {
  // A node that is undecided in some worlds is not impossible.
  if (stands <= 0 && open > 0 && open < 1) return `0%, undecided ${percentage(open)}`;
  const undecided = open === 0 ? "" : `, undecided ${percentage(open)}`;
  return open >= 1 ? "undecided" : `${likelihoodTerm(stands)} (${percentage(stands)}${undecided})`;
}

/** Returns the label of a likelihood with its verb: “is likely (72%)”, “has almost no chance (4%)”. */
export function likelihoodPredicate(stands: number, open: number): string {
  const label = likelihoodLabel(stands, open);
  if (label.startsWith("even ")) return `has a roughly even chance ${label.slice("even ".length)}`;
  return label.startsWith("almost no chance") ? `has ${label}` : `is ${label}`;
}

/** Returns a `likelihood` or `strength` as written, with the percentage that it stands for: `“likely” (68%)`, or `70%`. */
export const valueWithPercentage = (value: string, share: number): string =>
  value === percentage(share) ? value : `“${value}” (${percentage(share)})`;
