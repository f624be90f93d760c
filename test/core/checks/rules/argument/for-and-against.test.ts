import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a claim that is used on both sides", () =>
  expectProblem(
    "for-and-against",
    `
    claim cars: Fewer cars come in.
    claim keep: It should stay.
      reason: The streets are quieter.
        premise cars
      objection: The shops lose customers.
        premise ‹cars›
  `,
    "“cars” is used both for and against “keep”. Check whether you mean both.",
  ));

test("reports a premise that is defined on one side and used on the other", () =>
  expectProblem(
    "for-and-against",
    `
    claim keep: It should stay.
      objection: The shops lose customers.
        premise ‹cars›: Fewer cars come in.
      reason: The streets are quieter.
        premise cars
  `,
    "“cars” is used both for and against “keep”. Check whether you mean both.",
  ));

test("accepts a claim that is used for one thing and against another", () =>
  expectNoProblem(
    "for-and-against",
    `
    claim cars: Fewer cars come in.
    claim keep: It should stay.
      reason: The streets are quieter.
        premise cars
    claim trade: The shops thrive.
      objection: They lose customers.
        premise cars
  `,
  ));

test("reports the reason if the objection is in an imported file", () =>
  expectProblem(
    "for-and-against",
    `
    import: other.argmap
    reason for keep: The streets are quieter.
      premise ‹cars›
  `,
    "“cars” is used both for and against “keep”. Check whether you mean both.",
    {
      "other.argmap":
        "claim cars: Fewer cars come in.\nclaim keep: It should stay.\n  objection: The shops lose.\n    premise cars\n",
    },
  ));
