/** Run by VS Code itself: all tests of this folder, by Mocha's own interface. What happens is told over the bridge. */
import Mocha from "mocha";
import { screenshot, sendCommand } from "./support/driver.ts";
import { closeAll } from "./support/editor.ts";

/** The entry point that VS Code calls; rejects where a test has failed. */
export async function run(): Promise<void> {
  // The base of all reporters says nothing by itself. A window on a busy machine may miss a key or a click, so a test may
  // try again; each time that it does is told.
  const mocha = new Mocha({ ui: "bdd", timeout: 40_000, retries: 2, reporter: Mocha.reporters.Base });
  // To run some of the tests: a pattern for their names.
  const { ARGMAP_TESTS: pattern } = process.env;
  if (pattern) mocha.grep(new RegExp(pattern));
  // Tests are bundled, so they are not loaded by path: they register with the globals that the interface makes.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  mocha.suite.beforeEach(closeAll);
  mocha.suite.afterEach(async function () {
    const { currentTest: test } = this;
    if (test?.state === "failed") await screenshot(`failed ${test.fullTitle()}`);
  });
  // Pictures first: VS Code goes on showing the problems of a text for some minutes after it is closed.
  await import("./screenshots.test.ts");
  await import("./markdown.test.ts");
  await import("./textEditing.test.ts");
  await import("./diagnostics.test.ts");
  await import("./navigation.test.ts");
  await import("./completion.test.ts");
  await import("./languageRequests.test.ts");
  await import("./preview.test.ts");
  await import("./editing.test.ts");
  await import("./undo.test.ts");
  await import("./export.test.ts");
  await import("./severalPreviews.test.ts");
  await import("./previewFiles.test.ts");
  await import("./articles.test.ts");

  let passed = 0;
  let failed = 0;
  const sentLines: Promise<unknown>[] = [];
  const printLine = (text: string) => sentLines.push(sendCommand({ do: "say", text }));
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("suite", (suite) => suite.title && printLine(suite.title))
      .on("pass", (test) => {
        passed++;
        printLine(`  ✓ ${test.title} (${test.duration} ms)`);
      })
      .on("retry", (test, error) => {
        printLine(`  ↻ ${test.title}\n${indented(error.message)}`);
      })
      .on("fail", (test, error) => {
        failed++;
        printLine(`  ✗ ${test.title}\n${indented(error.stack ?? String(error))}`);
      });
  });
  await Promise.all(sentLines);
  await sendCommand({ do: "end", passed, failed });
  if (failed > 0) throw new Error(`${failed} failed`);
}

const indented = (text: string) => text.replace(/^/gm, "      ");
