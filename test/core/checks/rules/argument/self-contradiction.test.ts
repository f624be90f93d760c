import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports the claim's own name after contradicts", () =>
  expectProblem(
    "self-contradiction",
    `
    claim keep contradicts drop, ‹keep›: It should stay.
    claim drop: It should go.
  `,
    "“keep” is this claim itself. Name another claim after “contradicts”, or remove the name.",
  ));

test("accepts other names, even unresolved ones", () =>
  expectNoProblem("self-contradiction", "claim keep contradicts drop, air.keep: It stays.\nclaim drop: It goes.\n"));
