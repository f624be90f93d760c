import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports all definitions but the first", async () => {
  const [problem] = await expectProblem(
    "duplicate-name",
    `
    claim air: The air got cleaner.
    speaker ‹air›: A speaker
    claim ‹air›: Again.
  `,
    "“air” is already defined, and the first definition counts. Give this speaker another name.",
  );
  expect(problem?.related).toMatchObject([{ entry: { text: "The air got cleaner." } }]);
});

test("reports a prefix that two imports define", () =>
  expectProblem(
    "duplicate-name",
    `
    import air: one.argmap
    import ‹air›: two.argmap
  `,
    "“air” is already defined, and the first definition counts. Give this import another name.",
  ));

test("does not report a head that is being written", () =>
  expectNoProblem(
    "duplicate-name",
    `
    claim air: The air got cleaner.
    claim air by
  `,
  ));

test("accepts a prefix equal to a name, and uses of a name", () =>
  expectNoProblem(
    "duplicate-name",
    `
    import air: air.argmap
    claim air: The air got cleaner.
      reason: x
        premise air
  `,
  ));
