/**
 * What the suite cannot look at. It ends with the window that it runs in: here that is loaded anew, and the previews are there
 * again. And it opens files itself: here the explorer does, and a file that one is led to is no second one. Driven from
 * outside, in a window without the suite.
 */
import type { Page } from "playwright-core";
import { launchBrowser } from "../support/browser/launchBrowser.ts";
import { root } from "../support/root.ts";
import type { Outcome } from "./bridge.ts";
import { type Served, serve } from "./embedded/serve.ts";
import { freshPlace, output } from "./testEnvironment.ts";

const patience = 30_000;

const title = "brings back each preview with its map, the locked one locked, and leads to files that are open already";
/**
 * The frame that VS Code puts around a page waits, now and then, for a service worker that is there already, and then nothing
 * comes of the page. A window of its own for each attempt makes that seldom enough.
 */
const attempts = 5;

/** Two previews, one locked and one that follows, survive the window; resolves with whether they did. */
export async function checkReload(): Promise<Outcome> {
  console.log("reload of the window");
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const failure = await inFreshWindow(previewsComeBack);
    if (failure === undefined) {
      console.log(`  ✓ ${title}`);
      return { passed: 1, failed: 0 };
    }
    console.log(`  ${attempt < attempts ? "↻" : "✗"} ${title}\n${failure}`);
  }
  return { passed: 0, failed: 1 };
}

/** What goes wrong in a window of its own; undefined where nothing does. */
async function inFreshWindow(look: (page: Page, vscode: Served) => Promise<void>): Promise<unknown> {
  using place = freshPlace();
  const vscode = await serve({ ...place, flags: ["--enable-smoke-test-driver"] });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(patience);
  try {
    await look(page, vscode);
    return undefined;
  } catch (error) {
    await page.screenshot({ path: `${output}/failed reload.png` });
    return error ?? "It failed.";
  } finally {
    await browser.close();
    await vscode.stop();
  }
}

async function previewsComeBack(page: Page, vscode: Served): Promise<void> {
  await page.goto(vscode.address([["extensionDevelopmentPath", vscode.remote(root)]]));
  await inExplorer(page, "first-map.argmap").dblclick();
  await page.locator(".statusbar-item").filter({ hasText: "Argument map" }).waitFor();
  await page.locator(".monaco-editor .view-line").first().click();
  await run(page, "Argmap: Open Locked Preview to the Side");
  await seen(page, library);
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+K");
  await page.keyboard.press("V");
  await tab(page, "Preview first-map.argmap").waitFor();
  await openFile(page, "ardmore.argmap");
  await tab(page, "Preview ardmore.argmap").click();
  await seen(page, ardmore);
  await run(page, "Argmap: Fold All Branches");
  await seen(page, `${ardmore}${folded}`);

  // VS Code writes down what is to outlive a window from time to time; what a window shows, each minute.
  await writtenDown(page, /"argmap\.preview\.left":.*ardmore\.argmap",\{[^\]]*"folded":\["/);
  await writtenDown(page, /^\{"editorpart\.state":.*Preview ardmore\.argmap.*folded\\*":\[\\*"/);
  await page.reload();
  await tab(page, "Preview ardmore.argmap").click();
  await seen(page, `${ardmore}${folded}`);
  await tab(page, "[Preview] first-map.argmap").click();
  await seen(page, library);
  await page.screenshot({ path: `${output}/reload.png` });
  // The one still follows, the other is still locked.
  await openFile(page, "us-russia-reset.argmap");
  await tab(page, "Preview us-russia-reset.argmap").waitFor();
  await tab(page, "[Preview] first-map.argmap").waitFor();
  await leadsToWhatIsOpen(page);
}

/** From a quote to its article, which the explorer has opened. */
async function leadsToWhatIsOpen(page: Page): Promise<void> {
  await openFile(page, "zh-old-town.txt");
  await openFile(page, "zh-old-town.argmap");
  await page
    .locator(".editor-instance .view-line:visible")
    .filter({ hasText: /^\s*quote/ })
    .first()
    .click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await run(page, "Go to Definition");
  await page.locator(".tab.active").getByText("zh-old-town.txt", { exact: true }).waitFor();
  const opened = await tab(page, "zh-old-town.txt").count();
  if (opened !== 1) throw new Error("The article was opened a second time.");
}

const card = (words: string): string => `[data-card][aria-label*="${words}"]`;
const library = card("Should the town library open on Sundays?");
const ardmore = card("Should the entry charge become permanent?");
const folded = '[aria-expanded="false"]';

/** Waits until one of the pages within the window shows what a selector finds. */
async function seen(page: Page, selector: string): Promise<void> {
  for (const late = Date.now() + patience; Date.now() < late; ) {
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
async function writtenDown(page: Page, entry: RegExp): Promise<void> {
  for (const late = Date.now() + 3 * patience; Date.now() < late; ) {
    const all = await page.evaluate(async () => {
      const opened = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const values: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await opened(indexedDB.open(name ?? ""));
        for (const store of database.objectStoreNames) {
          values.push(...(await opened(database.transaction(store).objectStore(store).getAll())).map(String));
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
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input.input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row.focused").filter({ hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}

/** Opens a file in the column of the texts, where the explorer passes over a click with another one. */
async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().click();
  for (let left = 3; left > 0; left--) {
    await inExplorer(page, name).dblclick();
    const opened = tab(page, name).waitFor({ timeout: patience / 6 });
    if (await opened.then(() => true).catch(() => false)) return;
  }
  throw new Error(`The explorer never opened ${name}.`);
}

const inExplorer = (page: Page, name: string) =>
  page.locator(".explorer-folders-view .monaco-list-row").filter({ hasText: name });

if (import.meta.main) process.exitCode = (await checkReload()).failed;
