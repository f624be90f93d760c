import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests the nearest code", async () => {
  const [problem] = await expectProblem(
    "unknown-problem",
    `
    // argmap-ignore ‹unsuported-claim›
    claim keep: It should stay.
      objection: It is dear.
  `,
    "No problem is called “unsuported-claim”. Did you mean “unsupported-claim” or “unused-claim”?",
  );
  expect(problem?.suggestions).toEqual(["unsupported-claim", "unused-claim"]);
});

test("does not silence errors", () =>
  expectProblem(
    "unknown-problem",
    `
    // argmap-ignore-file ‹no-target›
    claim keep: It should stay.
      reason: It works.
    reason: It pays.
  `,
    "“no-target” is an error, which no comment can silence. Fix it, and remove the code here.",
  ));

test("accepts the codes of warnings and hints", () =>
  expectNoProblem(
    "unknown-problem",
    `
    // argmap-ignore unsupported-claim, duplicate-attribute
    claim keep: It should stay.
      objection: It is dear.
  `,
  ));

test("suggests nothing if no code is near", async () => {
  const [problem] = await expectProblem(
    "unknown-problem",
    `
    // argmap-ignore ‹everything›
    claim keep: It should stay.
  `,
    "No problem is called “everything”. Write the code that the editor shows beside the message.",
  );
  expect(problem?.suggestions).toEqual([]);
});
