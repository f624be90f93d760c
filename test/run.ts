/**
 * `npm test`: all checks and tests. Every part runs, even after one has failed. The last line counts the tests.
 * The tests in VS Code wait more than they compute, so they run beside all others.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packExtension } from "../packaging/extension.ts";
import { root } from "./support/root.ts";
import type { TestOutcome } from "./vscode/bridge.ts";
import { runInVSCode } from "./vscode/parts.ts";
import { exitStatus, summary, total } from "./vscode/testReport.ts";

const countsFile = join(root, "test/output/vitest.json");

/** The parts that have failed. */
const failedParts: string[] = [];

// The package is made here, because several tests need it, some of them at the same time.
await runPart("build", async () => (await runScript("build.mjs", "bundle")) && packExtension(root).vsix !== "");
await runPart("types", () => runScript("node_modules/typescript/bin/tsc", "-b"));
await runPart("lint", () => runScript("node_modules/@biomejs/biome/bin/biome", "check", "."));
const vscode = runInVSCode();
const outcomes: TestOutcome[] = [];
await runPart("unit, program and browser tests", async () => {
  const outcome = await runVitest();
  outcomes.push(outcome);
  return exitStatus(outcome) === 0;
});
for (const outcome of await vscode) {
  outcomes.push(outcome);
  if (exitStatus(outcome) !== 0) failedParts.push(outcome.name);
}
if (failedParts.length > 0) console.log(`\nFailed: ${failedParts.join(", ")}`);
console.log(`\n${summary(total(outcomes))}`);
process.exitCode = failedParts.length > 0 ? 1 : 0;

/** Runs a part and prints how long it took. An exception is a failure. */
async function runPart(name: string, isSuccessful: () => Promise<boolean>): Promise<void> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const success = await isSuccessful().catch((error: unknown) => {
    console.log(error);
    return false;
  });
  if (!success) failedParts.push(name);
  console.log(`── ${name}: ${Math.round((performance.now() - start) / 1000)} s`);
}

/** Runs Vitest. Returns one failure if it ends without a result. */
async function runVitest(): Promise<TestOutcome> {
  mkdirSync(join(root, "test/output"), { recursive: true });
  rmSync(countsFile, { force: true });
  const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${countsFile}`];
  await runScript("node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", ...reporters);
  if (!existsSync(countsFile)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(countsFile, "utf8"));
  // A file that cannot be loaded has no tests, and counts as a failed one.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}

/** Runs a script of the project in this Node. Returns whether it succeeded. */
async function runScript(script: string, ...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: "inherit", cwd: root });
  const [status] = await once(child, "exit");
  return status === 0;
}
