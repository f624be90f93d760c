/**
 * What the suite cannot look at. It ends with the window that it runs in: here that is loaded anew, and the previews are there
 * again. And it opens files itself: here the explorer does, and a file that one is led to is no second one. Driven from
 * outside, in a window without the suite.
 */
import type { Page } from "playwright-core";
import { launchBrowser } from "../support/browser/launchBrowser.ts";
import { root } from "../support/root.ts";
import type { TestOutcome } from "./bridge.ts";
import { type EmbeddedVSCode, serveVSCode } from "./embedded/serve.ts";
import { createTestEnvironment, output } from "./testEnvironment.ts";

const TIMEOUT_MS = 30_000;

const title = "brings back each preview with its map, the locked one locked, and leads to files that are open already";
/**
 * The frame that VS Code puts around a page waits, now and then, for a service worker that is there already, and then nothing
 * comes of the page. A window of its own for each attempt makes that seldom enough.
 */
const attempts = 5;

/** Two previews, one locked and one that follows, survive the window; resolves with whether they did. */
export async function checkReload(): Promise<TestOutcome> {
  console.log("reload of the window");
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const failure = await inFreshWindow(expectPreviewsRestored);
    if (failure === undefined) {
      console.log(`  ✓ ${title}`);
      return { passed: 1, failed: 0 };
    }
    console.log(`  ${attempt < attempts ? "↻" : "✗"} ${title}\n${failure}`);
  }
  return { passed: 0, failed: 1 };
}

/** What goes wrong in a window of its own; undefined where nothing does. */
async function inFreshWindow(scenario: (page: Page, vscode: EmbeddedVSCode) => Promise<void>): Promise<unknown> {
  using environment = createTestEnvironment();
  const vscode = await serveVSCode({ ...environment, flags: ["--enable-smoke-test-driver"] });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  try {
    await scenario(page, vscode);
    return undefined;
  } catch (error) {
    await page.screenshot({ path: `${output}/failed reload.png` });
    return error ?? "It failed.";
  } finally {
    await browser.close();
    await vscode.stop();
  }
}

async function expectPreviewsRestored(page: Page, vscode: EmbeddedVSCode): Promise<void> {
  await page.goto(vscode.address([["extensionDevelopmentPath", vscode.remote(root)]]));
  await explorerRow(page, "first-map.argmap").dblclick();
  await page.locator(".statusbar-item").filter({ hasText: "Argument map" }).waitFor();
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

  // VS Code writes down what is to outlive a window from time to time; what a window shows, each minute.
  await waitForPersisted(page, /"argmap\.preview\.left":.*ardmore\.argmap",\{[^\]]*"folded":\["/);
  await waitForPersisted(page, /^\{"editorpart\.state":.*Preview ardmore\.argmap.*folded\\*":\[\\*"/);
  await page.reload();
  await tab(page, "Preview ardmore.argmap").click();
  await waitForVisible(page, `${ardmoreCard}${foldedState}`);
  await tab(page, "[Preview] first-map.argmap").click();
  await waitForVisible(page, libraryCard);
  await page.screenshot({ path: `${output}/reload.png` });
  // The one still follows, the other is still locked.
  await openFile(page, "us-russia-reset.argmap");
  await tab(page, "Preview us-russia-reset.argmap").waitFor();
  await tab(page, "[Preview] first-map.argmap").waitFor();
  await expectOpenFileReused(page);
}

/** From a quote to its article, which the explorer has opened. */
async function expectOpenFileReused(page: Page): Promise<void> {
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
  if (tabCount !== 1) throw new Error("The article was opened a second time.");
}

const card = (words: string): string => `[data-card][aria-label*="${words}"]`;
const libraryCard = card("Should the town library open on Sundays?");
const ardmoreCard = card("Should the entry charge become permanent?");
const foldedState = '[aria-expanded="false"]';

/** Waits until one of the pages within the window shows what a selector finds. */
async function waitForVisible(page: Page, selector: string): Promise<void> {
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; ) {
    for (const frame of page.frames()) {
      // A page that goes while it is asked shows nothing.
      if (
        await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false)
      )
        return;
    }
    await page.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(`It was never seen: ${selector}`);
}

/** Waits until what VS Code keeps of this window holds such an entry. */
async function waitForPersisted(page: Page, entry: RegExp): Promise<void> {
  for (const deadline = Date.now() + 3 * TIMEOUT_MS; Date.now() < deadline; ) {
    const all = await page.evaluate(async () => {
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
    });
    if (all.some((value) => entry.test(value))) return;
    await page.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(`It was never written down: ${entry}`);
}

const tab = (page: Page, name: string) =>
  page.locator(".tabs-container .tab").filter({ has: page.getByText(name, { exact: true }) });

/** Runs a command by its name in the palette. */
async function runCommand(page: Page, testTitle: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input.input").fill(`>${testTitle}`);
  await page.locator(".quick-input-list .monaco-list-row.focused").filter({ hasText: testTitle }).waitFor();
  await page.keyboard.press("Enter");
}

/** Opens a file in the column of the texts, where the explorer passes over a click with another one. */
async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().click();
  for (let attemptsLeft = 3; attemptsLeft > 0; attemptsLeft--) {
    await explorerRow(page, name).dblclick();
    const opened = tab(page, name).waitFor({ timeout: TIMEOUT_MS / 6 });
    if (await opened.then(() => true).catch(() => false)) return;
  }
  throw new Error(`The explorer never opened ${name}.`);
}

const explorerRow = (page: Page, name: string) =>
  page.locator(".explorer-folders-view .monaco-list-row").filter({ hasText: name });

if (import.meta.main) process.exitCode = (await checkReload()).failed;
