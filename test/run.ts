/** `npm test`: every check there is. All run, also after one has failed; the last line adds up the tests. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./support/root.ts";
import type { Outcome } from "./vscode/bridge.ts";
import { runSuite } from "./vscode/runSuite.ts";
import { statusOf, summary } from "./vscode/testReport.ts";
import { checkReload } from "./vscode/windowReload.ts";

const counts = join(root, "test/output/vitest.json");

/** Each part with whether it went well. */
const parts: (readonly [name: string, well: boolean])[] = [];

check("build", "build.mjs", "bundle");
check("types", "node_modules/typescript/bin/tsc", "-b");
check("lint", "node_modules/@biomejs/biome/bin/biome", "check", ".");
const unit = await part("unit tests", () => {
  mkdirSync(join(root, "test/output"), { recursive: true });
  rmSync(counts, { force: true });
  const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${counts}`];
  run("node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...reporters);
  return counted();
});
const suite = await part("VS Code", runSuite);
const reload = await part("VS Code, its window loaded anew", checkReload);

const all = [unit, suite, reload];
const sum = {
  passed: all.reduce((count, { passed }) => count + passed, 0),
  failed: all.reduce((count, { failed }) => count + failed, 0),
};
const bad = parts.filter(([, well]) => !well).map(([name]) => name);
if (bad.length > 0) console.log(`\nNot well: ${bad.join(", ")}`);
console.log(`\n${summary(sum)}`);
process.exitCode = bad.length > 0 ? 1 : 0;

function check(name: string, script: string, ...words: string[]): void {
  console.log(`\n── ${name}`);
  parts.push([name, run(script, ...words)]);
}

async function part(name: string, tests: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  console.log(`\n── ${name}`);
  let outcome: Outcome = { passed: 0, failed: 1 };
  try {
    outcome = await tests();
  } catch (error) {
    console.log(error);
  }
  parts.push([name, statusOf(outcome) === 0]);
  return outcome;
}

function run(script: string, ...words: string[]): boolean {
  return spawnSync(process.execPath, [join(root, script), ...words], { stdio: "inherit", cwd: root }).status === 0;
}

/** What Vitest has written; a file that could not be loaded counts as a failed test. */
function counted(): Outcome {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(counts, "utf8"));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}
