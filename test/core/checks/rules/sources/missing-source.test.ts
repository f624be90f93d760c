import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a quote in a map without sources", () =>
  expectProblem(
    "missing-source",
    `
    claim keep: It should stay.
      ‹quote›: words
  `,
    "No source is defined. Add one at the top, as in “source report: Title of the report”.",
  ));

test("suggests the sources if there are several", async () => {
  const [problem] = await expectProblem(
    "missing-source",
    `
    import p: other.argmap
    source a: One
    claim keep: It should stay.
      ‹quote›: words
  `,
    "There are 2 sources, and this quote names none. Name one after “quote”: “a” or “p.b”.",
    { "other.argmap": "source b: Two\n" },
  );
  expect(problem?.suggestions).toEqual(["quote a", "quote p.b"]);
});

test("accepts a quote without a name if there is one source", () =>
  expectNoProblem(
    "missing-source",
    `
    import: other.argmap
    claim keep: It should stay.
      quote: words
  `,
    { "other.argmap": "source b: Two\n" },
  ));
