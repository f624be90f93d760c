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
import { runInVSCode } from "./vscode/runInVSCode.ts";
import { exitStatus, summary, type TestOutcome, total } from "./vscode/testOutcome.ts";

const countsFile = join(root, "test/output/vitest.json");

/** The parts that have failed. */
const failedParts: string[] = [];

await runPart("build", build);
await runPart("types", () => runScript("node_modules/typescript/bin/tsc", "-b"));
await runPart("lint", () => runScript("node_modules/@biomejs/biome/bin/biome", "check", "."));
const outcomes: TestOutcome[] = [];
const [fromVSCode] = await Promise.all([runInVSCode(), runPart("unit, program and browser tests", runVitest)]);
for (const outcome of fromVSCode) {
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

/** Builds everything, and the package of the extension, which several tests need, some of them at the same time. */
async function build(): Promise<boolean> {
  const isBuilt = await runScript("build.mjs", "bundle");
  if (isBuilt) packExtension(root);
  return isBuilt;
}

async function runVitest(): Promise<boolean> {
  mkdirSync(join(root, "test/output"), { recursive: true });
  rmSync(countsFile, { force: true });
  const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${countsFile}`];
  const isGreen = await runScript(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "test/vitest.config.ts",
    ...reporters,
  );
  const { passed, failed } = readCounts();
  // A run can also fail by an error outside the tests.
  outcomes.push({ passed, failed: isGreen ? failed : Math.max(failed, 1) });
  return isGreen;
}

/** Returns the counts that Vitest has written; one failure if it has not. */
function readCounts(): TestOutcome {
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
