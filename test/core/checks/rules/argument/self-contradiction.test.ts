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

test("reports a claim that restates itself, and one that contradicts another wording of itself", async () => {
  await expectProblem(
    "self-contradiction",
    `
    claim keep restates ‹keep›: It should stay.
  `,
    "“keep” is this claim itself. Name another claim after “restates”, or remove the name.",
  );
  await expectProblem(
    "self-contradiction",
    `
    claim keep: It should stay.
    claim stay restates keep, contradicts ‹keep›: Do not abolish it.
  `,
    "“keep” is this claim in another wording. Name another claim after “contradicts”, or remove the name.",
  );
});
