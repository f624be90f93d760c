import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a speaker who holds and rejects a claim", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim keep by lind, rejected-by ‹lind›: It should stay.
  `,
    "“lind” both holds and rejects this claim. Remove one of these positions.",
  ));

test("reports a speaker who accepts two contradictory claims", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim keep accepted-by lind: It should stay.
    claim drop contradicts keep, accepted-by ‹lind›: It should go.
  `,
    "“lind” accepts this claim and accepts “keep”, but the two contradict each other. Check whether “lind” means both.",
  ));

test("reports a speaker who holds a contradictory claim by inheritance", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim keep by lind: It should stay.
      reason: Because.
        premise ‹drop› contradicts keep: It should go.
  `,
    "“lind” holds this claim and holds “keep”, but the two contradict each other. Check whether “lind” means both.",
  ));

test("accepts different speakers, and claims under an objection", () =>
  expectNoProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    speaker roy: Arun Roy
    claim keep by lind, rejected-by roy: It should stay.
      objection: No.
        premise drop contradicts keep: It should go.
  `,
  ));
