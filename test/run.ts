/** `npm test`: every check there is. All run, also after one has failed; the last line adds up the tests. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./support/root.ts";
import type { TestOutcome } from "./vscode/bridge.ts";
import { runSuite } from "./vscode/runSuite.ts";
import { exitStatus, summary } from "./vscode/testReport.ts";
import { checkReload } from "./vscode/windowReload.ts";

const countsFile = join(root, "test/output/vitest.json");

/** Each part with whether it went well. */
const parts: (readonly [name: string, well: boolean])[] = [];

runCheck("build", "build.mjs", "bundle");
runCheck("types", "node_modules/typescript/bin/tsc", "-b");
runCheck("lint", "node_modules/@biomejs/biome/bin/biome", "check", ".");
const unit = await runPart("unit tests", () => {
  mkdirSync(join(root, "test/output"), { recursive: true });
  rmSync(countsFile, { force: true });
  const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${countsFile}`];
  runScript("node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...reporters);
  return readCounts();
});
const suite = await runPart("VS Code", runSuite);
const reload = await runPart("VS Code, its window loaded anew", checkReload);

const all = [unit, suite, reload];
const total = {
  passed: all.reduce((count, { passed }) => count + passed, 0),
  failed: all.reduce((count, { failed }) => count + failed, 0),
};
const failedParts = parts.filter(([, well]) => !well).map(([name]) => name);
if (failedParts.length > 0) console.log(`\nNot well: ${failedParts.join(", ")}`);
console.log(`\n${summary(total)}`);
process.exitCode = failedParts.length > 0 ? 1 : 0;

function runCheck(name: string, script: string, ...words: string[]): void {
  console.log(`\n── ${name}`);
  parts.push([name, runScript(script, ...words)]);
}

async function runPart(name: string, tests: () => TestOutcome | Promise<TestOutcome>): Promise<TestOutcome> {
  console.log(`\n── ${name}`);
  let outcome: TestOutcome = { passed: 0, failed: 1 };
  try {
    outcome = await tests();
  } catch (error) {
    console.log(error);
  }
  parts.push([name, exitStatus(outcome) === 0]);
  return outcome;
}

function runScript(script: string, ...words: string[]): boolean {
  return spawnSync(process.execPath, [join(root, script), ...words], { stdio: "inherit", cwd: root }).status === 0;
}

/** What Vitest has written; a file that could not be loaded counts as a failed test. */
function readCounts(): TestOutcome {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(countsFile, "utf8"));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}
