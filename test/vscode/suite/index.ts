/** The entry point of the suite that runs inside VS Code. Runs all tests of this folder with Mocha and reports by the bridge. */
import Mocha from "mocha";
import { TEST_LIMIT } from "../../support/limits.ts";
import { screenshot, sendCommand } from "./support/driver.ts";
import { closeAll } from "./support/editor.ts";

/** Called by VS Code. Rejects if a test has failed. */
export async function run(): Promise<void> {
  // The base reporter prints nothing.
  const mocha = new Mocha({ ui: "bdd", timeout: TEST_LIMIT, reporter: Mocha.reporters.Base });
  // A pattern for the names of the tests to run.
  const { ARGMAP_TESTS: pattern } = process.env;
  if (pattern) mocha.grep(new RegExp(pattern));
  // The tests are bundled, so Mocha cannot load them by their paths. They use the globals that this defines.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  mocha.suite.beforeEach(closeAll);
  mocha.suite.afterEach(async function () {
    const { currentTest: test } = this;
    if (test?.state === "failed") await screenshot(`failed ${test.fullTitle()}`);
  });
  // Screenshots first: VS Code shows the problems of a text for some minutes after its editor is closed.
  await import("./screenshots.test.ts");
  await import("./markdown.test.ts");
  await import("./editor/textEditing.test.ts");
  await import("./editor/diagnostics.test.ts");
  await import("./editor/fileSystems.test.ts");
  await import("./editor/navigation.test.ts");
  await import("./editor/completion.test.ts");
  await import("./editor/languageRequests.test.ts");
  await import("./editor/refactoring.test.ts");
  await import("./editor/formatting.test.ts");
  await import("./preview/preview.test.ts");
  await import("./preview/editing.test.ts");
  await import("./preview/cardProperties.test.ts");
  await import("./preview/undo.test.ts");
  await import("./preview/export.test.ts");
  await import("./import.test.ts");
  await import("./preview/severalPreviews.test.ts");
  await import("./preview/weighing.test.ts");
  await import("./preview/tables.test.ts");
  await import("./preview/previewFiles.test.ts");
  await import("./articles/articles.test.ts");
  await import("./articles/addPassage.test.ts");
  await import("./articles/coverage.test.ts");
  await import("./articles/pdfArticles.test.ts");
  await import("./assistant.test.ts");

  let passed = 0;
  let failed = 0;
  const printedLines: Promise<unknown>[] = [];
  const print = (text: string) => printedLines.push(sendCommand({ do: "print", text }));
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("suite", (suite) => suite.title && print(suite.title))
      .on("pass", (test) => {
        passed++;
        print(`  ✓ ${test.title} (${test.duration} ms)`);
      })
      .on("fail", (test, error) => {
        failed++;
        print(`  ✗ ${test.title}\n${indented(error.stack ?? String(error))}`);
      });
  });
  await Promise.all(printedLines);
  await sendCommand({ do: "finish", passed, failed });
  if (failed > 0) throw new Error(`${failed} failed`);
}

const indented = (text: string) => text.replace(/^/gm, "      ");
