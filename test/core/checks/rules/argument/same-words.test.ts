import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/expectProblems.ts";

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
    "Another claim has the same text. Use “a” in both places, or change one of the texts.",
  );
  expect(problem?.related).toMatchObject([{ entry: { text: "The air got cleaner." } }]);
});

test("asks for a name if the first claim has none", () =>
  expectProblem(
    "same-words",
    `
    claim: 空气变好了。
    claim: ‹空气 变好了›
  `,
    "Another claim has the same text. Give that claim a name and use it in both places, or change one of the texts.",
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
