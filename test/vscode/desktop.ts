/**
 * Runs the same suite in VS Code for the desktop: `npm run test:desktop`.
 * The environment variable `ARGMAP_VSCODE` is the executable to use. By default, @vscode/test-electron downloads the newest.
 */
import { runTests } from "@vscode/test-electron";
import { type Browser, chromium, type Page } from "playwright-core";
import { root } from "../support/root.ts";
import { openBridge } from "./bridge.ts";
import { freePort } from "./embedded/serve.ts";
import { waitForOutcome } from "./suiteOutcome.ts";
import { createTestEnvironment, output, suite } from "./testEnvironment.ts";
import { exitStatus, summary } from "./testOutcome.ts";

using environment = createTestEnvironment();
const port = await freePort();
let attached: Promise<{ readonly browser: Browser; readonly page: Page }> | undefined;
const bridge = await openBridge(async () => {
  attached ??= attach(port);
  return (await attached).page;
}, output);

const exited = runTests({
  ...(process.env.ARGMAP_VSCODE ? { vscodeExecutablePath: process.env.ARGMAP_VSCODE } : {}),
  extensionDevelopmentPath: root,
  extensionTestsPath: suite,
  extensionTestsEnv: { ...bridge.env },
  launchArgs: [
    ...[environment.folder, `--remote-debugging-port=${port}`, "--disable-workspace-trust", "--skip-welcome"],
    ...["--user-data-dir", environment.home, "--extensions-dir", environment.extensions],
  ],
}).catch((error: unknown) => error);
const outcome = await waitForOutcome({ ...environment, ...bridge, exited, log: () => "" });
await exited;
await attached?.then(({ browser }) => browser.close());
bridge.close();
console.log(summary(outcome));
process.exitCode = exitStatus(outcome);

/** Connects to the window of VS Code. */
async function attach(port: number) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => candidate.url().includes("workbench"));
  if (!page) throw new Error("VS Code has no workbench window.");
  return { browser, page };
}
