import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports claims, premises, assumptions, questions and quotes", () =>
  expectProblem(
    "missing-text",
    `
    source report: A report
    claim ‹keep›:
      reason: x
        ‹premise›:
        ‹assumption›:
      ‹question›:
      quote ‹report›:
  `,
    "This claim has no text. Write it after the colon.",
  ));

test("accepts text on another line, a quote with a page, and bare premises", () =>
  expectNoProblem(
    "missing-text",
    `
    source report: A report
    claim keep:
      It should stay.
      reason: x
        premise keep
      quote report:
        page: 12
  `,
  ));

test("accepts a quote without words from a source with an address", async () => {
  const map = (url: string): string => `
    source report: A report
      ${url}
    claim keep: It should stay.
      quote ‹report›:
  `;
  await expectNoProblem("missing-text", map("url: https://example.org/report").replaceAll(/[‹›]/g, ""));
  await expectProblem(
    "missing-text",
    map("author: Lind"),
    "This quote has no text. Write the quoted words after the colon, or add a “page” or “section” here or a “url” to the source.",
  );
});
