import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("counts the critical questions that are not asked under a step", () =>
  expectProblem(
    "unasked-question",
    `
    claim a: One.
      reason: Two.
        scheme: ‹witness-testimony›
        question: Could the witness see or hear this?
        question: Is the account free of contradictions, and does it fit the known facts?
        question: Is the witness biased?
      reason: Three.
        scheme: ‹division›
  `,
    "1 critical question of this scheme is not asked, such as “What do other witnesses say?” Add it as a question under the step.",
  ));

test("accepts steps that ask all questions, and schemes that are not in the list", () =>
  expectNoProblem(
    "unasked-question",
    `
    claim a: One.
      reason: Two.
        scheme: division
        question: Does the whole have this property?
        question: Is this a property that passes from the whole to its parts?
      reason: Three.
        scheme: guess
  `,
  ));
