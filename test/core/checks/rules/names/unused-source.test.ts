import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a source that is not quoted", () =>
  expectProblem(
    "unused-source",
    `
    source ‹report›: A report
    source letter: A letter
    claim keep: It should stay.
      quote letter: words
  `,
    "“report” is never used. Quote it, or remove it.",
  ));

test("accepts the only source if a quote names none", () =>
  expectNoProblem(
    "unused-source",
    `
    source report: A report
    claim keep: It should stay.
      quote: words
  `,
  ));

test("accepts all sources while a quote names none", () =>
  expectNoProblem(
    "unused-source",
    `
    source report: A report
    source letter: A letter
    claim keep: It should stay.
      quote: words
  `,
  ));

test("accepts a source in a clause", () =>
  expectNoProblem(
    "unused-source",
    `
    source report: A report
    source letter: A letter
    claim keep by report, accepted-by letter: It should stay.
  `,
  ));

test("reports a source without a name", () =>
  expectProblem(
    "unused-source",
    `
    ‹source›: A report
    source letter: A letter
    claim keep: It should stay.
      quote letter: words
  `,
    "This source has no name, so it cannot be quoted. Write one after “source”.",
  ));

test.each([
  ["in a file for others, which has only sources and speakers", "source report: A report\nspeaker ann: Ann\n"],
  [
    "under a claim, which is a problem of its own",
    "source letter: A letter\nclaim keep: It should stay.\n  quote letter: words\n  source report: A report\n",
  ],
  [
    "with a head that is still being written",
    "source letter: A letter\nsource re port: A report\nclaim keep: It should stay.\n  quote letter: words\n",
  ],
])("does not report a source %s", (_case, map) => expectNoProblem("unused-source", map));
