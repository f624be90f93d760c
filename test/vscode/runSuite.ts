/** Runs the suite in the embedded VS Code, in a browser. */
import type { Page } from "playwright-core";
import { root } from "../support/root.ts";
import { openBridge } from "./bridge.ts";
import { serveVSCode } from "./embedded/serve.ts";
import { waitForOutcome } from "./suiteOutcome.ts";
import { createTestEnvironment, output, suite } from "./testEnvironment.ts";
import { finish, type TestOutcome } from "./testOutcome.ts";
import { openTestWindow } from "./testWindow.ts";
import { openWorkbench } from "./workbench.ts";

/** Runs the suite. Resolves when VS Code and the browser have exited. */
async function runSuite(): Promise<TestOutcome> {
  using environment = createTestEnvironment();
  const page = Promise.withResolvers<Page>();
  const bridge = await openBridge(() => page.promise, output);
  const vscode = await serveVSCode({ ...environment, env: bridge.env, flags: ["--enable-smoke-test-driver"] });
  const window = await openTestWindow();
  try {
    const log: string[] = [];
    const workbench = window.page;
    workbench.on("console", (message) => message.type() === "error" && log.push(message.text()));
    // VS Code calls these functions when the tests have finished.
    const exited = Promise.withResolvers<unknown>();
    await workbench.exposeFunction("codeAutomationExit", exited.resolve);
    await workbench.exposeFunction(
      "codeAutomationLog",
      (_type: string, args: unknown[]) => void log.push(args.join(" ")),
    );
    await openWorkbench(
      workbench,
      vscode.address([
        ["extensionDevelopmentPath", vscode.remote(root)],
        ["extensionTestsPath", vscode.remote(suite)],
        ["skipWelcome", "true"],
      ]),
    );
    page.resolve(workbench);
    return await waitForOutcome({
      ...environment,
      ...bridge,
      exited: exited.promise,
      log: () => [...log, vscode.log()].join("\n"),
    });
  } finally {
    await window.close();
    await vscode.stop();
    bridge.close();
  }
}

if (import.meta.main) finish(await runSuite());
