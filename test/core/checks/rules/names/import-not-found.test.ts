import { expect, test } from "vitest";
import { Checker } from "../../../../../server/core/checks/checker.ts";
import { MapFile } from "../../../../../server/core/language/map.ts";
import { expectNoProblem, expectProblem, markProblems } from "../../../../support/maps/expectProblems.ts";

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

test("reports a map outside of the folders that the user trusts", () => {
  const file = new MapFile("file:///maps/map.argmap", "import: ../other.argmap");
  for (const { entry } of file.imports) file.setImportTarget(entry, { state: "restricted" });
  const [problem] = [...new Checker(file, () => ({ state: "unknown" })).problems()];
  expect(problem).toMatchObject({
    code: "import-not-found",
    message:
      "This map is outside the open folders, and you have not trusted them. Trust the workspace to read it, or move the map into one of the folders.",
  });
  expect(problem && markProblems(file, [problem])).toBe("import: ‹../other.argmap›");
});
