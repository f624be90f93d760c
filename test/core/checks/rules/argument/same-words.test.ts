import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("ignores case, spaces and punctuation", async () => {
  const [problem] = await expectProblem(
    "same-words",
    `
    claim a: The air got cleaner.
    claim b: x
      reason: y
        premise: ‹the air
          GOT  “cleaner”!›
  `,
    "Another claim has the same text. Use “a” as a premise here, or change one of the texts.",
  );
  expect(problem?.related).toMatchObject([{ entry: { text: "The air got cleaner." } }]);
});

test("asks for a name if the first claim has none", () =>
  expectProblem(
    "same-words",
    `
    claim: 空气变好了。
    claim b: x
      reason: y
        premise: ‹空气 变好了›
  `,
    "Another claim has the same text. Name the first claim and use it as a premise here, or change one of the texts.",
  ));

test("suggests the second entry for the place of the first if only that can be a bare premise", () =>
  expectProblem(
    "same-words",
    `
    claim a: x
      reason: y
        assumption: The air got cleaner.
    claim: ‹The air got cleaner.›
  `,
    "Another assumption has the same text. Name this claim and use it as a premise there, or change one of the texts.",
  ));

test("suggests no premise for two claims", () =>
  expectProblem(
    "same-words",
    `
    claim a: The air got cleaner.
    claim b: ‹The air got cleaner.›
  `,
    "Another claim has the same text. Keep only one of them, or change one of the texts.",
  ));

test("accepts different numbers, reasons, and entries with broken heads", () =>
  expectNoProblem(
    "same-words",
    `
    claim a: It fell by 3.5 per cent.
    claim b: It fell by 35 per cent.
    claim c: The air got cleaner.
      reason: The air got cleaner.
    claim d e: The air got cleaner.
  `,
  ));
