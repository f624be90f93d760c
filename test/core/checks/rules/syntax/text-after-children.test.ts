import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports text after an entry and after an attribute", () =>
  expectProblem(
    "text-after-children",
    `
    claim keep: It should stay.
      note: One,
      ‹two›
      reason: It works.
      ‹as I said
      and more.›
      reason: Again.
      ‹The end.›
  `,
    "This text belongs to the claim above, although “note” comes in between. Move it up, or indent it deeper if it belongs to “note”.",
  ));

test("reports all lines of the text as one problem, at the end of the entry too", () =>
  expectProblem(
    "text-after-children",
    `
    claim keep: It should stay.
      note: One.
      ‹as I said
      and more.›
  `,
    "This text belongs to the claim above, although “note” comes in between. Move it up, or indent it deeper if it belongs to “note”.",
  ));

test.each(["o", "object", "premise", "not"])("ignores a partially typed keyword: %s", (word) =>
  expectNoProblem(
    "text-after-children",
    `
    claim keep: It should stay.
      reason: It works.
      ${word}
  `,
  ),
);

test("accepts text before children, values over several lines, and text that looks like an entry", () =>
  expectNoProblem(
    "text-after-children",
    `
    claim keep: It should stay,
      as I said.
      note: One,
        two
      reason: It works,
        as I said.
      Reason: It works.
      reason buses Buses run to time.
      by lind
      Tags: air
      > It works.
      Source: BBC
  `,
  ));
