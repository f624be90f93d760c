import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const people = "speaker lind: Maja Lind\nspeaker roy: Arun Roy\nsource report: A report\n";

test("reports reasons if this file or an import has speakers", () =>
  expectProblem(
    "reason-by-nobody",
    `
    import: people.argmap
    claim keep: It should stay.
      reason ‹air›: The air got cleaner.
      ‹reason›: The buses run.
  `,
    "This reason has no speaker. Name one with “by”, here or on an entry above it.",
    { "people.argmap": people },
  ));

test("ignores maps without speakers", () =>
  expectNoProblem(
    "reason-by-nobody",
    `
    claim keep: It should stay.
      reason: The air got cleaner.
  `,
  ));

test("accepts inherited speakers, and reasons under broken heads", () =>
  expectNoProblem(
    "reason-by-nobody",
    `
    speaker lind: Maja Lind
    claim keep by lind: It should stay.
      reason: The air got cleaner.
      objection by nobody: No.
        reason: Because.
    claim drop by: It should go.
      reason: The shops.
  `,
  ));
