import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports steps with neither text nor premises", () =>
  expectProblem(
    "empty-step",
    `
    claim keep: It should stay.
      reason ‹air›:
      ‹objection›:
        objection: x
  `,
    "This reason is empty. Write text after the colon, or indent a premise under it.",
  ));

test("accepts steps with premises or with text on another line", () =>
  expectNoProblem(
    "empty-step",
    `
    claim keep: It should stay.
      reason:
        The air got cleaner.
      reason:
        premise: The buses run.
      reason:
        assumption: The buses run still.
  `,
  ));
