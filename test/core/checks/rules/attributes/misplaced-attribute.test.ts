import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports an attribute of another keyword", () =>
  expectProblem(
    "misplaced-attribute",
    `
    claim keep: It should stay.
      reason: The air got cleaner.
        ‹likelihood›: likely
  `,
    "A reason takes “title”, “tags”, “scheme”, “strength”, “date” and “note”, not “likelihood”. Put it into a “note”. If this is text, put a backslash before it.",
  ));

test("reports all attributes of a bare premise", () =>
  expectProblem(
    "misplaced-attribute",
    `
    claim keep: It should stay.
      reason: It works.
        premise works
          ‹note›: x
          ‹x-mine›: y
  `,
    "“note” belongs where “works” is defined, not where it is used. Move it there. If this is text, put a backslash before it.",
  ));

test("reports all attributes of an import", () =>
  expectProblem(
    "misplaced-attribute",
    `
  import: people.argmap
    ‹x-mine›: y
`,
    "An import takes no attributes. Remove it. If this is text, put a backslash before it.",
  ));

test("accepts attributes of the keyword and custom keys", () =>
  expectNoProblem(
    "misplaced-attribute",
    `
    claim keep: It should stay.
      likelihood: likely
      x-status: draft
  `,
  ));

test("reports a clause that is written as an attribute", () =>
  expectProblem(
    "misplaced-attribute",
    `
    question which: Which?
    claim keep: It should stay.
      ‹answers›: which
  `,
    "“answers” belongs in the head of the claim. Move it before the colon. If this is text, put a backslash before it.",
  ));
