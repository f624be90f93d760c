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

test.each([
  ["analogy, ‹modus-ponnens›, sign", "modus-ponnens", ["modus-ponens", "modus-tollens"]],
  ["‹Modus Ponens›", "Modus Ponens", ["modus-ponens"]],
  ["‹argument-from-authority›, ‹expert›", "argument-from-authority", []],
  ["‹modus›", "modus", ["modus-ponens", "modus-tollens"]],
])("checks each of several schemes: %s", async (value, name, suggestions) => {
  const remedy =
    suggestions.length === 0
      ? "You can still use it."
      : `Did you mean ${suggestions.map((one) => `“${one}”`).join(" or ")}?`;
  const [problem] = await expectProblem(
    "unknown-scheme",
    `
    claim keep: It should stay.
      reason: Others do.
        scheme: ${value}
  `,
    `“${name}” is not in the list of schemes. ${remedy}`,
  );
  expect(problem?.suggestions).toEqual(suggestions);
});

test("accepts schemes of the list", () =>
  expectNoProblem(
    "unknown-scheme",
    `
    claim keep: It should stay.
      reason: Others do.
        scheme: expert-opinion, modus-ponens
  `,
  ));
