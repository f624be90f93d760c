import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a claim that nothing mentions", () =>
  expectProblem(
    "unused-claim",
    `
    source report: A report
    claim ‹rich›: The town is rich.
      quote: as rich as any
  `,
    "“rich” is never used: it answers no question, has no reasons, and nothing refers to it. Use it as a premise, or give a reason for it.",
  ));

test("accepts claims with a reason, a use or an answer, under a question, or without a name", () =>
  expectNoProblem(
    "unused-claim",
    `
    question q: Why?
      claim a: One.
    claim b answers q: Two.
    claim c: Three.
      reason: x
        premise d
    claim d: Four.
    claim: Five.
  `,
  ));
