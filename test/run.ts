/** `npm test`: all checks and tests. Every part runs, even after one has failed. The last line counts the tests. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./support/root.ts";
import { checkActivation } from "./vscode/activation.ts";
import type { TestOutcome } from "./vscode/bridge.ts";
import { checkFirstRun } from "./vscode/firstRun.ts";
import { runSuite } from "./vscode/runSuite.ts";
import { exitStatus, summary } from "./vscode/testReport.ts";
import { checkWebHost } from "./vscode/webHost.ts";
import { checkReload } from "./vscode/windowReload.ts";

const countsFile = join(root, "test/output/vitest.json");

/** The parts that have failed. */
const failedParts: string[] = [];

await runPart("build", () => runScript("build.mjs", "bundle"));
await runPart("types", () => runScript("node_modules/typescript/bin/tsc", "-b"));
await runPart("lint", () => runScript("node_modules/@biomejs/biome/bin/biome", "check", "."));
const outcomes = [
  await runTests("unit, program and browser tests", runVitest),
  await runTests("VS Code suite", runSuite),
  await runTests("reload of VS Code's window", checkReload),
  await runTests("start of the extension in VS Code", checkActivation),
  await runTests("first run of VS Code", checkFirstRun),
  await runTests("VS Code in a browser alone", checkWebHost),
];
const total = {
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
};
if (failedParts.length > 0) console.log(`\nFailed: ${failedParts.join(", ")}`);
console.log(`\n${summary(total)}`);
process.exitCode = failedParts.length > 0 ? 1 : 0;

/** Runs a part and prints how long it took. */
async function runPart(name: string, isSuccessful: () => boolean | Promise<boolean>): Promise<void> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  if (!(await isSuccessful())) failedParts.push(name);
  console.log(`── ${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}

/** Runs tests as a part. An exception counts as a failed test. */
async function runTests(name: string, tests: () => TestOutcome | Promise<TestOutcome>): Promise<TestOutcome> {
  let outcome: TestOutcome = { passed: 0, failed: 1 };
  await runPart(name, async () => {
    try {
      outcome = await tests();
    } catch (error) {
      console.log(error);
    }
    return exitStatus(outcome) === 0;
  });
  return outcome;
}

function runVitest(): TestOutcome {
  mkdirSync(join(root, "test/output"), { recursive: true });
  rmSync(countsFile, { force: true });
  const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${countsFile}`];
  runScript("node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...reporters);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(countsFile, "utf8"));
  // A file that cannot be loaded has no tests, and counts as a failed one.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}

function runScript(script: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, [join(root, script), ...args], { stdio: "inherit", cwd: root }).status === 0;
}
