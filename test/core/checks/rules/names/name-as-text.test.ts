import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a text that is the name of a claim", () =>
  expectProblem(
    "name-as-text",
    `
    claim all: All of it holds.
    claim ok: It is fine.
      reason all-ok for ok: ‹all›
      reason: It works.
        premise: ‹all.›
  `,
    "This text is the name of a claim. Did you mean “premise all”?",
  ));

test("accepts other words, names of other entries, and steps with premises", () =>
  expectNoProblem(
    "name-as-text",
    `
    speaker lind: Maja Lind
    claim all: All of it holds.
      reason: lind
      reason: every
      reason: all of it
      reason: all
        premise: It works.
  `,
  ));

test("accepts a name with a full stop in it, and a named premise", () =>
  expectNoProblem("name-as-text", "claim all: One.\n  reason: al.l\n  reason r: Two.\n    premise p: all\n"));
