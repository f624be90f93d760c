import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports all occurrences but the first", () =>
  expectProblem(
    "duplicate-attribute",
    `
    claim keep: It should stay.
      note: One.
      likelihood: likely
      ‹note›: Two.
      ‹note›: Three.
  `,
    "“note” is already given above, and the first one counts. Merge the two, or remove this one.",
  ));

test("accepts the same key in two entries", () =>
  expectNoProblem(
    "duplicate-attribute",
    `
    claim keep: It should stay.
      note: One.
      reason: Because.
        note: Two.
  `,
  ));
