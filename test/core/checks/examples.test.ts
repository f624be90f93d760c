/** The maps that a newcomer opens, and the list of tests itself. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../../../server/core/checks/registry.ts";
import { severityOf } from "../../../server/core/checks/severity.ts";
import { checkMap, markProblems } from "../../support/expectProblems.ts";
import { root } from "../../support/root.ts";

const examplesFolder = join(root, "examples");
const examples = globSync("**/*.argmap", { cwd: examplesFolder });

test.each(examples)("nothing is to be said about %s", async (path) => {
  const folder = dirname(join(examplesFolder, path));
  const names = globSync("*.{argmap,txt,html}", { cwd: folder });
  const beside = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const text = readFileSync(join(examplesFolder, path), "utf8");
  const { file, problems: all } = await checkMap(text, beside, path.slice(path.lastIndexOf("/") + 1));
  const problems = all.filter((problem) => severityOf(problem) !== "off");
  expect(problems.map(({ code }) => code)).toEqual([]);
  expect(markProblems(file, problems)).toBe(text);
});

test("every problem has a test that shows it and one that does not", () => {
  const tests = ["errors", "warnings", "hints"].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.test.ts`), "utf8"),
  );
  for (const { code } of checks) {
    for (const word of ["expectProblem", "expectNoProblem"]) {
      const is = new RegExp(`\\b${word}\\(\\s*"${code}"`);
      expect(
        tests.some((text) => is.test(text)),
        `${word}("${code}")`,
      ).toBe(true);
    }
  }
});

test("codes are told once, errors first", () => {
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length);
  const grave = ["error", "warning", "information", "hint"];
  const ranks = checks.map(({ severity }) => grave.indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
