import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a file that does not exist", () =>
  expectProblem(
    "source-not-found",
    `
    source report: A report
      file: ‹texts/report.txt›
  `,
    "There is no file at “texts/report.txt”. Write a path relative to this map’s folder, with “/” between folders.",
  ));

test("accepts a file that exists, and a source without a file", () =>
  expectNoProblem(
    "source-not-found",
    `
    source report: A report
      file: texts/report.txt
    source other: Another
  `,
    { "texts/report.txt": "words" },
  ));
