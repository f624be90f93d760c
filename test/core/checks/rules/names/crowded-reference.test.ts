import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests to remove a clause after the name", async () => {
  const [problem] = await expectProblem(
    "crowded-reference",
    `
    claim keep: It should stay.
    claim drop: It should go.
      reason: It cannot be right.
        ‹premise keep by lind, roy›
  `,
    "This looks like a use of “keep”, but such a line takes no clauses. Write just “premise keep”. If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual(["premise keep"]);
});

test("suggests to correct punctuation and a misspelt keyword", async () => {
  const problems = await expectProblem(
    "crowded-reference",
    `
    claim keep: It should stay.
      reason: It works.
        ‹premis keep›
      reason: It works.
        ‹Premise p.keep›
      reason: It works.
        ‹premise “保留”›
      reason: It works.
        ‹premise keep.›
  `,
    "This looks like a use of “keep”. Write just “premise keep”. If this is text, put a backslash before it.",
  );
  const suggestions = problems.flatMap((problem) => problem.suggestions);
  expect(suggestions.sort()).toEqual(["premise keep", "premise keep", "premise p.keep", "premise 保留"]);
});

test("reports several names", () =>
  expectProblem(
    "crowded-reference",
    `
    claim c: C.
      reason:
        ‹premise a, b›
      objection:
        ‹premise 保留, air.x, z›
  `,
    "This looks like a use of several claims. Write a separate “premise” line for each. If this is text, put a backslash before it.",
  ));

test("ignores prose, escaped text, and text under claims and attributes", () =>
  expectNoProblem(
    "crowded-reference",
    `
    claim c: It has a
      premise a, b
      reason: It is so. It is the
        premise a, b
      reason: It is so.
        premise for the whole
      reason: It is so.
        premise and conclusion
      reason: It is a
        premise lost.
      reason: It is so.
        Promise kept.
      reason: It is so.
        Premises hold.
      reason: It is so.
        \\premise a, b
      reason: It is so.
        note: See.
          premise a, b
  `,
  ));
