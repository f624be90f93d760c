import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports an objection to something that its premise rests on", async () => {
  const [problem] = await expectProblem(
    "self-attack",
    `
    claim counted: The counts can be trusted.
    objection ‹wrong› against counted: The counts are wrong.
      premise high: Traffic was higher.
        reason shown: The counts show it.
          premise counted
  `,
    "This objection attacks “counted”, but also rests on it: “wrong” rests on “high”, “high” rests on “shown” and “shown” rests on “counted”. Change what it attacks, or what it rests on.",
  );
  expect(problem?.related.map(({ entry }) => entry.head.name?.text)).toEqual(["high", "shown", "counted"]);
});

test("reports an objection with its target as a premise", () =>
  expectProblem(
    "self-attack",
    `
    claim a: One.
      ‹objection›: No.
        premise a
  `,
    "This objection attacks “a”, but also rests on it: the objection under “a” rests on “a”. Change what it attacks, or what it rests on.",
  ));

test("accepts two claims that attack each other", () =>
  expectNoProblem(
    "self-attack",
    `
    claim a: One.
      objection: No.
        premise b
    claim b: Two.
      objection: No.
        premise a
  `,
  ));

test("reports an attack in the file that it is in, and not one of a step that cannot be read", async () => {
  const other = "claim a: One.\nobjection o against a: Two.\n  premise a\n";
  await expectNoProblem("self-attack", "import: other.argmap\nclaim b: Three.\n  reason: Four.\n    premise a\n", {
    "other.argmap": other,
  });
  await expectNoProblem("self-attack", "claim a: One.\nobjection o against a by: Two.\n  premise a\n");
});
