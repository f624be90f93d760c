import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests the key for a misspelt one", async () => {
  const [problem] = await expectProblem(
    "near-key",
    `
    source report: A report
      ‹auhtor›: The office
      ‹dates›: 2024
    claim keep: It should stay.
      ‹likelyhood›: likely
  `,
    "Did you mean “author”? If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual(["author"]);
});

test("reports a clause that is written as an attribute", () =>
  expectProblem(
    "near-key",
    `
    speaker lind: Maja Lind
    claim keep: It should stay.
      ‹by›: lind
      ‹accepted-by›: lind
      for: lind
      reason: It works.
        ‹for›: keep
  `,
    "“by” belongs in the head of the claim. Move it before the colon. If this is text, put a backslash before it.",
  ));

test("ignores ordinary words, capitals, keys of other keywords, and escaped text", () =>
  expectNoProblem(
    "near-key",
    `
    source report: A report
      data: none
      Dates: one
      \\auhtor: x
      rate: high
      likelyhood: x
  `,
  ));
