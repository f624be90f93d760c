import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports claims without reasons, also with an objection", () =>
  expectProblem(
    "unsupported-claim",
    `
    question q: Why?
      claim ‹a›: One.
        objection: No.
      ‹claim›: Two.
  `,
    "This claim has no reasons. Indent one under it.",
  ));

test("accepts claims with a reason under them, elsewhere, or under a use", () =>
  expectNoProblem(
    "unsupported-claim",
    `
    claim a: One.
      reason: x
    claim b: Two.
    reason for b: y
    claim c: Three.
      reason: z
        premise d
          reason: w
    claim d: Four.
  `,
  ));

test("accepts claims with a reason that is being typed, and unused claims", () =>
  expectNoProblem(
    "unsupported-claim",
    `
    claim b: Two.
    reason air for b
    claim unused: Three.
    claim c: Four.
    objection cost against b for c: It costs too much.
  `,
  ));
