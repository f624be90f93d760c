import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("describes the whole cycle, at its first entry", async () => {
  const [problem] = await expectProblem(
    "circular-argument",
    `
    claim ‹honest›: The witness is honest.
      reason: Her story is true.
        premise true: What she says is true.
    reason says for true: An honest witness says so.
      premise honest
  `,
    "This argument rests on its own conclusion: “honest” rests on the reason under “honest”, the reason under “honest” rests on “true”, “true” rests on “says” and “says” rests on “honest”. Remove one of these steps, or give it independent support.",
  );
  expect(problem?.related.length).toBe(4);
});

test("reports a reason for itself", () =>
  expectProblem(
    "circular-argument",
    `
  reason ‹a› for a: Because.
`,
    "This argument rests on its own conclusion: “a” rests on “a”. Remove one of these steps, or give it independent support.",
  ));

test("accepts a claim that rests on a claim of an import", () =>
  expectNoProblem(
    "circular-argument",
    `
    import: other.argmap
    claim b: Two.
      reason: x
        premise a
  `,
    { "other.argmap": "claim a: One.\n  reason: y\n" },
  ));

test("accepts a claim that is used twice, and a cycle with an objection", () =>
  expectNoProblem(
    "circular-argument",
    `
    claim a: One.
      reason: x
        premise b: Two.
    claim c: Three.
      reason: y
        premise b
      objection: z
        premise d: Four.
          reason: w
            premise c
  `,
  ));
