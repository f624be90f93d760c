import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a cycle through another file", () =>
  expectProblem(
    "circular-import",
    `import: ‹air.argmap›`,
    "These files import each other in a circle: “map.argmap” imports “air.argmap” and “air.argmap” imports “map.argmap”. Remove one of these imports. Until then, this one is ignored.",
    { "air.argmap": "import: map.argmap\n" },
  ));

test("reports a file that imports itself", () =>
  expectProblem("circular-import", `import: ‹map.argmap›`, "A file cannot import itself. Remove this line."));

test("accepts two files that import a third", () =>
  expectNoProblem(
    "circular-import",
    `
    import: air.argmap
    import: people.argmap
  `,
    { "air.argmap": "import: people.argmap\n", "people.argmap": "speaker lind: Maja Lind\n" },
  ));
