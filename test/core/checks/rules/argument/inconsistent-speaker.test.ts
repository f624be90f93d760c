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
    "“lind” accepts this claim and accepts “keep”, but the two contradict each other. If “lind” means both, leave it; after a change of mind, give each a “date”.",
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
    "“lind” holds this claim and holds “keep”, but the two contradict each other. If “lind” means both, leave it; after a change of mind, give each a “date”.",
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

test("accepts a speaker who changed their mind between two dates", () =>
  expectNoProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim keep by lind: It should stay.
      date: 2023
      reason: It works.
        premise fine: All is well.
    claim drop contradicts keep fine, accepted-by lind: It should go.
      date: 2024-05
  `,
  ));

test("reports dates that may be the same time", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim keep by lind: It should stay.
      date: 2024
    claim drop contradicts keep, accepted-by ‹lind›: It should go.
      date: 2024-05
  `,
    "“lind” accepts this claim and holds “keep”, but the two contradict each other. If “lind” means both, leave it; after a change of mind, give each a “date”.",
  ));

test("reports a speaker who gives two answers to a question that allows one", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    question when: When should it start?
      answers: exactly-one
      claim may accepted-by lind: In May.
      claim june: In June.
    claim july answers when, accepted-by ‹lind›: In July.
  `,
    "“lind” accepts this claim and accepts “may”, but the two contradict each other. If “lind” means both, leave it; after a change of mind, give each a “date”.",
  ));

test("reports a position that contradicts one in an imported file, in this file only", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    import: other.argmap
    claim drop contradicts keep, accepted-by ‹lind›: It should go.
  `,
    "“lind” accepts this claim and holds “keep”, but the two contradict each other. If “lind” means both, leave it; after a change of mind, give each a “date”.",
    { "other.argmap": "speaker lind: Maja Lind\nclaim keep by lind: It should stay.\n" },
  ));

test("leaves contradictory positions of an imported file to that file", () =>
  expectNoProblem(
    "inconsistent-speaker",
    `
    import: other.argmap
    claim fine by lind: All is well.
  `,
    {
      "other.argmap":
        "speaker lind: Maja Lind\nclaim keep by lind: It should stay.\nclaim drop by lind, contradicts keep: It should go.\n",
    },
  ));
