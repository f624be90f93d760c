import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a file that does not exist", () =>
  expectProblem(
    "import-not-found",
    `import: ‹peple.argmap›`,
    "There is no map at “peple.argmap”. Write a path relative to this file’s folder, with “/” between folders.",
  ));

test("reports an import without a path", () =>
  expectProblem(
    "import-not-found",
    `‹import› people:`,
    "This import has no path. Write one after the colon, as in “import: people.argmap”.",
  ));

test("accepts a file that exists", () =>
  expectNoProblem(
    "import-not-found",
    `
    import people: sub/people.argmap
  `,
    { "sub/people.argmap": "speaker lind: Maja Lind\n" },
  ));
