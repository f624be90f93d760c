/**
 * Everything that needs a real VS Code: `npm run test:vscode`. Each part is a test script in a process of its own. They wait more than
 * they compute, so the windows run beside the suite.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../support/root.ts";
import { exitStatus, summary, type TestOutcome, total } from "./testOutcome.ts";

/** The outcome of a test script. */
export interface PartOutcome extends TestOutcome {
  readonly name: string;
}

/** The test scripts that open windows of their own. */
const windowScripts: readonly (readonly [name: string, script: string])[] = [
  ["reload of VS Code's window", "windowReload.ts"],
  ["start of the extension in VS Code", "activation.ts"],
  ["first run of VS Code", "firstRun.ts"],
  ["VS Code in a browser alone", "webHost.ts"],
];

/** Runs all parts. The output of the suite appears line by line, that of a window when it has closed. */
export async function runInVSCode(): Promise<readonly PartOutcome[]> {
  const [suite, others] = await Promise.all([runPart("VS Code suite", "runSuite.ts", "inherit"), runWindows()]);
  return [suite, ...others];
}

/** Runs the windows one after another. */
async function runWindows(): Promise<readonly PartOutcome[]> {
  const outcomes: PartOutcome[] = [];
  for (const [name, script] of windowScripts) outcomes.push(await runPart(name, script, "pipe"));
  return outcomes;
}

/** Runs a script, and prints how long it took. With `pipe`, its output is printed as a whole. */
async function runPart(name: string, script: string, output: "inherit" | "pipe"): Promise<PartOutcome> {
  const start = performance.now();
  const heading = `\n── ${name}`;
  if (output === "inherit") console.log(heading);
  const child = fork(join(import.meta.dirname, script), { cwd: root, stdio: ["ignore", output, output, "ipc"] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => chunks.push(text));
  // A script that ends without an outcome has failed.
  let outcome: TestOutcome = { passed: 0, failed: 1 };
  child.on("message", (message: TestOutcome) => {
    outcome = message;
  });
  await once(child, "close");
  if (output === "pipe") console.log(`${heading}\n${chunks.join("").trimEnd()}`);
  console.log(`── ${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  return { ...outcome, name };
}

if (import.meta.main) {
  const outcome = total(await runInVSCode());
  console.log(`\n${summary(outcome)}`);
  process.exitCode = exitStatus(outcome);
}
