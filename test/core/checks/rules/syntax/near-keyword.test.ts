import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests keywords for capitals and misspellings, with or without names and clauses", async () => {
  const problems = await expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹Reason›: It works.
      ‹reasn›: It works.
      ‹Reason› air: It works.
      ‹resaon› air by lind: It works.
      ‹OBJECTION› against keep: It works.
      ‹asumption›: It works.
      ‹premiss›: It works.
  `,
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  const suggestions = problems.map((problem) => problem.suggestions[0]);
  expect(suggestions.sort()).toEqual(["assumption", "objection", "premise", "reason", "reason", "reason", "reason"]);
});

test("suggests keywords for the terms of other tools", async () => {
  const problems = await expectProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ‹pro›: It works.
      ‹Con› cost: It costs.
      ‹counterargument› by lind: It costs.
  `,
    "Did you mean “reason”? If this is text, put a backslash before it.",
  );
  expect(problems.map(({ suggestions }) => suggestions[0]).sort()).toEqual(["objection", "objection", "reason"]);
});

test.each([
  "https://example.org",
  "Pros and cons: many",
  "In conclusion: no",
  "Season: autumn",
  "promise: kept",
  "Of course: no",
  "She gave two reasons: air and buses.",
  "reasons: air and buses",
  "Question is this: why?",
  "May: the first month",
  "Quite: so",
  "Note: this is long",
  "Report: none",
  "Course: none",
  "12:30",
  ": x",
  "Claim, he said: no",
  "\\Reason: It works.",
])("ignores %s", (line) =>
  expectNoProblem(
    "near-keyword",
    `
    claim keep: It should stay.
      ${line}
  `,
  ),
);
