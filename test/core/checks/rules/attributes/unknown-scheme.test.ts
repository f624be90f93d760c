import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests the nearest scheme", async () => {
  const [problem] = await expectProblem(
    "unknown-scheme",
    `
    claim keep: It should stay.
      reason: Others do.
        scheme: ‹analgy›
  `,
    "“analgy” is not in the list of schemes. Did you mean “analogy”?",
  );
  expect(problem?.suggestions).toEqual(["analogy"]);
});

test("accepts schemes of the list", () =>
  expectNoProblem(
    "unknown-scheme",
    `
    claim keep: It should stay.
      reason: Others do.
        scheme: expert-opinion
  `,
  ));
