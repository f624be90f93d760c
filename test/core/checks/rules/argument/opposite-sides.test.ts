import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a name on the other side than an earlier one", () =>
  expectProblem(
    "opposite-sides",
    `
    claim keep: It should stay.
    reason air for keep against ‹keep›: The air got cleaner.
  `,
    "This reason is already for “keep”. Remove one of the two.",
  ));

test("reports a name on the other side than the place of the step", () =>
  expectProblem(
    "opposite-sides",
    `
    claim keep: It should stay.
      objection for ‹keep›: The shops lost customers.
    claim drop: It should go.
      reason: The shops lost customers.
        premise keep
          reason against ‹keep›: They did not.
  `,
    "This objection is already against “keep”. Remove one of the two.",
  ));

test("accepts different sides on different claims, and one side given twice", () =>
  expectNoProblem(
    "opposite-sides",
    `
    claim keep: It should stay.
      reason for keep against drop: The air got cleaner.
    claim drop: It should go.
  `,
  ));
