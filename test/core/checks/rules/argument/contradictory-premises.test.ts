import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports premises that contradict each other", () =>
  expectProblem(
    "contradictory-premises",
    `
    claim drop: It should go.
      reason: It cannot be right.
        premise little: It changes nothing.
        premise ‹much› contradicts little: It changes all.
  `,
    "“much” and “little” contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.",
  ));

test("reports uses of claims that contradict each other", () =>
  expectProblem(
    "contradictory-premises",
    `
    claim little: It changes nothing.
    claim much contradicts little: It changes all.
    claim drop: It should go.
      reason: It cannot be right.
        premise much
        premise ‹little›
  `,
    "“much” and “little” contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.",
  ));

test("accepts contradictory premises of different steps", () =>
  expectNoProblem(
    "contradictory-premises",
    `
    claim drop: It should go.
      reason: It is no use.
        premise little: It changes nothing.
      reason: It goes too far.
        premise much contradicts little: It changes all.
  `,
  ));
