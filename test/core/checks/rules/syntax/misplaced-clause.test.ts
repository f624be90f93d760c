import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports an assumption with by", () =>
  expectProblem(
    "misplaced-clause",
    `
    speaker lind: Maja Lind
    claim keep: It should stay.
      reason: It works.
        assumption ‹by› lind: Nothing else changed.
  `,
    "An assumption has no speaker, so it takes no “by”. Remove the clause, or make it a premise.",
  ));

test("reports a question with answers", () =>
  expectProblem(
    "misplaced-clause",
    `
  question a: Why?
  question b ‹answers› a: How?
`,
    "A question takes “by”, not “answers”. Remove the clause.",
  ));

test("accepts the clauses of each keyword", () =>
  expectNoProblem(
    "misplaced-clause",
    `
    speaker lind: Maja Lind
    question q by lind: Why?
    claim a by lind, answers q, accepted-by lind: So.
    claim b contradicts a, rejected-by lind: Not so.
    reason by lind for a, b: Because.
    objection by lind against q a: No.
    reason for a against b: Because.
    objection for b against a: No.
  `,
  ));
