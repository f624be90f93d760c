/** Words for likelihoods. */
import { likelihoods } from "../../language/attributes/values.ts";
import { fillText } from "../words/phrases.ts";
import type { LikelihoodTerm, WeighingWords } from "../words/weighingWords.ts";

/** The upper ends of the ranges of the seven terms in ICD 203. */
const upperEnds = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1];

/** Returns the ICD 203 term for a likelihood from 0 to 1. The standard has no terms for 0 and 1. */
export function likelihoodTerm(likelihood: number): LikelihoodTerm {
  if (likelihood >= 1) return "certain";
  if (likelihood <= 0) return "impossible";
  return likelihoods[upperEnds.findIndex((end) => likelihood <= end)] ?? "almost-certain";
}

/**
 * Returns a likelihood as a percentage without decimals. Only 0 and 1 are shown as 0 % and 100 %, so that nothing uncertain
 * looks certain.
 *
 * @param words by default, the percentage is written as in English
 */
export function percentage(likelihood: number, words?: WeighingWords): string {
  const number = (text: string): string =>
    words === undefined ? `${text}%` : fillText(words.percentage, { number: text });
  if (likelihood > 0 && likelihood < 0.01) return `<${number("1")}`;
  if (likelihood > 0.99 && likelihood < 1) return `>${number("99")}`;
  return number(`${Math.round(likelihood * 100)}`);
}

/** Whether a likelihood says more than the standing: some of the worlds differ from the others. */
export const isUncertain = (stands: number, open: number): boolean =>
  (stands > 0 && stands < 1) || (open > 0 && open < 1);

/** Returns a likelihood in words, as in “likely (72%)”, “likely (72%, undecided 10%)” or “0%, undecided 62%”. */
export function likelihoodLabel(stands: number, open: number, words: WeighingWords): string {
  const values = { share: percentage(stands, words), open: percentage(open, words) };
  // A node that is undecided in some worlds is not impossible.
  if (stands <= 0 && open > 0 && open < 1) return fillText(words.likelihood.onlyOpen, values);
  if (open >= 1) return words.likelihood.undecided;
  return withShare(words.terms[likelihoodTerm(stands)].name, stands, open, words);
}

/** Returns a likelihood with its verb, as the beginning of a sentence: “It is likely (72%)”, “It has almost no chance (4%)”. */
export const likelihoodOpening = (stands: number, open: number, words: WeighingWords): string =>
  withShare(words.terms[likelihoodTerm(stands)].sentence, stands, open, words);

/** Returns a likelihood for a card, where there is little room: “≈ likely 72%” or, if undecided cases remain, “≈ 72% · ? 10%”. */
export function likelihoodBadge(stands: number, open: number, words: WeighingWords): string {
  const { badge, badgeOpen } = words.likelihood;
  return fillText(open > 0 ? badgeOpen : badge, {
    term: words.terms[likelihoodTerm(stands)].name,
    share: percentage(stands, words),
    open: percentage(open, words),
  });
}

const withShare = (term: string, stands: number, open: number, words: WeighingWords): string =>
  fillText(open > 0 ? words.likelihood.fullOpen : words.likelihood.full, {
    term,
    share: percentage(stands, words),
    open: percentage(open, words),
  });

/** Returns a `likelihood` or `strength` that the map states, with the percentage that it stands for: `“likely” (68%)`, or `70%`. */
export function valueWithPercentage(value: string, share: number, words: WeighingWords): string {
  const shown = percentage(share, words);
  return value.replaceAll(/\p{Zs}/gu, "") === percentage(share)
    ? shown
    : fillText(words.likelihood.stated, { value: statedTerm(value, words), share: shown });
}

/** Returns a term of a scale in the language of the words; any other value as it is. */
export function statedTerm(value: string, { terms, strengthTerms }: WeighingWords): string {
  // The casts are safe: a value that is no term has no word.
  return (
    (terms as Readonly<Record<string, { readonly name: string } | undefined>>)[value]?.name ??
    (strengthTerms as Readonly<Record<string, string | undefined>>)[value] ??
    value
  );
}
