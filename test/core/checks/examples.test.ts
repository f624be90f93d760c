/** The example maps have no problems; the list of checks is complete and in order. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../../../server/core/checks/registry.ts";
import { severityOf } from "../../../server/core/checks/severity.ts";
import { checkMap, markProblems } from "../../support/maps/expectProblems.ts";
import { root } from "../../support/root.ts";
import { skipsLongInput } from "../../support/runs.ts";

const examplesFolder = join(root, "examples");
const examples = globSync("**/*.argmap", { cwd: examplesFolder });

test.skipIf(skipsLongInput).each(examples)("%s has no problems", async (path) => {
  const folder = dirname(join(examplesFolder, path));
  const names = globSync("*.{argmap,txt,html}", { cwd: folder });
  const otherFiles = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const text = readFileSync(join(examplesFolder, path), "utf8");
  const { file, problems: allProblems } = await checkMap(text, otherFiles, path.slice(path.lastIndexOf("/") + 1));
  const problems = allProblems.filter((problem) => severityOf(problem) !== "off");
  expect(problems.map(({ code }) => code)).toEqual([]);
  expect(markProblems(file, problems)).toBe(text);
});

test("every check has a rule file with its name, and tests with and without the problem next to it", () => {
  const rules = globSync("*/*.ts", { cwd: join(root, "server/core/checks/rules") });
  const ruleOf = (code: string): string | undefined => rules.find((path) => basename(path) === `${code}.ts`);
  expect(checks.map(({ code }) => ruleOf(code)).sort()).toEqual(rules.sort());
  for (const { code } of checks) {
    const path = ruleOf(code)?.replace(/\.ts$/, ".test.ts") ?? "";
    const text = readFileSync(join(import.meta.dirname, "rules", path), "utf8");
    for (const name of ["expectProblem", "expectNoProblem"])
      expect(text, `${path}: ${name}`).toMatch(new RegExp(`\\b${name}\\(\\s*"${code}"`));
  }
});

test("codes are unique, and errors come first, then warnings, then hints", () => {
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length);
  const severities = ["error", "warning", "information", "hint"];
  const ranks = checks.map(({ severity }) => severities.indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
