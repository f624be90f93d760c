/** A browser window for the embedded VS Code. */
import type { Page } from "playwright-core";
import { counted } from "../../server/core/strings/english.ts";
import { launchBrowser } from "../support/browser/launchBrowser.ts";
import { throttleCpu } from "../support/browser/throttleCpu.ts";
import { WAIT_LIMIT } from "../support/limits.ts";
import { watchWebviewWorkers } from "./webviewWorkers.ts";

export interface TestWindow {
  readonly page: Page;
  /** Closes the browser, and prints how often VS Code's known fault occurred. */
  close(): Promise<void>;
}

/** Opens an empty window that may use the clipboard. Repairs webviews that are blank because of VS Code's known fault. */
export async function openTestWindow(): Promise<TestWindow> {
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT);
  await throttleCpu(page);
  const workers = await watchWebviewWorkers(page);
  return {
    page,
    async close() {
      workers.stop();
      const count = counted(workers.faults, "time");
      console.log(`VS Code's known fault (a webview waits for its service worker) occurred ${count}.`);
      await browser.close();
    },
  };
}
