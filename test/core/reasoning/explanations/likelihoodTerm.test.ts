import { expect, test } from "vitest";
import { likelihoods, scaleValue } from "../../../../server/core/language/attributes/values.ts";
import {
  likelihoodBadge,
  likelihoodLabel,
  likelihoodOpening,
  likelihoodTerm,
  percentage,
} from "../../../../server/core/reasoning/explanations/likelihoodTerm.ts";
import { words } from "../../../../server/core/reasoning/words/enWords.ts";

test("gives each likelihood word of the language back for its value", () => {
  for (const word of likelihoods) {
    expect(likelihoodTerm(scaleValue("likelihood", word) ?? -1)).toBe(word);
  }
});

test("calls only 0 and 1 impossible and certain", () => {
  expect([0, 0.0001, 0.9999, 1].map(likelihoodTerm)).toEqual([
    "impossible",
    "almost-no-chance",
    "almost-certain",
    "certain",
  ]);
  expect([0, 0.0001, 0.5, 0.9999, 1].map((share) => percentage(share))).toEqual(["0%", "<1%", "50%", ">99%", "100%"]);
});

test("calls nothing impossible that is undecided in some worlds", () => {
  expect(likelihoodLabel(0, 0, words)).toBe("impossible (0%)");
  expect(likelihoodLabel(0, 0.62, words)).toBe("0%, undecided 62%");
  expect(likelihoodLabel(0, 1, words)).toBe("undecided");
  expect(likelihoodLabel(0.72, 0.1, words)).toBe("likely (72%, undecided 10%)");
});

test("says each term with its verb", () => {
  expect([0.03, 0.3, 0.5, 0.99].map((share) => likelihoodOpening(share, 0, words))).toEqual([
    "It has almost no chance (3%)",
    "It is unlikely (30%)",
    "It has a roughly even chance (50%)",
    "It is almost certain (99%)",
  ]);
});

test("says on a card only what has room, and no term beside a share of undecided cases", () => {
  expect(likelihoodBadge(0.88, 0, words)).toBe("≈ very likely 88%");
  expect(likelihoodBadge(0.2, 0.41, words)).toBe("≈ 20% · ? 41%");
});
