/** Runs the suite in the embedded VS Code, in a browser: `npm run test:vscode`. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { openBridge } from "./bridge.ts";
import { serve } from "./embedded/serve.ts";
import { writeSettings } from "./embedded/settings.ts";
import { report } from "./report.ts";

const root = join(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "argmap-test-"));
const [folder, home, extensions] = [join(place, "maps"), join(place, "home"), join(place, "extensions")];
cpSync(join(root, "examples"), folder, { recursive: true });
writeSettings(home);

let page: Page | undefined;
const bridge = await openBridge(
  () => page ?? Promise.reject(new Error("There is no page yet.")),
  join(root, "test/output"),
);
const vscode = await serve({ folder, home, extensions, env: bridge.env, flags: ["--enable-smoke-test-driver"] });
const browser = await launchBrowser();
const log: string[] = [];
try {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => log.push(message.text()));
  const exited = Promise.withResolvers<number>();
  await page.exposeFunction("codeAutomationExit", exited.resolve);
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => void log.push(args.join(" ")));
  await page.goto(
    vscode.address([
      ["extensionDevelopmentPath", vscode.remote(root)],
      ["extensionTestsPath", vscode.remote(join(root, "dist/test/suite.cjs"))],
      ["skipWelcome", "true"],
    ]),
  );
  await report(bridge.outcome, exited.promise, () => [...log, vscode.log()].join("\n"));
} finally {
  await browser.close();
  await vscode.stop();
  bridge.close();
  rmSync(place, { recursive: true, force: true });
}
