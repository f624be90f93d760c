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

test("suggests up to five sources, and none if they have no names", async () => {
  const sources = (names: readonly string[]): string => names.map((name) => `source ${name}: S\n`).join("");
  const [many] = await expectProblem(
    "missing-source",
    `${sources(["f", "e", "d", "c", "b", "a"])}claim keep: It should stay.\n  ‹quote›: words\n`,
    "There are 6 sources, and this quote names none. Name one after “quote”: “a”, “b”, “c”, “d” or “e”.",
  );
  expect(many?.suggestions).toEqual(["a", "b", "c", "d", "e"].map((name) => `quote ${name}`));
  const [unnamed] = await expectProblem(
    "missing-source",
    "source: S\nsource: T\nclaim keep: It should stay.\n  ‹quote›: words\n",
    "There are 2 sources, and this quote names none. Name one after “quote”.",
  );
  expect(unnamed?.suggestions).toEqual([]);
});
