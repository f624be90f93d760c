/** Runs tests in windows of their own, each with its folder, without a suite inside VS Code. The extension is installed from its package. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveVSCode } from "./embedded/serve.ts";
import { createTestEnvironment, installPackage, output } from "./testEnvironment.ts";
import type { TestOutcome } from "./testOutcome.ts";
import { openTestWindow } from "./testWindow.ts";
import { openWorkbench } from "./workbench.ts";

export interface WindowTest {
  readonly title: string;
  /** The files of the folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly run: (page: Page, screenshot: (name: string) => Promise<unknown>, folder: string) => Promise<void>;
}

interface WindowTests {
  readonly heading: string;
  /** How the names of the screenshots begin. */
  readonly screenshots: string;
  readonly tests: readonly WindowTest[];
  /** The folder of another extension, which runs beside the one under test. */
  readonly probe?: string;
}

/** Runs the tests. `ARGMAP_TESTS` selects some by their titles, `ARGMAP_THEME` sets the color theme of the screenshots. */
export async function runWindowTests(all: WindowTests): Promise<TestOutcome> {
  const pattern = new RegExp(process.env["ARGMAP_TESTS"] ?? "");
  const tests = all.tests.filter(({ title }) => pattern.test(`${all.heading} ${title}`));
  const outcome = { passed: 0, failed: 0 };
  if (tests.length === 0) return outcome;
  console.log(all.heading);
  using installed = createTestEnvironment();
  await installPackage(installed);
  for (const test of tests) outcome[(await runTest(test, all, installed.extensions)) ? "passed" : "failed"]++;
  return outcome;
}

async function runTest(
  { title, files, run }: WindowTest,
  { screenshots, probe }: WindowTests,
  extensions: string,
): Promise<boolean> {
  const theme = process.env["ARGMAP_THEME"];
  using environment = createTestEnvironment(theme === undefined ? {} : { "workbench.colorTheme": theme });
  rmSync(environment.folder, { recursive: true });
  mkdirSync(environment.folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(environment.folder, name), text);
  const vscode = await serveVSCode({ ...environment, extensions, flags: ["--enable-smoke-test-driver"] });
  const { page, close } = await openTestWindow();
  const prefix = [screenshots, ...(theme === undefined ? [] : [theme.toLowerCase().replaceAll(" ", "-")])].join("-");
  const screenshot = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(output, `${prefix}-${name}.png`) });
  };
  try {
    const payload = probe === undefined ? [] : [["extensionDevelopmentPath", vscode.remote(probe)] as const];
    await openWorkbench(page, vscode.address(payload));
    await run(page, screenshot, environment.folder);
    console.log(`  ✓ ${title}`);
    return true;
  } catch (error) {
    await screenshot("failed").catch(() => {}); // The error of the test matters.
    console.log(`  ✗ ${title}\n${error}`);
    return false;
  } finally {
    await close();
    await vscode.stop();
  }
}
