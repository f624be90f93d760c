import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a reason at the left edge", () =>
  expectProblem(
    "no-target",
    `‹reason› air: The air got cleaner.`,
    "This reason has no target. Indent it under a claim, or name its target, as in “reason for name: …”.",
  ));

test("reports an objection at the left edge", () =>
  expectProblem(
    "no-target",
    `‹objection›: The shops.`,
    "This objection has no target. Indent it under a claim, or name its target, as in “objection against name: …”.",
  ));

test("accepts steps with a clause, even an unresolved one, and nested steps", () =>
  expectNoProblem(
    "no-target",
    `
    claim keep: It should stay.
      reason: The air got cleaner.
    reason for keep: x
    reason for nothing: x
    objection against keep: The shops.
  `,
  ));

test("leaves an indented step with nothing above it to inconsistent-indentation", () =>
  expectNoProblem("no-target", "  reason: The air got cleaner.\n"));
