/**
 * Tests that the suite cannot contain. The suite ends with its window, so the reload of a window is tested here. And it
 * opens files by the API; here the explorer does, to test that a link reuses the tab of such a file. No suite runs in this
 * window: it is driven from outside only.
 */
import type { Page } from "playwright-core";
import { WAIT_LIMIT } from "../support/limits.ts";
import { root } from "../support/root.ts";
import { type EmbeddedVSCode, serveVSCode } from "./embedded/serve.ts";
import { createTestEnvironment, output } from "./testEnvironment.ts";
import { finish, type TestOutcome } from "./testOutcome.ts";
import { openTestWindow } from "./testWindow.ts";
import { openFromExplorer, openWorkbench, poll, runCommand, tab, untilCommitted } from "./workbench.ts";

const title = "restores each preview with its map and its lock, and links reuse open tabs";

/** In milliseconds. VS Code writes the state of a window only once a minute. */
const PERSIST_LIMIT = 2 * WAIT_LIMIT;

/** Runs the test in a window of its own. */
async function checkReload(): Promise<TestOutcome> {
  console.log("reload of the window");
  // Without preview tabs, one click in the explorer opens a tab that stays open.
  using environment = createTestEnvironment({ "workbench.editor.enablePreview": false });
  const vscode = await serveVSCode({ ...environment, flags: ["--enable-smoke-test-driver"] });
  const window = await openTestWindow();
  try {
    await expectPreviewsRestored(window.page, vscode);
    console.log(`  ✓ ${title}`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`  ✗ ${title}\n${error}`);
    await window.page.screenshot({ path: `${output}/failed reload.png` }).catch(() => {}); // The error of the test matters.
    return { passed: 0, failed: 1 };
  } finally {
    await window.close();
    await vscode.stop();
  }
}

async function expectPreviewsRestored(page: Page, vscode: EmbeddedVSCode): Promise<void> {
  await openWorkbench(page, vscode.address([["extensionDevelopmentPath", vscode.remote(root)]]));
  await openFromExplorer(page, "first-map.argmap");
  await page.locator(".statusbar-item").filter({ hasText: "Argument Map" }).waitFor();
  await page.locator(".monaco-editor .view-line").first().click();
  await runCommand(page, "Argmap: Open Locked Preview to the Side");
  await waitForVisible(page, libraryCard);
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+K");
  await page.keyboard.press("V");
  await tab(page, "Preview first-map.argmap").waitFor();
  await openFile(page, "ardmore.argmap");
  await tab(page, "Preview ardmore.argmap").click();
  await waitForVisible(page, ardmoreCard);
  await runCommand(page, "Argmap: Fold All Branches");
  await waitForVisible(page, `${ardmoreCard}${foldedState}`);

  await waitForPersisted(page, /"argmap\.preview\.left":.*ardmore\.argmap",\{[^\]]*"folded":\["/);
  await waitForPersisted(page, /^\{"editorpart\.state":.*Preview ardmore\.argmap.*folded\\*":\[\\*"/);
  await page.reload(untilCommitted);
  await tab(page, "Preview ardmore.argmap").click();
  await waitForVisible(page, `${ardmoreCard}${foldedState}`);
  await tab(page, "[Preview] first-map.argmap").click();
  await waitForVisible(page, libraryCard);
  await page.screenshot({ path: `${output}/reload.png` });
  // One preview still follows the active editor, the other one is still locked.
  await openFile(page, "us-russia-reset.argmap");
  await tab(page, "Preview us-russia-reset.argmap").waitFor();
  await tab(page, "[Preview] first-map.argmap").waitFor();
  await expectOpenTabReused(page);
}

/** Goes from a quote to its article, which is open already. */
async function expectOpenTabReused(page: Page): Promise<void> {
  await openFile(page, "zh-old-town.txt");
  await openFile(page, "zh-old-town.argmap");
  await page
    .locator(".editor-instance .view-line:visible")
    .filter({ hasText: /^\s*quote/ })
    .first()
    .click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await runCommand(page, "Go to Definition");
  await page.locator(".tab.active").getByText("zh-old-town.txt", { exact: true }).waitFor();
  const tabCount = await tab(page, "zh-old-town.txt").count();
  if (tabCount !== 1) throw new Error("The article was opened in a second tab.");
}

const card = (words: string): string => `[data-card][aria-label*="${words}"]`;
const libraryCard = card("Should the town library open on Sundays?");
const ardmoreCard = card("Should the entry charge become permanent?");
const foldedState = '[aria-expanded="false"]';

/** Waits until an element is visible in any frame of the window. */
const waitForVisible = (page: Page, selector: string): Promise<void> =>
  poll(page, `Never visible: ${selector}`, async () => {
    for (const frame of page.frames()) {
      const element = frame.locator(selector).first();
      // A frame that is removed in the meantime shows nothing.
      if (await element.isVisible().catch(() => false)) return true;
    }
    return false;
  });

/** Waits until VS Code has stored a matching value for this window. */
const waitForPersisted = (page: Page, pattern: RegExp): Promise<void> =>
  poll(
    page,
    `Never stored: ${pattern}`,
    async () => (await page.evaluate(readIndexedDb)).some((value) => pattern.test(value)),
    PERSIST_LIMIT,
  );

/** Runs in the window: all values in all databases. */
async function readIndexedDb(): Promise<readonly string[]> {
  const completed = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const values: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await completed(indexedDB.open(name ?? ""));
    for (const store of database.objectStoreNames) {
      values.push(...(await completed(database.transaction(store).objectStore(store).getAll())).map(String));
    }
    database.close();
  }
  return values;
}

/** Opens a file in the column of the texts. */
async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().click();
  await openFromExplorer(page, name);
}

if (import.meta.main) finish(await checkReload());
