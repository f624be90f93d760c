/** Runs the suite in the embedded VS Code, in a browser: `npm run test:vscode`. */
import type { Page } from "playwright-core";
import { launchBrowser } from "../support/browser/launchBrowser.ts";
import { root } from "../support/root.ts";
import { type Outcome, openBridge } from "./bridge.ts";
import { serve } from "./embedded/serve.ts";
import { freshPlace, output, suite } from "./testEnvironment.ts";
import { report, statusOf, summary } from "./testReport.ts";
import { checkReload } from "./windowReload.ts";

/** Resolves with what the suite says, when all that was started has ended. */
export async function runSuite(): Promise<Outcome> {
  using place = freshPlace();
  const page = Promise.withResolvers<Page>();
  const bridge = await openBridge(() => page.promise, output);
  const vscode = await serve({ ...place, env: bridge.env, flags: ["--enable-smoke-test-driver"] });
  const browser = await launchBrowser();
  try {
    const log: string[] = [];
    const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    opened.on("console", (message) => message.type() === "error" && log.push(message.text()));
    // VS Code calls these, where they are there, when tests have run.
    const exited = Promise.withResolvers<unknown>();
    await opened.exposeFunction("codeAutomationExit", exited.resolve);
    await opened.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => void log.push(args.join(" ")));
    await opened.goto(
      vscode.address([
        ["extensionDevelopmentPath", vscode.remote(root)],
        ["extensionTestsPath", vscode.remote(suite)],
        ["skipWelcome", "true"],
      ]),
    );
    page.resolve(opened);
    return await report({ ...place, ...bridge, exited: exited.promise, log: () => [...log, vscode.log()].join("\n") });
  } finally {
    await browser.close();
    await vscode.stop();
    bridge.close();
  }
}

if (import.meta.main) {
  const [window, anew] = [await runSuite(), await checkReload()];
  const outcome = { passed: window.passed + anew.passed, failed: window.failed + anew.failed };
  console.log(summary(outcome));
  process.exitCode = statusOf(outcome);
}
