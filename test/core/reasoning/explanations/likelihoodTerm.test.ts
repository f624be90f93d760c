import { expect, test } from "vitest";
import { likelihoods, scaleValue } from "../../../../server/core/language/attributes/values.ts";
import {
  likelihoodLabel,
  likelihoodPredicate,
  likelihoodTerm,
  percentage,
} from "../../../../server/core/reasoning/explanations/likelihoodTerm.ts";

test("gives each likelihood word of the language back for its value", () => {
  for (const word of likelihoods) {
    expect(likelihoodTerm(scaleValue("likelihood", word) ?? -1)).toBe(word.replaceAll("-", " "));
  }
});

test("calls only 0 and 1 impossible and certain", () => {
  expect([0, 0.0001, 0.9999, 1].map(likelihoodTerm)).toEqual([
    "impossible",
    "almost no chance",
    "almost certain",
    "certain",
  ]);
  expect([0, 0.0001, 0.5, 0.9999, 1].map(percentage)).toEqual(["0%", "<1%", "50%", ">99%", "100%"]);
});

test("calls nothing impossible that is undecided in some worlds", () => {
  expect(likelihoodLabel(0, 0)).toBe("impossible (0%)");
  expect(likelihoodLabel(0, 0.62)).toBe("0%, undecided 62%");
  expect(likelihoodLabel(0, 1)).toBe("undecided");
  expect(likelihoodLabel(0.72, 0.1)).toBe("likely (72%, undecided 10%)");
});

test("says each term with its verb", () => {
  expect([0.03, 0.3, 0.5, 0.99].map((share) => likelihoodPredicate(share, 0))).toEqual([
    "has almost no chance (3%)",
    "is unlikely (30%)",
    "has a roughly even chance (50%)",
    "is almost certain (99%)",
  ]);
});
