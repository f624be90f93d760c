import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a claim that its reasons make far less likely than is written", () =>
  expectProblem(
    "likelihood-gap",
    `
    claim keep: The charge should stay.
      likelihood: ‹very-likely›
      reason air: The air got cleaner.
        strength: weak
  `,
    "“very-likely” is written here, but what is said for and against this claim makes it unlikely (30%). Change it, or the values from which the other is computed.",
  ));

test("reports a claim that an objection brings down, although it is called likely", () =>
  expectProblem(
    "likelihood-gap",
    `
    claim keep: The charge should stay.
      likelihood: ‹70%›
      reason air: The air got cleaner.
      objection trade: The shops lost customers.
  `,
    "“70%” is written here, but what is said for and against this claim makes it impossible (0%). Change it, or the values from which the other is computed.",
  ));

test("accepts what is close to the written range, reasons without numbers, and claims without reasons", () =>
  expectNoProblem(
    "likelihood-gap",
    `
    claim a: One.
      likelihood: 55-80%
      reason r: It is.
        strength: 90%
    claim b: Two.
      likelihood: even
      reason s: It is.
    claim c: Three.
      likelihood: almost-certain
  `,
  ));

test("counts worlds in which the claim is undecided for either side", () =>
  expectNoProblem(
    "likelihood-gap",
    `
    claim a: One.
      likelihood: 70%
      reason r: It is.
        strength: 60%
    claim b contradicts a: Two.
      reason s: It is.
  `,
  ));
