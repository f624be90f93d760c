import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";
import { quickFixed } from "../../../../support/workspaces/codeActions.ts";

const long = `${"stations-".repeat(40)}say`;

test("reports a name of more than 200 characters", () =>
  expectProblem(
    "long-name",
    `claim ‹${long}›: The air got cleaner.\n`,
    `This name has ${long.length} characters, and misspellings of names with more than 200 are not recognized. Shorten it.`,
  ));

test("accepts a name of 200 characters", () => expectNoProblem("long-name", `claim ${"a".repeat(200)}: A.\n`));

test("does not suggest a very long name, and shows only the beginning of an unknown one", async () => {
  const [problem] = await expectProblem(
    "unknown-name",
    `claim ${long}: A.\nreason for ‹${long}x›: It works.\n`,
    `“${long.slice(0, 200)}…” is not defined. Define it, or use another name.`,
  );
  expect(problem?.suggestions).toEqual([]);
});

test("the fix shortens the name wherever it is used, and avoids names that are taken", async () => {
  const short = "stations-stations-stations";
  expect(await quickFixed(`claim ${long}¦: A.\nreason for ${long}: It works.\n`, `Shorten to “${short}”`)).toBe(
    `claim ${short}: A.\nreason for ${short}: It works.\n`,
  );
  const taken = `claim ${short}: B.\n`;
  expect(await quickFixed(`claim ${long}¦: A.\n${taken}`, `Shorten to “${short}-2”`)).toBe(
    `claim ${short}-2: A.\n${taken}`,
  );
  const word = "a".repeat(300);
  expect(
    await quickFixed(`import ${word}¦: b.argmap\nreason for ${word}.c: C.\n`, `Shorten to “${"a".repeat(32)}”`),
  ).toBe(`import ${"a".repeat(32)}: b.argmap\nreason for ${"a".repeat(32)}.c: C.\n`);
});
