import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports two claims that contradict each other and are both more likely than not", () =>
  expectProblem(
    "incoherent-likelihoods",
    `
    claim a: One.
      likelihood: 70%
    claim b contradicts a: Two.
      likelihood: ‹likely›
  `,
    "This claim and “a” contradict each other, but “likely” and “70%” add up to more than 100%. Lower one of them.",
  ));

test("reports answers of which only one can be true, but which add up to more than 100%", () =>
  expectProblem(
    "incoherent-likelihoods",
    `
    question ‹who›: Who?
      answers: exactly-one
      claim a: One.
        likelihood: 40%
      claim b: Two.
        likelihood: 40%
      claim c: Three.
        likelihood: 40%
  `,
    "Only one answer can be true, but the likelihoods “40%”, “40%” and “40%” add up to more than 100%. Lower some of them.",
  ));

test("reports answers one of which must be true, but which add up to less than 100%", () =>
  expectProblem(
    "incoherent-likelihoods",
    `
    question ‹who›: Who?
      answers: exactly-one
      claim a: One.
        likelihood: 40%
      claim b: Two.
        likelihood: unlikely
  `,
    "One of the answers must be true, but the likelihoods “40%” and “unlikely” add up to less than 100%. Raise some of them, or write “answers: at-most-one”.",
  ));

test("accepts ranges that leave room, answers without a likelihood, and claims that can both be true", () =>
  expectNoProblem(
    "incoherent-likelihoods",
    `
    claim a: One.
      likelihood: 20-80%
    claim b contradicts a: Two.
      likelihood: likely
    claim c: Three.
      likelihood: 90%
    claim d: Four.
      likelihood: 90%
    question who: Who?
      answers: exactly-one
      claim e: Five.
        likelihood: 40%
      claim f: Six.
  `,
  ));

test.each([
  ["claims that add up to 100%", "claim a: A.\n  likelihood: 40%\nclaim b contradicts a: B.\n  likelihood: 60%\n"],
  ["a claim without a likelihood", "claim a: A.\nclaim b contradicts a: B.\n  likelihood: 90%\n"],
  ["a likelihood that is no value", "claim a: A.\n  likelihood: 90%\nclaim b contradicts a: B.\n  likelihood: often\n"],
  ["one answer alone", "question q: Q?\n  answers: exactly-one\n  claim a: A.\n    likelihood: 40%\n"],
  [
    "few answers if none need be true",
    "question q: Q?\n  answers: at-most-one\n  claim a: A.\n    likelihood: 40%\n  claim b: B.\n    likelihood: 40%\n",
  ],
  [
    "answers that add up to 100%",
    "question q: Q?\n  answers: exactly-one\n  claim a: A.\n    likelihood: 40%\n  claim b: B.\n    likelihood: 60%\n",
  ],
  [
    "answers that can all be true",
    "question q: Q?\n  claim a: A.\n    likelihood: 90%\n  claim b: B.\n    likelihood: 60%\n",
  ],
])("accepts %s", (_case, text) => expectNoProblem("incoherent-likelihoods", text));
